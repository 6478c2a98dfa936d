import type { FileRule } from '../rule';

/** Blocking calls directly in the body of an `async def`; what is handed to a thread is a reference, no call. */
export const blockingInAsync: FileRule = {
  id: 'BLOCKING_IN_ASYNC',
  check({ facts, definition }) {
    const calls = new Set(definition.settings?.calls);
    const modules = definition.settings?.modules ?? [];
    return facts.calls
      .filter((call) => call.function >= 0 && facts.functions[call.function].async && call.resolved !== null)
      .filter(
        (call) =>
          calls.has(call.resolved!) || modules.some((module) => call.resolved!.startsWith(`${module}.`)),
      )
      .map((call) => ({
        line: call.line,
        column: call.column,
        message: `${call.callee}() blocks the event loop in ${facts.functions[call.function].qualname}`,
      }));
  },
};
