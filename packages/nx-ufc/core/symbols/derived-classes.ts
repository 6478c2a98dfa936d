import type { ClassDef, Expr } from '../python/ast';
import { modulePlace, resolveExpr, type Place, type Sym, type Symbols } from './symbols';

export type ClassSymbol = Sym & { kind: 'class' };

const known = new WeakMap<Symbols, Map<ClassDef, ClassSymbol[]>>();

/** The classes of the shipped modules that derive from a class, also by others. */
export function derivedClasses(symbols: Symbols, base: ClassSymbol): ClassSymbol[] {
  let byBase = known.get(symbols);
  if (!byBase) known.set(symbols, (byBase = classesByBase(symbols)));
  const found = new Map<ClassDef, ClassSymbol>();
  const queue = [base.node];
  for (let node = queue.pop(); node; node = queue.pop())
    for (const derived of byBase.get(node) ?? []) {
      if (found.has(derived.node) || derived.node === base.node) continue;
      found.set(derived.node, derived);
      queue.push(derived.node);
    }
  return [...found.values()];
}

function classesByBase(symbols: Symbols): Map<ClassDef, ClassSymbol[]> {
  const byBase = new Map<ClassDef, ClassSymbol[]>();
  for (const symbol of topLevelClasses(symbols))
    for (const base of symbol.node.bases) {
      const parent = resolveExpr(symbols, symbol.place, base);
      if (parent?.kind !== 'class') continue;
      const others = byBase.get(parent.node);
      if (others) others.push(symbol);
      else byBase.set(parent.node, [symbol]);
    }
  return byBase;
}

function topLevelClasses(symbols: Symbols): ClassSymbol[] {
  return [...symbols.project.modules.values()].flatMap((info) => {
    const place = info.area === 'shipped' ? modulePlace(symbols, info.name) : null;
    return place ? classesAt(symbols, place) : [];
  });
}

function classesAt(symbols: Symbols, place: Place): ClassSymbol[] {
  return [...place.namespace.names].flatMap(([id, definitions]) => {
    if (!definitions.some(({ kind }) => kind === 'class' || kind === 'assignment')) return [];
    const symbol = resolveExpr(symbols, place, { type: 'Name', id, start: 0, end: 0 } as Expr);
    return symbol?.kind === 'class' ? [symbol] : [];
  });
}
