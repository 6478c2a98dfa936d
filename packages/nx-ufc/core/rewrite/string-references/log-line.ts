import type { StringReferenceKind } from './kind';

const LEVEL = '(DEBUG|INFO|WARN|WARNING|ERROR|CRITICAL|FATAL)';

/** A line of a log as a test expects it: `WARNING pkg.mod: text`, `WARNING:pkg.mod:text`, `pkg.mod WARNING: text`, `pkg.mod - WARNING - text`. Loggers are named after modules. */
export const logLine: StringReferenceKind = {
  id: 'log-line',
  match({ context, string, path, moduleLength }) {
    if (context.info.area !== 'test' || string.role === 'docstring' || moduleLength === 0) return null;
    const before = context.text.slice(string.span.start, path.start);
    const after = context.text.slice(path.end, path.end + 20);
    const isBehind = new RegExp(`\\b${LEVEL}(:|\\s+)$`).test(before) && after.startsWith(':');
    const isBefore = new RegExp(`^(:|\\s+|\\s*[-|]\\s*)\\[?${LEVEL}\\b`).test(after);
    return isBehind || isBefore ? 'the logger of an expected log line' : null;
  },
};
