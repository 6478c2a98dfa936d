import { argument } from '../../endpoints/arguments';
import { externalNameOf } from '../../endpoints/families';
import { placeOfCall } from '../../endpoints/runs';
import type { PlacedCall } from '../../endpoints/types';
import type { Call, Expr } from '../../python/ast';
import { leafOf } from '../../python/facts/dotted';
import { calleeOf } from '../../symbols/call-run';
import { evaluate } from '../../symbols/evaluate';
import { itemsOf } from '../../symbols/items';
import { returnsOf } from '../../symbols/returns';
import { runOf } from '../../symbols/runs';
import { innerPlace, resolveExpr, type Place } from '../../symbols/symbols';
import type { Parser, Parsers } from './types';

const PARSER = /^argparse\.ArgumentParser$/;
const GROUPS = new Set(['add_argument_group', 'add_mutually_exclusive_group']);
const MAX_HOPS = 12;

/** The parsers that an expression means: a group of arguments means the parser that it is of. */
export function parsersOf(parsers: Parsers, place: Place, expr: Expr, hops = 0): Parser[] {
  if (hops > MAX_HOPS) return [];
  const { node, place: at } = callAt(parsers, place, expr) ?? { node: null, place };
  return node ? parsersOfCall(parsers, at, node, hops) : [];
}

/** The calls of `add_argument_group` and the like that an expression means, from the inside to the parser. */
export function groupsOf(
  parsers: Parsers,
  place: Place,
  expr: Expr,
  hops = 0,
): { call: Call; place: Place }[] {
  const found = hops > MAX_HOPS ? null : callAt(parsers, place, expr);
  const func = found?.node.func;
  if (!found || func?.type !== 'Attribute' || !GROUPS.has(func.attr)) return [];
  return [{ call: found.node, place: found.place }, ...groupsOf(parsers, found.place, func.value, hops + 1)];
}

/** The call whose result an expression is; of a name that is bound several times the binding before it counts. */
function callAt(parsers: Parsers, place: Place, expr: Expr): { node: Call; place: Place } | null {
  if (expr.type === 'Call') return { node: expr, place };
  const value = evaluate(parsers.symbols, place, expr);
  if (value.kind === 'call') return { node: value.node, place: value.place };
  return expr.type === 'Name' ? boundBefore(parsers, place, expr) : null;
}

/** What is bound to a name before it is used, in source order; a parameter is bound first of all. */
function boundBefore(
  parsers: Parsers,
  place: Place,
  { id, start }: Expr & { type: 'Name' },
): { node: Call; place: Place } | null {
  for (let at: Place | null = place; at; at = at.outer) {
    const definitions = at.namespace.names.get(id);
    if (!definitions) continue;
    const before = definitions.filter((one) => one.kind === 'assignment' && one.start < start);
    const last = before[before.length - 1];
    if (last?.kind === 'assignment')
      return last.value?.type === 'Call' ? { node: last.value, place: at } : null;
    const [first] = definitions;
    return first.kind === 'bound' ? callAt(parsers, first.place, first.value) : null;
  }
  return null;
}

function parsersOfCall(parsers: Parsers, place: Place, call: Call, hops: number): Parser[] {
  const own = parserOfCall(parsers, { call, place, conditional: false });
  if (own) return [own];
  const { func } = call;
  if (func.type === 'Attribute' && GROUPS.has(func.attr))
    return parsersOf(parsers, place, func.value, hops + 1);
  const { symbols, runs } = parsers;
  const callee = calleeOf(symbols, place, call);
  if (!callee) return [];
  const { node, place: outer } = callee.symbol;
  const inside = placeOfCall(runs, callee, { call, place }) ?? innerPlace(symbols, outer, node);
  const found = returnsOf(node.body).flatMap((returned) =>
    (returned.type === 'Tuple' ? [] : [returned]).flatMap((one) => parsersOf(parsers, inside, one, hops + 1)),
  );
  return [...new Set(found)];
}

/** The parser that a call makes, made known once; null when it makes something else. */
export function parserOfCall(parsers: Parsers, { call, place, conditional }: PlacedCall): Parser | null {
  const { byCall } = parsers;
  const known = byCall.get(call)?.get(runOf(place));
  if (known) return known;
  const owners =
    call.func.type === 'Attribute' && call.func.attr === 'add_parser'
      ? ownersOf(parsers, place, call.func.value)
      : null;
  if (!owners && !makesParser(parsers, place, call.func)) return null;
  const parser = newParser(call, place);
  parser.isChild = owners !== null;
  let byRun = byCall.get(call);
  if (!byRun) byCall.set(call, (byRun = new Map()));
  byRun.set(runOf(place), parser);
  parsers.all.push(parser);
  readParents(parsers, parser);
  for (const owner of owners ?? []) {
    const text = nameOf(parsers, place, argument(call, 0, 'name'));
    owner.children.push({ name: text, aliases: aliasesOf(parsers, place, call), parser, conditional });
  }
  if (owners?.length === 0) parser.unknown.push('the parser that it is below is only known at run time');
  return parser;
}

/** `ArgumentParser`, a class that derives from it, or `partial(ArgumentParser, …)` under a name. */
function makesParser(parsers: Parsers, place: Place, func: Expr, hops = 0): boolean {
  const symbol = resolveExpr(parsers.symbols, place, func);
  const name = externalNameOf(parsers.symbols, symbol);
  if (name) return PARSER.test(name);
  if (symbol?.kind !== 'variable' || func.type !== 'Name' || hops > MAX_HOPS) return false;
  const value = symbol.ambiguous ? boundBefore(parsers, place, func)?.node : symbol.value;
  if (value?.type !== 'Call' || leafOf(value.func) !== 'partial' || value.args.length === 0) return false;
  return makesParser(parsers, symbol.place, value.args[0], hops + 1);
}

/** A parser that nothing is known of yet. */
export const newParser = (call: Call, place: Place, ...unknown: string[]): Parser => ({
  call,
  place,
  parameters: [],
  defaults: new Map(),
  children: [],
  parents: [],
  handler: null,
  isGroup: false,
  isChild: false,
  unknown,
});

/** The parsers whose `add_subparsers()` an expression is; null when it is no such thing. */
function ownersOf(parsers: Parsers, place: Place, expr: Expr): Parser[] | null {
  const found = callAt(parsers, place, expr);
  if (!found) return expr.type === 'Name' || expr.type === 'Attribute' ? [] : null;
  const { func } = found.node;
  if (func.type === 'Attribute' && func.attr === 'add_subparsers') {
    const owners = parsersOf(parsers, found.place, func.value);
    for (const owner of owners) owner.isGroup = true;
    return owners;
  }
  return [];
}

function readParents(parsers: Parsers, parser: Parser): void {
  const { call, place } = parser;
  const given = argument(call, -1, 'parents');
  if (!given) return;
  const items = itemsOf(parsers.symbols, place, given);
  const found = (items ?? []).map((item) => parsersOf(parsers, item.place, item.expr));
  parser.parents.push(...found.flat());
  if (!items || found.some((one) => one.length === 0))
    parser.unknown.push('arguments of its parents are only known at run time');
}

function nameOf({ symbols }: Parsers, place: Place, expr: Expr | null): string | null {
  const value = expr && evaluate(symbols, place, expr);
  return value?.kind === 'str' ? value.value : null;
}

function aliasesOf({ symbols }: Parsers, place: Place, call: Call): string[] {
  const given = argument(call, -1, 'aliases');
  const value = given && evaluate(symbols, place, given);
  if (value?.kind !== 'list' && value?.kind !== 'tuple') return [];
  return value.items.flatMap((item) => (item.kind === 'str' ? [item.value] : []));
}
