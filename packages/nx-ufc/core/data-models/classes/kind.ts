import type { Expr } from '../../python/ast';
import { resolveExpr } from '../../symbols/symbols';
import { cached, NO_ARGUMENTS, type ClassSymbol, type ModelKind, type Models } from '../models';
import { canonicalName, isV1Name } from '../types/canonical-name';
import { returnedBy } from '../values/returned';
import { lineageOf, type Ancestor } from './lineage';

export interface ClassKind {
  kind: ModelKind;
  /** Major version of pydantic whose rules hold. */
  pydantic: 1 | 2;
  /** A `RootModel`. */
  root?: true;
  settings?: true;
  /** `pydantic.dataclasses.dataclass` */
  pydanticDataclass?: true;
}

const ENUMS = new Set([
  'enum.Enum',
  'enum.IntEnum',
  'enum.StrEnum',
  'enum.Flag',
  'enum.IntFlag',
  'enum.ReprEnum',
]);
const MODELS: Record<string, Partial<ClassKind>> = {
  'pydantic.BaseModel': {},
  'pydantic.GenericModel': {},
  'pydantic.create_model': {},
  'pydantic.RootModel': { root: true },
  'pydantic.BaseSettings': { settings: true },
  'pydantic_settings.BaseSettings': { settings: true },
  'pydantic_settings.main.BaseSettings': { settings: true },
  'sqlmodel.SQLModel': { kind: 'sqlmodel' },
};
const TABLES =
  /^(sqlalchemy\.(orm|ext\.declarative)(\.\w+)*\.(DeclarativeBase(NoMeta)?|declarative_base\(\)|automap_base\(\))|flask_sqlalchemy(\.\w+)*\.Model)$/;
const ATTRS =
  /^attrs?(\._make|\._next_gen)?\.(s|attrs|attributes|define|frozen|mutable|dataclass|make_class)$/;

/** What kind of data model a class is; null for any other class. */
export function kindOfClass(models: Models, symbol: ClassSymbol): ClassKind | null {
  return cached(models, symbol.node, 'kind', () => {
    const lineage = lineageOf(models, symbol, NO_ARGUMENTS);
    const fallback = models.options.pydantic;
    for (const ancestor of lineage) {
      const found = kindOfAncestor(models, ancestor, fallback);
      // `class Own(Base, RootModel)`: the bases of pydantic's own classes are not in the lineage, so `BaseModel` may come first.
      if (found?.kind === 'pydantic' && lineage.some(isRoot)) return { ...found, root: true };
      if (found) return found;
    }
    const foreign = lineage.some(
      (one) =>
        one.kind === 'unknown' || (one.kind === 'external' && !/^(builtins|abc|typing)\./.test(one.name)),
    );
    return foreign && usesPydantic(models, symbol) ? { kind: 'pydantic', pydantic: fallback } : null;
  });
}

const isRoot = (one: Ancestor): boolean => one.kind === 'external' && one.name === 'pydantic.RootModel';

function kindOfAncestor(models: Models, ancestor: Ancestor, version: 1 | 2): ClassKind | null {
  if (ancestor.kind === 'class') return decoratedKind(models, ancestor.symbol, version);
  if (ancestor.kind !== 'external') return null;
  const { name, raw } = ancestor;
  const pydantic = isV1Name(raw) ? 1 : version;
  if (ENUMS.has(name)) return { kind: 'enum', pydantic };
  if (Object.hasOwn(MODELS, name)) return { kind: 'pydantic', pydantic, ...MODELS[name] };
  if (name === 'typing.TypedDict') return { kind: 'typed_dict', pydantic };
  if (name === 'typing.NamedTuple' || name === 'collections.namedtuple')
    return { kind: 'named_tuple', pydantic };
  if (TABLES.test(name)) return { kind: 'sqlalchemy', pydantic };
  return null;
}

function decoratedKind(models: Models, symbol: ClassSymbol, pydantic: 1 | 2): ClassKind | null {
  for (const decorator of symbol.node.decorator_list) {
    const name = calleeName(models, symbol, decorator);
    if (name === 'dataclasses.dataclass' || name === 'dataclasses.make_dataclass')
      return { kind: 'dataclass', pydantic };
    if (name === 'pydantic.dataclass') return { kind: 'dataclass', pydantic, pydanticDataclass: true };
    if (attrsDecorator(models, symbol, decorator)) return { kind: 'attrs', pydantic };
  }
  return null;
}

/**
 * Which decorator of attrs makes the attributes of a class: `attrs.define`, also through a function of the project that gives the
 * class to it; null for any other decorator.
 */
export function attrsDecorator(models: Models, symbol: ClassSymbol, decorator: Expr): string | null {
  const known = (name: string | null) => (name !== null && ATTRS.test(name) ? name : null);
  const name = calleeName(models, symbol, decorator);
  if (name !== null) return known(name);
  const returned = returnedBy(models.symbols, resolveExpr(models.symbols, symbol.place, decorator));
  if (returned?.expr.type !== 'Call' || returned.expr.args.length !== 1) return null;
  const called = resolveExpr(models.symbols, returned.place, returned.expr.func);
  return called?.kind === 'external' ? known(called.name) : null;
}

/** Does the body of a class speak of pydantic: validators, `Field(…)`? */
function usesPydantic(models: Models, symbol: ClassSymbol): boolean {
  const isPydantic = (expr: Expr) =>
    /^pydantic\.(\w*validator|Field|PrivateAttr|computed_field)$/.test(
      calleeName(models, symbol, expr) ?? '',
    );
  return symbol.node.body.some(
    (statement) =>
      (statement.type === 'FunctionDef' && statement.decorator_list.some(isPydantic)) ||
      (statement.type === 'AnnAssign' && statement.value?.type === 'Call' && isPydantic(statement.value)),
  );
}

/** Canonical name of a decorator, called or not; null when it is one of the project or unknown. */
export function calleeName(models: Models, symbol: ClassSymbol, decorator: Expr): string | null {
  const target = decorator.type === 'Call' ? decorator.func : decorator;
  const callee = resolveExpr(models.symbols, symbol.place, target);
  return callee?.kind === 'external' ? canonicalName(callee.name) : null;
}
