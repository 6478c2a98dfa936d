import type { ProjectMetadata } from '../metadata/types';
import { innerPlace, modulePlace, resolveParts, type Place, type Sym } from '../symbols/symbols';
import { callsIn } from './calls-in';
import { cliOfCall, cliOfFunction, clisOf, wrappedFunction, type Commands } from './commands';
import type { Cli } from './types';

/** The scripts that start each command: those whose target it is, or whose target is a function that calls it. */
export function programsOf(commands: Commands, { scripts }: ProjectMetadata): Map<Cli, string[]> {
  const found = new Map<Cli, string[]>();
  for (const [name, target] of Object.entries(scripts).sort(([a], [b]) => (a < b ? -1 : 1))) {
    const [module, attribute = ''] = target.split(':').map((part) => part.trim());
    const place = modulePlace(commands.symbols, module);
    const symbol = place && resolveParts(commands.symbols, place, attribute.split(/[\s[.]/).slice(0, 1));
    const cli = symbol ? startedBy(commands, symbol) : null;
    if (cli) found.set(cli, [...(found.get(cli) ?? []), name]);
  }
  return found;
}

function startedBy(commands: Commands, symbol: Sym): Cli | null {
  if (symbol.kind === 'variable')
    return (
      wrappedFunction(commands, symbol.place, symbol.name) ??
      (symbol.value && atCall(commands, symbol.place, symbol.value))
    );
  if (symbol.kind !== 'function') return null;
  const own = cliOfFunction(commands, symbol.node, symbol.place);
  if (own) return own;
  const inside = innerPlace(commands.symbols, symbol.place, symbol.node);
  for (const call of callsIn(symbol.node.body)) {
    const [called] = clisOf(commands, { place: inside }, call.func);
    if (called) return called;
  }
  return null;
}

function atCall(commands: Commands, place: Place, value: Parameters<typeof clisOf>[2]): Cli | null {
  if (value.type === 'Call') return cliOfCall(commands, value, place);
  return clisOf(commands, { place }, value)[0] ?? null;
}
