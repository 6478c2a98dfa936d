import type { ExceptHandler, Expr, ImportFrom, Import, MatchCase, Pattern, Stmt, TypeParam } from '../ast';
import { isDocstring, isSilent } from './bodies';
import { visitClass, visitFunction } from './definitions';
import { dottedOf } from './dotted';
import { recordDunderAll } from './dunder-all';
import type { Reading } from './expressions';
import { bindTarget, reading, TYPE, visitExpr } from './expressions';
import { recordString } from './strings';
import type { Extraction, Place } from './state';
import { bind, openScope, placed, sourceOf } from './state';
import type { ImportFact } from './types';
import { valueFact } from './values';

export function visitBody(x: Extraction, body: readonly Stmt[], place: Place): void {
  for (const stmt of body) visitStmt(x, stmt, place);
}

/** A body whose first statement may be a docstring. Returns whether it is. */
export function visitDocumentedBody(x: Extraction, body: readonly Stmt[], place: Place): boolean {
  const [first] = body;
  const documented = isDocstring(first);
  if (documented && first.type === 'Expr' && first.value.type === 'Constant') {
    recordString(x, first.value, place.scopeId, { role: 'docstring', call: -1, name: null });
  }
  visitBody(x, documented ? body.slice(1) : body, place);
  return documented;
}

function visitStmt(x: Extraction, stmt: Stmt, place: Place): void {
  switch (stmt.type) {
    case 'FunctionDef':
    case 'AsyncFunctionDef':
      return visitFunction(x, stmt, place);
    case 'ClassDef':
      return visitClass(x, stmt, place);
    case 'Import':
    case 'ImportFrom':
      return visitImport(x, stmt, place);
    case 'Assign':
    case 'AnnAssign':
    case 'AugAssign':
    case 'TypeAlias':
      return visitAssignment(x, stmt, place);
    case 'If':
      return visitIf(x, stmt, place);
    case 'Try':
    case 'TryStar':
      return visitTry(x, stmt, place);
    case 'Expr':
      recordDunderAll(x, stmt, place);
      visitExpr(x, stmt.value, place);
      return;
    case 'For':
    case 'AsyncFor':
      visitExpr(x, stmt.iter, place);
      bindTarget(x, stmt.target, place, place.scopeId);
      visitBody(x, stmt.body, place);
      return visitBody(x, stmt.orelse, place);
    case 'While':
      visitExpr(x, stmt.test, place);
      visitBody(x, stmt.body, place);
      return visitBody(x, stmt.orelse, place);
    case 'With':
    case 'AsyncWith':
      return visitWith(x, stmt, place);
    case 'Match':
      visitExpr(x, stmt.subject, place);
      return stmt.cases.forEach((item) => visitCase(x, item, place));
    default:
      return visitSimple(x, stmt, place);
  }
}

function visitSimple(x: Extraction, stmt: Stmt, place: Place): void {
  switch (stmt.type) {
    case 'Return':
      if (stmt.value) visitExpr(x, stmt.value, place);
      return;
    case 'Raise':
      if (stmt.exc) visitExpr(x, stmt.exc, place);
      if (stmt.cause) visitExpr(x, stmt.cause, place);
      return;
    case 'Assert':
      visitExpr(x, stmt.test, place);
      if (stmt.msg) visitExpr(x, stmt.msg, place);
      return;
    case 'Delete':
      for (const target of stmt.targets) visitExpr(x, target, place);
      return;
    case 'Global':
    case 'Nonlocal':
      for (const name of stmt.names)
        bind(x, place.scopeId, name, stmt.type === 'Global' ? 'global' : 'nonlocal', stmt);
      return;
  }
}

function visitImport(x: Extraction, stmt: Import | ImportFrom, place: Place): void {
  const fact: ImportFact = {
    kind: stmt.type === 'Import' ? 'import' : 'from',
    module: stmt.type === 'ImportFrom' ? (stmt.module ?? '') : '',
    level: stmt.type === 'ImportFrom' ? stmt.level : 0,
    moduleSpan: stmt.type === 'ImportFrom' ? { start: stmt.moduleStart, end: stmt.moduleEnd } : null,
    names: stmt.names.map((alias) => ({
      name: alias.name,
      alias: alias.asname,
      span: { start: alias.start, end: alias.end },
      nameSpan: { start: alias.start, end: alias.nameEnd },
    })),
    ...placed(x, stmt),
    scope: place.run,
    scopeId: place.scopeId,
    guarded: place.guarded,
  };
  const index = x.facts.imports.push(fact) - 1;
  stmt.names.forEach((alias, sub) => {
    if (alias.name === '*') return;
    const bound = alias.asname ?? (fact.kind === 'import' ? alias.name.split('.')[0] : alias.name);
    bind(x, place.scopeId, bound, 'import', alias, index, sub);
  });
}

type Assignment = Extract<Stmt, { type: 'Assign' | 'AnnAssign' | 'AugAssign' | 'TypeAlias' }>;

function visitAssignment(x: Extraction, stmt: Assignment, place: Place): void {
  if (stmt.type === 'TypeAlias') {
    bind(x, place.scopeId, stmt.name.id, 'assignment', stmt.name);
    const inner = typeParamPlace(x, stmt.type_params, stmt, place);
    visitExpr(x, stmt.value, inner, TYPE);
    return;
  }
  recordDunderAll(x, stmt, place);
  const targets = stmt.type === 'Assign' ? stmt.targets : [stmt.target];
  const named = targets.find((target) => target.type === 'Name');
  const use: Reading = reading('assignment', named?.type === 'Name' ? named.id : null);
  const call = stmt.value ? visitExpr(x, stmt.value, place, use) : -1;
  if (stmt.type === 'AnnAssign') visitExpr(x, stmt.annotation, place, TYPE);
  for (const target of targets) {
    if (stmt.type === 'AugAssign') visitExpr(x, target, place);
    bindTarget(x, target, place, place.scopeId, x.facts.assignments.length);
    recordAssignment(x, stmt, target, call, place);
  }
}

/** Facts of simple targets at module and class level, and of names in functions. */
function recordAssignment(
  x: Extraction,
  stmt: Exclude<Assignment, { type: 'TypeAlias' }>,
  target: Expr,
  call: number,
  place: Place,
): void {
  const dotted = dottedOf(target);
  if (!dotted || stmt.type === 'AugAssign') return;
  const annotation = stmt.type === 'AnnAssign' ? stmt.annotation : null;
  x.facts.assignments.push({
    target: dotted.parts.join('.'),
    annotation: annotation
      ? { text: sourceOf(x, annotation), span: { start: annotation.start, end: annotation.end } }
      : null,
    value: stmt.value ? valueFact(x, stmt.value, place.scopeId, call) : null,
    scopeId: place.scopeId,
    class: place.class,
    run: place.run,
    ...placed(x, stmt),
  });
}

/** `elif` chains are a loop. The branch of TYPE_CHECKING runs for type checkers only; its `else` runs. */
function visitIf(x: Extraction, first: Extract<Stmt, { type: 'If' }>, place: Place): void {
  let current: Stmt | undefined = first;
  while (current?.type === 'If') {
    visitExpr(x, current.test, place);
    if (place.scopeId === 0 && isMainTest(current.test)) {
      const { line, span } = placed(x, current);
      x.facts.mainGuards.push({ line, span });
    }
    const typing = isTypeChecking(current.test);
    const guarded = place.guarded || isPlatformTest(x, current.test);
    visitBody(x, current.body, {
      ...place,
      run: typing && place.run === 'module' ? 'type_checking' : place.run,
      guarded,
    });
    const orelse: Stmt[] = current.orelse;
    if (orelse.length === 1 && orelse[0].type === 'If') {
      current = orelse[0];
      continue;
    }
    visitBody(x, orelse, { ...place, guarded });
    return;
  }
}

function isTypeChecking(test: Expr): boolean {
  return dottedOf(test)?.parts.at(-1) === 'TYPE_CHECKING';
}

/** Imports under a test of version or platform are alternatives, like those in a `try`. */
function isPlatformTest(x: Extraction, test: Expr): boolean {
  return /\b(sys\.(version_info|platform|implementation)|os\.name|platform\.\w+|version_info|PY[23]|PY3\d*)\b/.test(
    sourceOf(x, test),
  );
}

function isMainTest(test: Expr): boolean {
  if (test.type !== 'Compare' || test.ops.length !== 1 || test.ops[0] !== 'Eq') return false;
  const sides = [test.left, test.comparators[0]];
  const name = sides.some((side) => side.type === 'Name' && side.id === '__name__');
  return (
    name &&
    sides.some(
      (side) => side.type === 'Constant' && side.value.kind === 'str' && side.value.value === '__main__',
    )
  );
}

const IMPORT_CATCHERS = new Set(['ImportError', 'ModuleNotFoundError', 'Exception', 'BaseException']);

function visitTry(x: Extraction, stmt: Extract<Stmt, { type: 'Try' | 'TryStar' }>, place: Place): void {
  const catches = stmt.handlers.some((handler) => {
    const names = caught(handler);
    return names.length === 0 || names.some((name) => IMPORT_CATCHERS.has(name));
  });
  const guarded = place.guarded || catches;
  visitBody(x, stmt.body, { ...place, guarded });
  for (const handler of stmt.handlers) {
    if (handler.exceptionType) visitExpr(x, handler.exceptionType, place);
    if (handler.name) bind(x, place.scopeId, handler.name, 'other', handler);
    x.facts.handlers.push({
      exceptions: caught(handler),
      silent: isSilent(handler.body),
      ...placed(x, handler),
      function: place.function,
    });
    visitBody(x, handler.body, { ...place, guarded });
  }
  visitBody(x, stmt.orelse, { ...place, guarded });
  visitBody(x, stmt.finalbody, place);
}

function caught(handler: ExceptHandler): string[] {
  const { exceptionType } = handler;
  if (!exceptionType) return [];
  const items = exceptionType.type === 'Tuple' ? exceptionType.elts : [exceptionType];
  return items.map((item) => dottedOf(item)?.parts.join('.') ?? '?');
}

function visitWith(x: Extraction, stmt: Extract<Stmt, { type: 'With' | 'AsyncWith' }>, place: Place): void {
  let { guarded } = place;
  for (const item of stmt.items) {
    visitExpr(x, item.context_expr, place);
    if (item.optional_vars) bindTarget(x, item.optional_vars, place, place.scopeId);
    const { context_expr: manager } = item;
    if (manager.type === 'Call' && dottedOf(manager.func)?.parts.at(-1) === 'suppress') {
      guarded ||= manager.args.some((arg) => IMPORT_CATCHERS.has(dottedOf(arg)?.parts.at(-1) ?? ''));
    }
  }
  visitBody(x, stmt.body, { ...place, guarded });
}

function visitCase(x: Extraction, item: MatchCase, place: Place): void {
  visitPattern(x, item.pattern, place);
  if (item.guard) visitExpr(x, item.guard, place);
  visitBody(x, item.body, place);
}

function visitPattern(x: Extraction, pattern: Pattern, place: Place): void {
  const name = 'name' in pattern ? pattern.name : 'rest' in pattern ? pattern.rest : null;
  if (name) bind(x, place.scopeId, name, 'other', pattern);
  switch (pattern.type) {
    case 'MatchValue':
      visitExpr(x, pattern.value, place, reading('comparison'));
      return;
    case 'MatchAs':
      if (pattern.pattern) visitPattern(x, pattern.pattern, place);
      return;
    case 'MatchMapping':
      for (const key of pattern.keys) visitExpr(x, key, place, reading('key'));
      for (const part of pattern.patterns) visitPattern(x, part, place);
      return;
    case 'MatchClass':
      visitExpr(x, pattern.cls, place);
      for (const part of [...pattern.patterns, ...pattern.kwd_patterns]) visitPattern(x, part, place);
      return;
    case 'MatchSequence':
    case 'MatchOr':
      for (const part of pattern.patterns) visitPattern(x, part, place);
      return;
  }
}

/** The scope of type parameters (PEP 695), when there are any. */
export function typeParamPlace(
  x: Extraction,
  params: TypeParam[],
  node: { start: number; end: number },
  place: Place,
): Place {
  if (params.length === 0) return place;
  const scopeId = openScope(x, 'type_params', place.scopeId, '<type parameters>', node);
  const inner = { ...place, scopeId };
  for (const param of params) {
    bind(x, scopeId, param.name, 'other', param);
    if (param.type === 'TypeVar' && param.bound) visitExpr(x, param.bound, inner, TYPE);
    if (param.default_value) visitExpr(x, param.default_value, inner, TYPE);
  }
  return inner;
}
