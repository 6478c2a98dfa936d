import type { Call, Expr, Stmt } from '../python/ast';
import { parametersOf } from './signature';
import type { Placed } from './runs';
import type { FunctionNode } from './call-run';
import { innerPlace, resolveExpr, type Place, type Sym, type Symbols } from './symbols';
import type { Value } from './value';

type ClassSymbol = Sym & { kind: 'class' };
const MAX_BASES = 10;

/** Who asks for an attribute: the call that makes the instance, where it is known, and the place of the question. */
interface Asked {
  instance: Call | null;
  from: Place;
}

/** What the methods of a class, else those of its bases, assign to an attribute of `self`. */
export function assignmentsOf(
  symbols: Symbols,
  cls: ClassSymbol,
  name: string,
  asked: Asked,
  depth = 0,
): Placed[] {
  const inside = innerPlace(symbols, cls.place, cls.node);
  const own = cls.node.body.flatMap((statement): Placed[] => {
    if (statement.type !== 'FunctionDef' && statement.type !== 'AsyncFunctionDef') return [];
    const self = parametersOf(statement.args)[0]?.name;
    if (!self) return [];
    const place =
      enclosing(asked.from, statement) ??
      symbols.insideOf?.(statement, inside, asked.instance) ??
      innerPlace(symbols, inside, statement);
    return assignedIn(statement.body, self, name).map((expr) => ({ expr, place }));
  });
  if (own.length > 0 || depth > MAX_BASES) return own;
  return cls.node.bases.flatMap((base) => {
    const parent = resolveExpr(symbols, cls.place, base.type === 'Subscript' ? base.value : base);
    return parent?.kind === 'class' ? assignmentsOf(symbols, parent, name, asked, depth + 1) : [];
  });
}

/** The place inside of a function that another place is in. */
function enclosing(from: Place, node: FunctionNode): Place | null {
  for (let at: Place | null = from; at; at = at.outer) if (at.node === node) return at;
  return null;
}

/** Values of `self.name = …` in statements, blocks included. */
function assignedIn(body: readonly Stmt[], self: string, name: string): Expr[] {
  const isIt = (expr: Expr) =>
    expr.type === 'Attribute' && expr.attr === name && expr.value.type === 'Name' && expr.value.id === self;
  return body.flatMap((statement): Expr[] => {
    switch (statement.type) {
      case 'Assign':
        return statement.targets.some(isIt) ? [statement.value] : [];
      case 'AnnAssign':
        return isIt(statement.target) && statement.value ? [statement.value] : [];
      case 'If':
      case 'For':
      case 'While':
        return [...assignedIn(statement.body, self, name), ...assignedIn(statement.orelse, self, name)];
      case 'With':
      case 'AsyncWith':
        return assignedIn(statement.body, self, name);
      case 'Try':
        return [statement.body, statement.orelse, statement.finalbody].flatMap((part) =>
          assignedIn(part, self, name),
        );
      default:
        return [];
    }
  });
}

/** The class whose method a place is in, when the name is that of the method's first parameter and nothing is bound to it. */
export function classOfSelf(place: Place, name: string): ClassSymbol | null {
  for (let at: Place | null = place; at; at = at.outer) {
    if (at.namespace.names.has(name)) return null;
    if (!at.namespace.parameters?.has(name)) continue;
    const { node, outer } = at;
    if (!node || node.type === 'ClassDef' || outer?.node?.type !== 'ClassDef' || !outer.outer) return null;
    if (parametersOf((node as FunctionNode).args)[0]?.name !== name) return null;
    return { kind: 'class', node: outer.node, place: outer.outer, qualname: outer.qualname };
  }
  return null;
}

/** The class of the project that a value is an instance of: the result of a call of the class. */
export const classOfInstance = (value: Value): ClassSymbol | null =>
  value.kind === 'call' && value.callee?.kind === 'class' ? value.callee : null;
