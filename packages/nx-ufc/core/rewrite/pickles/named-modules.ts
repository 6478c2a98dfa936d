import type { Bytes, Operation } from './operations';
import {
  FRAME,
  GETS,
  GLOBALS,
  littleEndian,
  MEMOIZE,
  PROTO,
  PUTS,
  SHORT_TEXT,
  STACK_GLOBAL,
} from './operations';

/** The module of a class in a pickle, and the class. */
export interface NamedModule {
  /** The operation that gives the module. */
  operation: Operation;
  /** Where its name lies. */
  start: number;
  end: number;
  module: string;
  name: string;
}

/**
 * Texts that STACK_GLOBAL takes as module and name, written there or remembered, and those of GLOBAL and INST, which are lines. Null when a module is
 * used as data, too: one text is written for both then.
 */
export function namedModules(bytes: Bytes, operations: readonly Operation[]): NamedModule[] | null {
  const memo = new Map<number, Operation>();
  const pushed: Operation[] = [];
  const found: NamedModule[] = [];
  for (const operation of operations) {
    const { code } = operation;
    const last = pushed.at(-1);
    if (code === MEMOIZE && last) memo.set(memo.size, last);
    else if (PUTS.includes(code) && last) memo.set(indexOf(bytes, operation), last);
    else if (code === STACK_GLOBAL) {
      const [module, name] = pushed.splice(-2);
      if (module?.code === SHORT_TEXT && name?.code === SHORT_TEXT)
        found.push({
          operation: module,
          start: module.argument,
          end: module.end,
          module: textIn(bytes, module.argument, module.end),
          name: textIn(bytes, name.argument, name.end),
        });
      pushed.push(operation);
    } else if (code !== PROTO && code !== FRAME)
      pushed.push(GETS.includes(code) ? (memo.get(indexOf(bytes, operation)) ?? operation) : operation);
    if (GLOBALS.includes(code)) found.push(namedByLines(bytes, operation));
  }
  const data = new Set(pushed);
  return found.some(({ operation }) => operation.code === SHORT_TEXT && data.has(operation)) ? null : found;
}

/** The number in the memo: a line of digits, or bytes. */
function indexOf(bytes: Bytes, { code, argument, end }: Operation): number {
  const isLine = code === GETS[2] || code === PUTS[2];
  return isLine ? Number(textIn(bytes, argument, end)) : littleEndian(bytes.slice(argument, end));
}

function namedByLines(bytes: Bytes, operation: Operation): NamedModule {
  const start = operation.argument;
  const end: number = bytes.indexOf(10, start);
  return {
    operation,
    start,
    end,
    module: textIn(bytes, start, end),
    name: textIn(bytes, end + 1, operation.end - 1),
  };
}

function textIn(bytes: Bytes, start: number, end: number): string {
  return String.fromCharCode(...bytes.slice(start, end));
}
