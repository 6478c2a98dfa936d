import type { Models } from '../../data-models';
import type { Json } from '../../data-models/json';
import { argument } from '../../endpoints/arguments';
import { jsonAt } from '../../openapi/value';
import type { Call } from '../../python/ast';
import type { Place } from '../../symbols/symbols';
import type { CliParameter } from '../types';
import { groupsOf } from './parsers';
import type { Parser, Parsers } from './types';

const MAX_PARENTS = 10;

/**
 * The default of an argument that names none: what `set_defaults` said before, of the parser or of its parents, else the `argument_default` of its
 * group or parser (CPython, `_ActionsContainer.add_argument`). Undefined: that of its action; null: none, or not known.
 */
export function inheritedDefault(
  models: Models,
  parsers: Parsers,
  parser: Parser,
  { name, call, place }: { name: string; call: Call; place: Place },
): Json | undefined {
  const before = setBefore(parser, name, 0);
  if (before !== undefined) return before;
  const groups = call.func.type === 'Attribute' ? groupsOf(parsers, place, call.func.value) : [];
  for (const made of [...groups, parser]) {
    const given = argument(made.call, -1, 'argument_default');
    if (!given || (given.type === 'Constant' && given.value.kind === 'none')) continue;
    const known = jsonAt(models, { expr: given, place: made.place });
    return known === undefined || known === SUPPRESSED ? null : known;
  }
  return undefined;
}

/** `argparse.SUPPRESS`: nothing is set where the argument is not given. */
export const SUPPRESSED = '==SUPPRESS==';

function setBefore({ defaults, parents }: Parser, name: string, depth: number): Json | undefined {
  if (defaults.has(name) || depth > MAX_PARENTS) return defaults.get(name);
  for (const parent of [...parents].reverse()) {
    const found = setBefore(parent, name, depth + 1);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Give an argument this default; null: none, or not known. */
export function setDefault(parameter: CliParameter, known: Json | null): void {
  if (known === null) delete parameter.default;
  else parameter.default = known;
}

/** The arguments of a parser, those of its parents first, with the defaults that it sets for them. */
export function parametersOf(parser: Parser, depth = 0): CliParameter[] {
  const inherited =
    depth > MAX_PARENTS ? [] : parser.parents.flatMap((parent) => parametersOf(parent, depth + 1));
  const own = inherited.map((one) => {
    const given = parser.defaults.get(one.name);
    if (given === undefined) return one;
    const copy = { ...one };
    setDefault(copy, given);
    return copy;
  });
  return [...own, ...parser.parameters];
}
