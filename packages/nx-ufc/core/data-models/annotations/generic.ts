import type { Expr, Subscript } from '../../python/ast';
import { leafOf } from '../../python/facts/dotted';
import { resolveExpr, type Place, type Sym } from '../../symbols/symbols';
import { classType } from '../classes/class-type';
import { argumentsFor } from '../classes/type-parameters';
import { kindOfClass } from '../classes/kind';
import { lineageOf } from '../classes/lineage';
import { NO_ARGUMENTS, type ClassSymbol, type Models, type Scope } from '../models';
import { canonicalName } from '../types/canonical-name';
import { ANY, unresolved, type CoreType } from '../types/core-type';
import { aliasType } from './alias';
import { typeOf } from './annotation';
import { annotatedType } from './annotated';
import { literalType } from './literal';
import { unionOf } from './union';

type Build = (models: Models, scope: Scope, args: Expr[]) => CoreType;

const first = (models: Models, scope: Scope, args: Expr[]): CoreType =>
  args.length > 0 ? typeOf(models, scope, args[0]) : ANY;
const items =
  (kind: 'list' | 'set' | 'frozenset' | 'generator'): Build =>
  (models, scope, args) => ({ kind, items: first(models, scope, args) });
const mapping: Build = (models, scope, args) => ({
  kind: 'dict',
  keys: first(models, scope, args),
  values: args.length > 1 ? typeOf(models, scope, args[1]) : ANY,
});
const lax =
  (build: Build): Build =>
  (...given) => ({ kind: 'lax', inner: build(...given) });
const same: Build = first;
const text =
  (format: string): Build =>
  () => ({ kind: 'fixed', schema: { type: 'string', format } });

/** Types with arguments by their canonical name. */
const GENERICS: Readonly<Record<string, Build>> = {
  'builtins.list': items('list'),
  'typing.List': items('list'),
  'typing.MutableSequence': items('list'),
  'builtins.set': items('set'),
  'typing.Set': items('set'),
  'typing.MutableSet': items('set'),
  'builtins.frozenset': items('frozenset'),
  'typing.FrozenSet': items('frozenset'),
  'typing.AbstractSet': items('frozenset'),
  'typing.Iterable': items('generator'),
  'typing.Generator': items('generator'),
  'typing.Sequence': (...given) => ({ kind: 'sequence', inner: items('list')(...given) }),
  'typing.Deque': lax(items('list')),
  'builtins.dict': mapping,
  'typing.Dict': mapping,
  'typing.Mapping': mapping,
  'typing.MutableMapping': mapping,
  'typing.OrderedDict': lax(mapping),
  'typing.DefaultDict': lax(mapping),
  'typing.Counter': lax((models, scope, args) => ({
    kind: 'dict',
    keys: first(models, scope, args),
    values: { kind: 'int' },
  })),
  'builtins.tuple': tupleType,
  'typing.Tuple': tupleType,
  'typing.Optional': (models, scope, args) => unionOf([first(models, scope, args), { kind: 'none' }]),
  'typing.Union': (models, scope, args) => unionOf(args.map((arg) => typeOf(models, scope, arg))),
  'typing.Annotated': annotatedType,
  'typing.Literal': literalType,
  'typing.Final': same,
  'typing.Required': same,
  'typing.NotRequired': same,
  'typing.ReadOnly': same,
  'typing.ClassVar': same,
  'typing.Unpack': same,
  'typing.Type': subclassType,
  'builtins.type': subclassType,
  'typing.Callable': () => ({ kind: 'invalid', reason: 'a callable' }),
  'typing.Pattern': text('regex'),
  'os.PathLike': (models, scope, args) => ({
    kind: 'lax',
    inner: first(models, scope, args).kind === 'bytes' ? { kind: 'bytes' } : { kind: 'str' },
    updates: { format: 'path' },
  }),
  'pydantic.Json': (models, scope, args) => ({ kind: 'json', inner: first(models, scope, args) }),
  'pydantic.SerializeAsAny': same,
  'pydantic.SkipValidation': same,
  'pydantic.InstanceOf': (models, scope, args) => ({ kind: 'sequence', inner: first(models, scope, args) }),
  'pydantic.ImportString': () => ({ kind: 'fixed', schema: { type: 'string' } }),
  'pydantic.Secret': (models, scope, args) => ({
    kind: 'lax',
    inner: first(models, scope, args),
    updates: { writeOnly: true, format: 'password' },
  }),
  'sqlalchemy.orm.Mapped': same,
};

/** What stands before the brackets, other names for a class followed: `Items = list`. */
function headOf(models: Models, place: Place, expr: Expr, depth = 0): { symbol: Sym | null; name: Expr } {
  const symbol = resolveExpr(models.symbols, place, expr);
  const alias = symbol?.kind === 'variable' && !symbol.ambiguous ? symbol.value : null;
  if (symbol?.kind === 'variable' && depth < 10 && (alias?.type === 'Name' || alias?.type === 'Attribute'))
    return headOf(models, symbol.place, alias, depth + 1);
  return { symbol, name: expr };
}

/** The type of `Head[arguments]`. */
export function genericType(models: Models, scope: Scope, expr: Subscript): CoreType {
  const args = expr.slice.type === 'Tuple' ? expr.slice.elts : [expr.slice];
  const { symbol, name: head } = headOf(models, scope.place, expr.value);
  if (symbol?.kind === 'class')
    return classType(
      models,
      symbol,
      isGeneric(models, symbol) ? argumentsFor(models, symbol, args, scope) : NO_ARGUMENTS,
    );
  if (symbol?.kind === 'variable' || symbol?.kind === 'type_alias')
    return aliasType(models, scope, symbol, args);
  if (symbol && symbol.kind !== 'external') return unresolved(`a ${symbol.kind} is no type`);
  const name = symbol ? canonicalName(symbol.name) : `builtins.${leafOf(head)}`;
  if (Object.hasOwn(GENERICS, name)) return GENERICS[name](models, scope, args);
  return unresolved(
    symbol ? `${symbol.name} is a type of another package` : `${leafOf(expr.value)} is not known here`,
  );
}

function tupleType(models: Models, scope: Scope, args: Expr[]): CoreType {
  if (args.length === 0 || (args.length === 1 && args[0].type === 'Tuple'))
    return { kind: 'tuple', items: [], variadic: -1 };
  const last = args[args.length - 1];
  if (args.length === 2 && last.type === 'Constant' && last.value.kind === 'ellipsis')
    return { kind: 'tuple', items: [typeOf(models, scope, args[0])], variadic: 0 };
  return { kind: 'tuple', items: args.map((arg) => typeOf(models, scope, arg)), variadic: -1 };
}

/** `type[X]` is any value, `type[Any]` has no schema. */
function subclassType(models: Models, scope: Scope, args: Expr[]): CoreType {
  const type = first(models, scope, args);
  if (type.kind === 'unresolved') return type;
  if (type.kind === 'union')
    return { kind: 'union', choices: type.choices.map((): CoreType => ({ kind: 'fixed', schema: {} })) };
  return type.kind === 'any' ? { kind: 'invalid', reason: 'any class' } : { kind: 'fixed', schema: {} };
}

/** Only a `GenericModel` of pydantic 1 makes a new class of its arguments. */
function isGeneric(models: Models, symbol: ClassSymbol): boolean {
  const kind = kindOfClass(models, symbol);
  if (kind?.kind !== 'pydantic' || kind.pydantic === 2) return true;
  return lineageOf(models, symbol, NO_ARGUMENTS).some(
    (one) => one.kind === 'external' && one.name === 'pydantic.GenericModel',
  );
}
