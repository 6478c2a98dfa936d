import { calleeLeaf } from '../../project/calls-named';
import { loggerAttributes } from '../../project/logger-attributes';
import { madeLoggers } from '../../project/made-loggers';
import { givenParameter } from '../../project/given-parameter';
import { isArgumentFor, takesLogger } from '../../project/package-arguments';
import type { StringReference, StringReferenceKind } from './kind';
import { isLoopedLogger } from './looped-logger';

/** Of logging, unittest, and the fixtures of testtools and testfixtures that catch what is logged. */
const BY_POSITION = new Set([
  'getLogger',
  'get_logger',
  'assertLogs',
  'assertNoLogs',
  'getChild',
  'FakeLogger',
  'LogCapture',
  'LogRecord',
]);
/** Of zope.testing, which takes any number of them (https://zopetesting.readthedocs.io/en/latest/loggingsupport.html). */
const ANY_POSITION = new Set(['InstalledHandler']);
/** Of pytest's caplog, `(level, logger)` (https://docs.pytest.org/en/stable/reference/reference.html#pytest.LogCaptureFixture.set_level). */
const LEVELS = new Set(['set_level', 'at_level']);
/** Of click-log, which configures the logger (https://click-log.readthedocs.io/en/stable/#api). */
const CONFIGURES = /^click_log(\.core)?\.(basic_config|simple_verbosity_option)$/;
const KEPT_LOGGERS = /(["']loggers["']\s*:|\bloggers\s*=)\s*$/;
const LOGGER = /(log|logger|records?)$/i;

/** Logger names: loggers made by `getLogger(__name__)` changed their names with their modules. */
export const loggerName: StringReferenceKind = {
  id: 'logger-name',
  inProgram: 'importing',
  match(reference) {
    const { whole, call, string, position, context, at } = reference;
    if (!whole) return null;
    if (isCompared(reference)) return 'compared with the name of a logger';
    if (isConfigured(reference)) return 'a logger in a configuration of logging';
    if (isRecord(reference)) return 'the logger of an expected record';
    if (isInLoggers(reference)) return 'listed as a logger';
    if (isAttribute(reference)) return 'an attribute that loggers are made by';
    if (isLoopedLogger(reference)) return 'logger name, in a loop over such names';
    const made = reference.known ? undefined : madeLoggers(context.project).get(string.value);
    if (made !== undefined && !call) return `the logger that ${made} makes`;
    const given = givenParameter(context.facts, context.text, string.span);
    if (given && takesLogger(context.project, given)) return `logger name, for ${given.name}`;
    if (!call) return null;
    if (position === 0 && BY_POSITION.has(calleeLeaf(call))) return `logger name given to ${call.callee}()`;
    if (position >= 0 && ANY_POSITION.has(calleeLeaf(call))) return `logger name given to ${call.callee}()`;
    if (position === 1 && LEVELS.has(calleeLeaf(call))) return `logger name given to ${call.callee}()`;
    if (position === 0 && CONFIGURES.test(call.resolved ?? call.callee))
      return `logger name given to ${call.callee}()`;
    if (isArgumentFor(takesLogger, context.project, context.facts, call, at))
      return `logger name, for ${call.callee}()`;
    return string.name === 'logger' ? `logger= of ${call.callee}()` : null;
  },
};

/** `log_name = "pkg"` of a class, `self.log_name = "pkg"`, for `getLogger(self.log_name)`. */
function isAttribute({
  context: { facts, project },
  string: { role, span, name },
}: StringReference): boolean {
  if (role !== 'assignment') return false;
  const made = facts.assignments.find((one) => one.span.start <= span.start && one.span.end === span.end);
  const isOfClass = made !== undefined && made.class >= 0 && name === made.target;
  const attribute = isOfClass ? name : /^(?:self|cls)\.(\w+)$/.exec(made?.target ?? '')?.[1];
  return loggerAttributes(project).has(attribute ?? '');
}

/** `("pkg.mod", logging.WARNING, "text")` (https://docs.pytest.org/en/stable/reference/reference.html#pytest.LogCaptureFixture.record_tuples). */
function isRecord({ context: { text, info }, string }: StringReference): boolean {
  return (
    info.area === 'test' &&
    /\(\s*$/.test(text.slice(Math.max(0, string.span.start - 40), string.span.start)) &&
    /^\s*,\s*(\w+\.)?(DEBUG|INFO|WARN|WARNING|ERROR|CRITICAL|FATAL)\s*,/.test(
      text.slice(string.span.end, string.span.end + 60),
    )
  );
}

/** `log.name == "pkg"`, `get_logger().name == "pkg"`, and so for a variable that such a call made. */
function isCompared({ context, string }: StringReference): boolean {
  const { facts, text } = context;
  const before = text.slice(Math.max(0, string.span.start - 100), string.span.start);
  const subject = /(\w+)(?:\([^()]*\)|\[[^[\]]*\])?\.name\s*[!=]=\s*$/.exec(before)?.[1];
  if (subject === undefined) return false;
  const isMade = facts.assignments.some(
    ({ target, scopeId, value }) =>
      target === subject &&
      scopeId === string.scopeId &&
      value?.kind === 'call' &&
      LOGGER.test(facts.calls[value.call].callee),
  );
  return isMade || LOGGER.test(subject);
}

/**
 * A key of `"loggers": {…}`, `loggers={…}` or `x["loggers"]`, and the value of `"qualname"`
 * (https://docs.python.org/3/library/logging.config.html#logging-config-dictschema).
 */
function isConfigured(reference: StringReference): boolean {
  const { context, string } = reference;
  const before = (end: number) => context.text.slice(Math.max(0, end - 40), end);
  if (/["']qualname["']\s*:\s*$/.test(before(string.span.start))) return true;
  if (string.role === 'subscript' && /\[\s*["']loggers["']\s*\]\[\s*$/.test(before(string.span.start)))
    return true;
  const start = string.role === 'key' ? bracketAround(reference) : null;
  return start !== null && KEPT_LOGGERS.test(before(start));
}

/** `loggers = ["pkg"]`, `{"loggers": ["pkg"]}`, also where such a value is the default of a setting. */
function isInLoggers(reference: StringReference): boolean {
  const { context, string, known } = reference;
  if (string.role !== 'element' || !known) return false;
  const start = bracketAround(reference) ?? 0;
  if (KEPT_LOGGERS.test(context.text.slice(Math.max(0, start - 40), start))) return true;
  const holds = ({ span }: { span: { start: number; end: number } }) =>
    span.start <= string.span.start && string.span.end <= span.end;
  return /(^|\.)loggers$/i.test(context.facts.assignments.findLast(holds)?.target ?? '');
}

/** Where the bracket opens that a literal stands in; null when it stands in none. */
function bracketAround({ context: { facts, text }, string, at }: StringReference): number | null {
  let depth = 0;
  let previous = at - 1;
  for (let i = string.span.start - 1; i >= 0; i--) {
    const literal = facts.strings[previous];
    if (literal && i < literal.span.end) {
      i = Math.min(i, literal.span.start);
      previous--;
    } else if (/[)\]}]/.test(text[i])) depth++;
    else if (/[([{]/.test(text[i]) && depth-- === 0) return i;
  }
  return null;
}
