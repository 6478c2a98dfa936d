import { callsIn } from '../calls-in';
import type { ProjectMetadata } from '../../metadata/types';
import { calleeOf, type FunctionSymbol } from '../../symbols/call-run';
import { innerPlace, modulePlace, resolveParts } from '../../symbols/symbols';
import { evaluate } from '../../symbols/evaluate';
import { parsersOf } from './parsers';
import type { Parser, Parsers } from './types';

const MAX_FUNCTIONS = 300;

/** The scripts that start each parser: the first parser that their function, or one that it calls, makes or uses. */
export function programsOfParsers(
  parsers: Parsers,
  roots: readonly Parser[],
  { scripts }: ProjectMetadata,
): Map<Parser, string[]> {
  const found = new Map<Parser, string[]>();
  for (const [name, target] of Object.entries(scripts).sort(([a], [b]) => (a < b ? -1 : 1))) {
    const [module, attribute = ''] = target.split(':').map((part) => part.trim());
    const place = modulePlace(parsers.symbols, module);
    const symbol = place && resolveParts(parsers.symbols, place, attribute.split(/[\s[]/)[0].split('.'));
    const started = symbol?.kind === 'function' ? reachedBy(parsers, roots, symbol) : null;
    if (started) found.set(started, [...(found.get(started) ?? []), name]);
  }
  return found;
}

/** Breadth first over the functions of the project that are called. */
function reachedBy(parsers: Parsers, roots: readonly Parser[], start: FunctionSymbol): Parser | null {
  const { symbols } = parsers;
  const queue = [start];
  const seen = new Set([start.node]);
  for (let symbol = queue.shift(); symbol && seen.size < MAX_FUNCTIONS; symbol = queue.shift()) {
    const { node, place } = symbol;
    const made = roots.find(
      ({ call, place: at }) =>
        at.info.path === place.info.path && call.start >= node.start && call.end <= node.end,
    );
    if (made) return made;
    const inside = innerPlace(symbols, place, node);
    for (const call of callsIn(node.body)) {
      if (call.func.type === 'Attribute' && /^parse_(known_)?args$/.test(call.func.attr)) {
        const [used] = parsersOf(parsers, inside, call.func.value);
        if (used && roots.includes(used)) return used;
      }
      for (const next of functionsOf(parsers, inside, call)) {
        if (seen.has(next.node)) continue;
        seen.add(next.node);
        queue.push(next);
      }
    }
  }
  return null;
}

/** What a call runs, and the functions that are handed on in it: `asyncio.run(main())`, `sys.exit(run(main))`. */
function functionsOf({ symbols }: Parsers, place: Parser['place'], call: Parser['call']): FunctionSymbol[] {
  const called = calleeOf(symbols, place, call)?.symbol;
  const given = call.args.flatMap((one) => {
    const value = one.type === 'Name' ? evaluate(symbols, place, one) : null;
    return value?.kind === 'symbol' && value.symbol.kind === 'function' ? [value.symbol] : [];
  });
  return called ? [called, ...given] : given;
}
