import { parseExpressionText } from '../python';
import type { Expr } from '../python/ast';
import type { CallFact, FileFacts, FunctionFact, Span } from '../python/facts/types';

/** A parameter of a function of a file. */
export interface GivenParameter {
  name: string;
  definition: FunctionFact;
}

/**
 * The parameter that pytest gives a literal to: `@pytest.mark.parametrize("a, b", [("x", "y"), pytest.param("x", "y")])`, of a test or of a
 * class of tests (https://docs.pytest.org/en/stable/how-to/parametrize.html); null when it gives it to none.
 */
export function parametrized(facts: FileFacts, text: string, literal: Span): GivenParameter | null {
  for (const owner of [...facts.functions, ...facts.classes]) {
    const decorator = owner.decorators.find(
      ({ name, call, span }) => call >= 0 && /(^|\.)parametrize$/.test(name) && holds(span, literal),
    );
    if (!decorator) continue;
    const name = nameFor(text, facts.calls[decorator.call], literal);
    const tests = 'methods' in owner ? owner.methods.map((at) => facts.functions[at]) : [owner];
    const definition = tests.find(({ parameters }) => parameters.some((one) => one.name === name));
    return name !== null && definition ? { name, definition } : null;
  }
  return null;
}

function holds(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

function nameFor(text: string, call: CallFact, literal: Span): string | null {
  const [given, rows] = ['argnames', 'argvalues'].map((keyword, position) =>
    call.arguments.find((one, at) => one.keyword === keyword || (one.keyword === null && at === position)),
  );
  if (!given || !rows || !holds(rows.span, literal)) return null;
  const names = namesOf(parseExpressionText(text.slice(given.span.start, given.span.end)));
  const at = literal.start - rows.span.start;
  const row = items(parseExpressionText(text.slice(rows.span.start, rows.span.end))).find(
    ({ start, end }) => start <= at && at < end,
  );
  return row ? (names[cells(row, names.length).findIndex(({ start }) => start === at)] ?? null) : null;
}

/** `"a, b"`, or a list of names. */
function namesOf(expr: Expr | null): string[] {
  const texts = (one: Expr) =>
    one.type === 'Constant' && one.value.kind === 'str' ? one.value.value.split(',') : [];
  const all = expr?.type === 'Constant' ? texts(expr) : items(expr).flatMap(texts);
  return all.map((name) => name.trim()).filter((name) => name !== '');
}

function items(expr: Expr | null): Expr[] {
  return expr?.type === 'List' || expr?.type === 'Tuple' || expr?.type === 'Set' ? expr.elts : [];
}

/** What one run of a test is given. */
function cells(row: Expr, count: number): Expr[] {
  if (row.type === 'Call') return row.args;
  return count === 1 ? [row] : items(row);
}
