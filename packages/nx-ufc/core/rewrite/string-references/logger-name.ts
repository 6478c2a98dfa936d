import type { StringReferenceKind } from './kind';
import { calleeLeaf } from './kind';

const BY_POSITION = new Set(['getLogger', 'get_logger', 'assertLogs', 'assertNoLogs', 'getChild']);

/** Logger names: loggers made by `getLogger(__name__)` changed their names with their modules. */
export const loggerName: StringReferenceKind = {
  id: 'logger-name',
  match({ whole, call, string, position }) {
    if (!whole || !call) return null;
    if (position === 0 && BY_POSITION.has(calleeLeaf(call))) return `logger name given to ${call.callee}()`;
    return string.name === 'logger' ? `logger= of ${call.callee}()` : null;
  },
};
