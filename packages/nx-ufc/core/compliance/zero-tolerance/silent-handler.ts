import type { FileRule } from '../rule';

/** A bare `except`, and a handler whose body does nothing. `except StopIteration: pass` and its like are no exception to it. */
export const silentHandler: FileRule = {
  id: 'SILENT_HANDLER',
  check: ({ facts }) =>
    facts.handlers
      .filter((handler) => handler.silent || handler.exceptions.length === 0)
      .map(({ line, column, exceptions, silent }) => ({
        line,
        column,
        message:
          exceptions.length === 0
            ? 'bare except'
            : `${exceptions.join(', ')} is caught and ${silent ? 'dropped' : 'ignored'}`,
      })),
};
