import type { Call, Expr } from '../python/ast';
import type { Place, Sym } from './symbols';

/** What an expression is known to evaluate to without running it. */
export type Value =
  | { kind: 'none' }
  | { kind: 'ellipsis' }
  | { kind: 'bool'; value: boolean }
  | { kind: 'int'; value: number | bigint }
  | { kind: 'float'; value: number }
  | { kind: 'str'; value: string }
  | { kind: 'bytes'; value: Uint8Array }
  | { kind: 'list' | 'tuple' | 'set'; items: Value[] }
  | { kind: 'dict'; items: { key: Value; value: Value }[] }
  /** A class, function, module or something external. */
  | { kind: 'symbol'; symbol: Sym }
  /** The result of a call that is not carried out; `callee` is what is called, null when unknown. */
  | { kind: 'call'; callee: Sym | null; node: Call; place: Place }
  | { kind: 'unknown'; reason: string; expr: Expr };

export const unknown = (reason: string, expr: Expr): Value => ({ kind: 'unknown', reason, expr });
