import type { Call, Expr, Name } from '../ast';
import { dottedText } from './dotted';
import { asCode } from './expressions';
import { pushReference } from './references';
import { bindingsOf } from './resolve';
import type { Extraction, Place, StringUse } from './state';
import { columnAt, lineAt, spanOf } from './state';
import type { CallFact } from './types';
import { typeArguments } from './typing-names';
import { visitValue } from './values';

/** A call whose callee is a dotted name with that root. Returns the index of its fact. */
export function visitCall(x: Extraction, call: Call, root: Name, place: Place): number {
  const { func } = call;
  if (func.type === 'Name' || func.type === 'Attribute') pushReference(x, func, root.id, place);
  return recordCall(x, call, root, place);
}

/** Record a call whose callee has just been visited, and visit its arguments. `root`: that of a dotted callee. */
export function recordCall(x: Extraction, call: Call, root: Name | null, place: Place): number {
  const line = lineAt(x, call.start);
  const fact: CallFact = {
    callee: root ? dottedText(call.func) : '',
    resolved: null,
    arguments: [],
    line,
    column: columnAt(x, call.start, line),
    span: spanOf(call),
    scopeId: place.scopeId,
    function: place.function,
    run: place.run,
    awaited: false,
  };
  const index = x.facts.calls.push(fact) - 1;
  if (root) x.references[x.references.length - 1].target = fact;
  if (root === call.func) noteImpliedReads(x, root.id, call, place);
  if (call.args.length + call.keywords.length > 0) visitArguments(x, call, index, place);
  return index;
}

function visitArguments(x: Extraction, { func, args, keywords }: Call, index: number, place: Place): void {
  const code = asCode(place);
  const types = typeArguments(x, func, place.scopeId);
  const typePlace = types && { ...code, types: true };
  const positional: StringUse = { role: 'argument', call: index, name: null };
  for (let i = 0; i < args.length; i++) {
    const at = typePlace && i >= types.from && i <= types.to ? typePlace : code;
    const arg = args[i];
    const starred = arg.type === 'Starred';
    visitArgument(x, index, starred ? arg.value : arg, null, starred, at, positional);
  }
  for (const { arg, value } of keywords) {
    const at = typePlace && arg !== null && types.keywords.includes(arg) ? typePlace : code;
    const use: StringUse = arg === null ? positional : { role: 'argument', call: index, name: arg };
    visitArgument(x, index, value, arg, arg === null, at, use);
  }
}

function visitArgument(
  x: Extraction,
  call: number,
  expr: Expr,
  keyword: string | null,
  starred: boolean,
  place: Place,
  use: StringUse,
): void {
  const isString = expr.type === 'Constant' && expr.value.kind === 'str' && !place.inString;
  const string = isString ? x.facts.strings.length : -1;
  const value = visitValue(x, expr, place, use);
  x.facts.calls[call].arguments.push({ keyword, starred, value, span: spanOf(expr), string });
}

const NAMESPACE_READERS = new Set(['locals', 'vars', 'dir', 'eval', 'exec']);

/** `super()` reads `__class__` and the first parameter; `locals()` and its like read every name of their function. */
function noteImpliedReads(x: Extraction, callee: string, call: Call, place: Place): void {
  const reader = NAMESPACE_READERS.has(callee);
  if (!reader && callee !== 'super') return;
  if (call.args.length + call.keywords.length > 0 && callee !== 'eval' && callee !== 'exec') return;
  const { scopes } = x.facts;
  let { scopeId } = place;
  while (scopes[scopeId].kind === 'comprehension') scopeId = scopes[scopeId].parent;
  const names = Object.keys(scopes[scopeId].bindings).filter(
    (name) => bindingsOf(scopes[scopeId], name)?.[0].kind === 'parameter',
  );
  for (const name of reader ? names : names.slice(0, 1)) x.impliedReads.push({ scopeId, name });
}
