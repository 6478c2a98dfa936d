import type { StringReferenceKind } from './kind';

/** A line of a log as a test expects it: `WARNING pkg.mod: text`, `WARNING:pkg.mod:text`. Loggers are named after modules. */
export const logLine: StringReferenceKind = {
  id: 'log-line',
  match({ context, string, path, moduleLength }) {
    if (context.info.area !== 'test' || string.role === 'docstring' || moduleLength === 0) return null;
    const before = context.text.slice(string.span.start, path.start);
    return /\b(DEBUG|INFO|WARN|WARNING|ERROR|CRITICAL|FATAL)(:|\s+)$/.test(before) &&
      context.text[path.end] === ':'
      ? 'the logger of an expected log line'
      : null;
  },
};
