import type { Expr } from '../../python/ast';
import { resolveExpr, type Place } from '../../symbols/symbols';
import type { Unwrapped } from '../annotations/annotated';
import { typeOf } from '../annotations/annotation';
import { modelNamed } from './model-named';
import type { Models, Scope } from '../models';
import { partsOf } from '../types/parts';
import type { CoreType } from '../types/core-type';
import { constantOf } from '../values/constant';
import { sqlalchemyName } from './external';

export interface Relationship {
  /** Id of the class on the other side; null when it is not known. */
  target: string | null;
  /** Several objects: `Mapped[list[X]]`; null where nothing says it. */
  many: boolean | null;
  backPopulates?: string;
  backref?: string;
  secondary?: string;
}

/** What `relationship(…)` says, with the annotation of its attribute; null when the value is something else. */
export function relationshipOf(
  models: Models,
  scope: Scope,
  value: Expr,
  inner: Unwrapped | null,
): Relationship | null {
  if (value.type !== 'Call') return null;
  const name = sqlalchemyName(models, scope.place, value.func);
  if (name !== 'relationship' && name !== 'Relationship') return null;
  const keyword = (key: string) => value.keywords.find((one) => one.arg === key)?.value;
  const given = value.args[0] ?? keyword('argument');
  const type = inner ? typeOf(models, inner.scope, inner.expr) : null;
  const text = (key: string) => {
    const expr = keyword(key);
    const constant = expr ? constantOf(models, scope.place, expr) : null;
    return constant?.known && typeof constant.json === 'string' ? constant.json : undefined;
  };
  const secondary = keyword('secondary') ?? keyword('link_model');
  return {
    target:
      (given ? targetOf(models, scope.place, given) : null) ??
      (type ? refIn(models, type) : null) ??
      namedIn(models, inner),
    many: manyOf(type, keyword('uselist')),
    ...optional('backPopulates', text('back_populates')),
    ...optional('backref', text('backref')),
    ...optional('secondary', secondary ? sourceOf(models, scope.place, secondary) : undefined),
  };
}

const optional = (key: string, value: string | undefined): object =>
  value === undefined ? {} : { [key]: value };

/** A class, a text that names one, or a function without parameters that returns one. */
function targetOf(models: Models, place: Place, expr: Expr): string | null {
  if (expr.type === 'Lambda') return targetOf(models, place, expr.body);
  const constant = expr.type === 'Constant' ? constantOf(models, place, expr) : null;
  if (constant?.known && typeof constant.json === 'string') return modelNamed(models, constant.json);
  const symbol = resolveExpr(models.symbols, place, expr);
  return symbol?.kind === 'class' ? modelNamed(models, `${symbol.place.info.name}.${symbol.qualname}`) : null;
}

function refIn(models: Models, type: CoreType): string | null {
  if (type.kind === 'ref') return type.id;
  for (const part of partsOf(type)) {
    const found = refIn(models, part);
    if (found) return found;
  }
  return null;
}

/** `Mapped[list["Item"]]` where `Item` is only known to the registry. */
function namedIn(models: Models, inner: Unwrapped | null): string | null {
  let expr = inner?.expr ?? null;
  while (expr?.type === 'Subscript') expr = expr.slice;
  if (expr?.type === 'Constant' && expr.value.kind === 'str') return modelNamed(models, expr.value.value);
  return expr?.type === 'Name' ? modelNamed(models, expr.id) : null;
}

function manyOf(type: CoreType | null, uselist: Expr | undefined): boolean | null {
  if (uselist?.type === 'Constant' && uselist.value.kind === 'bool') return uselist.value.value;
  if (!type) return null;
  const plain = type.kind === 'nullable' ? type.inner : type;
  return ['list', 'set', 'dict', 'sequence', 'lax'].includes(plain.kind);
}

function sourceOf(models: Models, place: Place, expr: Expr): string {
  const constant = expr.type === 'Constant' ? constantOf(models, place, expr) : null;
  if (constant?.known && typeof constant.json === 'string') return constant.json;
  return models.symbols.project.sources.get(place.info.path)!.text.slice(expr.start, expr.end);
}
