import type { AsyncWith, ExceptHandler, Expr, Try, TryStar, With } from '../ast';
import { isSilent } from './bodies';
import { dottedText, leafOf } from './dotted';
import { visitExpr } from './expressions';
import { nameSpan } from './name-span';
import { bind } from './scopes';
import { visitBody } from './statements';
import type { Extraction, Place } from './state';
import { placed, sourceOf } from './state';
import { bindTarget } from './targets';

const IMPORT_CATCHERS = new Set(['ImportError', 'ModuleNotFoundError', 'Exception', 'BaseException']);

/**
 * Imports are guarded in a `try` with a handler that catches ImportError, in its `else` (which runs only when they worked),
 * and in such a handler.
 */
export function visitTry(x: Extraction, stmt: Try | TryStar, place: Place): void {
  const guarded: Place = place.guarded ? place : { ...place, guarded: true };
  const inner = stmt.handlers.some(catchesImportError) ? guarded : place;
  visitBody(x, stmt.body, inner);
  for (const handler of stmt.handlers)
    visitHandler(x, handler, catchesImportError(handler) ? guarded : place);
  visitBody(x, stmt.orelse, inner);
  visitBody(x, stmt.finalbody, place);
}

function visitHandler(x: Extraction, handler: ExceptHandler, place: Place): void {
  const { exceptionType, name, body } = handler;
  if (exceptionType) visitExpr(x, exceptionType, place);
  if (name !== null) {
    const from = exceptionType ? exceptionType.end : handler.start;
    bind(x, place.scopeId, name, 'other', nameSpan(x.text, name, from, body[0].start));
  }
  const { line, column, span } = placed(x, handler);
  x.facts.handlers.push({
    exceptions: caught(handler).map((item) => dottedText(item) || sourceOf(x, item)),
    silent: isSilent(body),
    line,
    column,
    span,
    function: place.function,
  });
  visitBody(x, body, place);
}

function caught({ exceptionType }: ExceptHandler): Expr[] {
  if (!exceptionType) return [];
  return exceptionType.type === 'Tuple' ? exceptionType.elts : [exceptionType];
}

function catchesImportError(handler: ExceptHandler): boolean {
  const items = caught(handler);
  return handler.exceptionType === null || items.some((item) => IMPORT_CATCHERS.has(leafOf(item)));
}

const EXPECTING = new Set(['suppress', 'raises', 'assertRaises', 'assertRaisesRegex']);

/** `with contextlib.suppress(ImportError):` guards too, and so does a test that wants an import to fail: `with pytest.raises(ImportError):`. */
export function visitWith(x: Extraction, stmt: With | AsyncWith, place: Place): void {
  let inner = place;
  for (const { context_expr: manager, optional_vars: target } of stmt.items) {
    visitExpr(x, manager, place);
    if (target) bindTarget(x, target, place);
    if (expectsImportError(manager)) inner = { ...place, guarded: true };
  }
  visitBody(x, stmt.body, inner);
}

function expectsImportError(manager: Expr): boolean {
  if (manager.type !== 'Call' || !EXPECTING.has(leafOf(manager.func))) return false;
  const given = manager.args.flatMap((arg) => (arg.type === 'Tuple' ? arg.elts : [arg]));
  return given.some((arg) => IMPORT_CATCHERS.has(leafOf(arg)));
}
