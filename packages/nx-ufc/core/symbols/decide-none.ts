import type { Expr } from '../python/ast';
import { evaluate } from './evaluate';
import type { Definition } from './namespace';
import { isExact, noneTest } from './none-test';
import type { Place, Symbols } from './symbols';

/**
 * Does a test hold that only asks whether a parameter is None: `x is None`, `x is not None`, `x`, `not x`? Null for any other test and
 * where the call does not say.
 */
export function decideNone(symbols: Symbols, place: Place, test: Expr): boolean | null {
  const asked = noneTest(test);
  for (let at: Place | null = asked ? place : null; asked && at; at = at.outer) {
    const definitions = at.namespace.names.get(asked.name);
    if (!definitions) continue;
    if (!at.namespace.parameters?.has(asked.name) || definitions.length > 1) return null;
    return answer(symbols, definitions[0], test);
  }
  return null;
}

/** The definition of a parameter that counts after `if x is None: x = …`; null where that is not certain. */
export function decidedParameter(symbols: Symbols, definitions: readonly Definition[]): Definition | null {
  const [given, ...rest] = definitions;
  if (given.kind !== 'bound') return null;
  let last: Definition = given;
  for (const one of rest) {
    const answers = one.tests?.map(({ test, holds }) => {
      const answered = answer(symbols, given, test);
      return answered === null ? null : answered === holds;
    });
    if (!answers || (answers.includes(null) && !answers.includes(false))) return null;
    if (!answers.includes(false)) last = one;
  }
  return last;
}

/** Answers by what a parameter is given, then by the test. */
type Answers = WeakMap<Definition, Map<Expr, boolean | null>>;
const cache = new WeakMap<Symbols, Answers>();

/**
 * Each question is asked once: the value of one parameter asks about those that it is made of, which ask about theirs. One that is being asked
 * already is not known.
 */
function answer(symbols: Symbols, given: Definition, test: Expr): boolean | null {
  let answers = cache.get(symbols);
  if (!answers) cache.set(symbols, (answers = new WeakMap()));
  let known = answers.get(given);
  if (!known) answers.set(given, (known = new Map()));
  const found = known.get(test);
  if (found !== undefined) return found;
  known.set(test, null);
  const made = ask(symbols, given, test);
  known.set(test, made);
  return made;
}

function ask(symbols: Symbols, given: Definition, test: Expr): boolean | null {
  const asked = noneTest(test);
  if (!asked || given.kind !== 'bound') return null;
  const value = evaluate(symbols, given.place, given.value);
  if (value.kind === 'none') return asked.holdsFor === 'none';
  if (value.kind === 'unknown' || (!isExact(test) && value.kind !== 'call' && value.kind !== 'symbol'))
    return null;
  return asked.holdsFor === 'given';
}
