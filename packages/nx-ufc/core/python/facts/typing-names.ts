import type { Expr } from '../ast';
import { dottedRoot, dottedText, leafOf } from './dotted';
import { bindingScopeOf, qualify } from './resolve';
import type { Extraction } from './state';

/**
 * Where strings are types outside of annotations (https://typing.python.org/en/latest/spec/annotations.html#forward-references
 * and the signatures of the typing module): positions from `from` to `to`, and keywords.
 */
const TYPE_ARGUMENTS: ReadonlyMap<string, TypeArguments> = new Map([
  ['cast', { from: 0, to: 0, keywords: ['typ'] }],
  ['assert_type', { from: 1, to: 1, keywords: ['typ'] }],
  ['TypeVar', { from: 1, to: Infinity, keywords: ['bound', 'default'] }],
  ['ParamSpec', { from: 1, to: 0, keywords: ['bound', 'default'] }],
  ['NewType', { from: 1, to: 1, keywords: ['tp'] }],
  ['ForwardRef', { from: 0, to: 0, keywords: ['arg'] }],
  ['TypeAliasType', { from: 1, to: 1, keywords: ['value'] }],
  ['TypedDict', { from: 1, to: 1, keywords: ['fields'] }],
]);

const GENERICS: ReadonlySet<string> = new Set(
  `Annotated Optional Union List Dict Set FrozenSet Tuple Type Callable ClassVar Final Generic Iterable Iterator Sequence
  MutableSequence Mapping MutableMapping AbstractSet Collection Container Awaitable Coroutine AsyncIterable AsyncIterator
  AsyncGenerator Generator DefaultDict OrderedDict Counter Deque ContextManager AsyncContextManager TypeGuard TypeIs
  Concatenate Unpack Required NotRequired ReadOnly`.split(/\s+/),
);

export interface TypeArguments {
  from: number;
  to: number;
  keywords: readonly string[];
}

/** Which arguments of a call are types; null for all but a few functions of the typing module. */
export function typeArguments(x: Extraction, callee: Expr, scopeId: number): TypeArguments | null {
  const known = TYPE_ARGUMENTS.get(leafOf(callee));
  return known && dottedRoot(callee) && isFromTyping(x, callee, scopeId) ? known : null;
}

/** Is it a generic of the typing module, whose arguments are types wherever it stands? */
export function isTypingGeneric(x: Extraction, expr: Expr, scopeId: number): boolean {
  return GENERICS.has(leafOf(expr)) && dottedRoot(expr) !== null && isFromTyping(x, expr, scopeId);
}

/** By the imports seen so far; an unbound name may come from `from typing import *`. */
function isFromTyping(x: Extraction, expr: Expr, scopeId: number): boolean {
  const parts = dottedText(expr).split('.');
  const bindingScope = bindingScopeOf(x.facts, scopeId, parts[0]);
  if (bindingScope < 0) return parts.length === 1;
  return /^(typing|typing_extensions|collections\.abc)\./.test(qualify(x.facts, parts, bindingScope) ?? '');
}
