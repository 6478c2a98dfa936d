import type { FileRule } from '../rule';

/** `print(...)`, when the name is the builtin. */
export const print: FileRule = {
  id: 'PRINT',
  check: ({ facts }) =>
    facts.calls
      .filter((call) => call.resolved === 'builtins.print')
      .map(({ line, column }) => ({ line, column, message: 'print() in production code' })),
};
