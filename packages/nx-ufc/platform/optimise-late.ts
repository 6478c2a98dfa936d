import { setFlagsFromString } from 'node:v8';

/**
 * By major version of Node: what makes V8 run a function four times as often as it does by itself before it optimises it. From Node 24
 * on a quick compiler stands in between (https://v8.dev/blog/maglev), and waiting gains nothing.
 */
export const LATE: Readonly<Record<string, string>> = {
  20: '--interrupt-budget=264000',
  22: '--invocation-count-for-turbofan=12000',
};

/**
 * Most commands end before optimised code pays off: threads of the compiler then only take processor time, from the command
 * itself where there are two processors. Figures: docs/measured.md.
 */
export function optimiseLate(): void {
  const flag = LATE[process.versions.node.split('.')[0]];
  if (flag) setFlagsFromString(flag);
}
