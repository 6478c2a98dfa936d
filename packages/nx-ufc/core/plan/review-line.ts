import type { ReviewItem } from './types';

/** A place to look at as one line: where, which rule, why, and the edit that a person may make. */
export function reviewLine({ path, line, column, rule, message, proposal }: ReviewItem): string {
  return `${path}:${line}:${column} ${rule} ${message}${proposal ? ` — proposed: ${inWords(proposal)}` : ''}`;
}

/** Text that is only added may begin with a line of its own. */
function inWords({ before, after }: NonNullable<ReviewItem['proposal']>): string {
  return before === '' ? `add ${after.trim().replaceAll(/\r?\n/g, '⏎')}` : `${before} → ${after}`;
}
