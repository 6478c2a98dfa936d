import type { StringReference } from './kind';

const KEY = /(["']metric(_name)?["']\s*:|\bmetric(_name)?\s*=)\s*$/;
/** Methods of clients of StatsD (https://statsd.readthedocs.io/en/stable/reference.html) and of what logs to it. */
const CLIENT = /\.(incr|decr|increment|decrement|gauge|histogram|timing|timer|distribution)$/;

/** Is the literal the name of a metric? Dashboards and alarms have it, and nobody here sees them: it stays as it is. */
export function isMetric({ context: { text }, string, call, position }: StringReference): boolean {
  if (call && position === 0 && CLIENT.test(call.callee)) return true;
  return KEY.test(text.slice(Math.max(0, string.span.start - 40), string.span.start));
}
