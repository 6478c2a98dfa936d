import type { Operation } from './operations';
import { FRAME, GET, MEMOIZE, PROTO, PUT, SHORT_TEXT, STACK_GLOBAL } from './operations';

/** A text of a pickle that is the module of a class, and the class. */
export interface NamedModule {
  operation: Operation;
  module: string;
  name: string;
}

/**
 * Texts that STACK_GLOBAL takes as module and name, written there or remembered. Null when a module is used as data, too: one text is written
 * for both then.
 */
export function namedModules(
  bytes: readonly number[],
  operations: readonly Operation[],
): NamedModule[] | null {
  const memo = new Map<number, Operation>();
  const pushed: Operation[] = [];
  const found: NamedModule[] = [];
  const textOf = ({ argument, end }: Operation) => String.fromCharCode(...bytes.slice(argument, end));
  for (const operation of operations) {
    const last = pushed.at(-1);
    if (operation.code === MEMOIZE && last) memo.set(memo.size, last);
    else if (operation.code === PUT && last) memo.set(bytes[operation.argument], last);
    else if (operation.code === STACK_GLOBAL) {
      const [module, name] = pushed.splice(-2);
      if (module?.code === SHORT_TEXT && name?.code === SHORT_TEXT)
        found.push({ operation: module, module: textOf(module), name: textOf(name) });
      pushed.push(operation);
    } else if (operation.code !== PROTO && operation.code !== FRAME)
      pushed.push(operation.code === GET ? (memo.get(bytes[operation.argument]) ?? operation) : operation);
  }
  return found.some(({ operation }) => pushed.includes(operation)) ? null : found;
}
