import type { Expr, Stmt } from '../../python/ast';
import { annotationPlace } from '../../data-models/classes/places';
import { leafOf } from '../../python/facts/dotted';
import { parametersOf, type Parameter } from '../../symbols/signature';
import { innerPlace, memberOf, resolveExpr, type Place, type Sym, type Symbols } from '../../symbols/symbols';
import type { Callable } from './callable';

type ClassSym = Sym & { kind: 'class' };
type Placed = Parameter & { place: Place };

/** What a class is called with: `__init__`, or the fields of a dataclass, model or named tuple. */
export function initParameters(symbols: Symbols, symbol: ClassSym): Callable {
  const init = memberOf(symbols, symbol, '__init__') ?? memberOf(symbols, symbol, '__new__');
  if (init?.kind === 'function') {
    const parameters = parametersOf(init.node.args)
      .slice(1)
      .map((one) => ({ ...one, place: init.place }));
    return { kind: 'signature', key: symbol.node, parameters };
  }
  const external = externalBase(symbols, symbol, 0);
  if (external && !FIELDS.test(external))
    return { kind: 'external', name: external, call: null, place: symbol.place };
  if (!external && !isDataclass(symbols, symbol))
    return { kind: 'signature', key: symbol.node, parameters: [] };
  return { kind: 'signature', key: symbol.node, parameters: fieldsOf(symbols, symbol, 0) };
}

const FIELDS = /^(pydantic\..*BaseModel|sqlmodel\..*SQLModel|typing\.NamedTuple)$/;
const MAX_BASES = 10;

function externalBase(symbols: Symbols, symbol: ClassSym, depth: number): string | null {
  for (const base of symbol.node.bases) {
    const parent = resolveExpr(symbols, symbol.place, base.type === 'Subscript' ? base.value : base);
    if (parent?.kind === 'external' && !/^(typing\.(Generic|Protocol)|abc\.ABC)$/.test(parent.name))
      return parent.name;
    const inherited =
      parent?.kind === 'class' && depth < MAX_BASES ? externalBase(symbols, parent, depth + 1) : null;
    if (inherited) return inherited;
  }
  return null;
}

function isDataclass(symbols: Symbols, { node, place }: ClassSym): boolean {
  return node.decorator_list.some((one) => {
    const symbol = resolveExpr(symbols, place, one.type === 'Call' ? one.func : one);
    return symbol?.kind === 'external' && /(^|\.)dataclasses\.dataclass$/.test(symbol.name);
  });
}

/** Annotated names of the class body, those of its bases first; a field that is given again keeps its place. */
export function fieldsOf(symbols: Symbols, symbol: ClassSym, depth: number): Placed[] {
  const fields = new Map<string, Placed>();
  for (const base of [...symbol.node.bases].reverse()) {
    const parent = resolveExpr(symbols, symbol.place, base.type === 'Subscript' ? base.value : base);
    if (parent?.kind !== 'class' || depth > MAX_BASES) continue;
    for (const field of fieldsOf(symbols, parent, depth + 1)) fields.set(field.name, field);
  }
  const place = annotationPlace(innerPlace(symbols, symbol.place, symbol.node));
  for (const statement of symbol.node.body) {
    const field = fieldOf(statement, place);
    if (field) fields.set(field.name, field);
  }
  return [...fields.values()];
}

function fieldOf(statement: Stmt, place: Place): Placed | null {
  if (statement.type !== 'AnnAssign' || statement.target.type !== 'Name') return null;
  const head: Expr =
    statement.annotation.type === 'Subscript' ? statement.annotation.value : statement.annotation;
  if (leafOf(head) === 'ClassVar' || leafOf(head) === 'InitVar') return null;
  const { id } = statement.target;
  if (id.startsWith('_') || id === 'model_config') return null;
  return {
    name: id,
    annotation: statement.annotation,
    default: statement.value,
    start: statement.start,
    kind: 'keyword',
    place,
  };
}
