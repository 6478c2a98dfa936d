import type { CallFact } from '../../python/facts/types';
import type { Classifier, ClassifierInput, Sighting } from '../sighting';
import { seen } from '../sighting';

const PARSER = /^(argparse\.ArgumentParser|optparse\.OptionParser)$/;

/** Parsers of the standard library, made, extended or filled, by argparse or optparse. What stands under `if __name__ == "__main__"` only tries a module out. */
export const argparse: Classifier = {
  id: 'argparse',
  look(input) {
    const { calls, classes } = input.facts;
    const own = calls.filter((call) => !isTrial(input, call));
    const made = own
      .filter(({ resolved }) => PARSER.test(resolved ?? ''))
      .map(({ resolved, line }) => seen(input, 'argument-parser', `${resolved!.split('.')[1]}()`, line));
    const extended = classes
      .filter(({ bases }) =>
        bases.some(({ resolved }) =>
          /^(argparse\.(ArgumentParser|Action)|optparse\.(OptionParser|Option))$/.test(resolved ?? ''),
        ),
      )
      .map(({ name, defLine }) => seen(input, 'argument-parser', `class ${name}`, defLine));
    return [...made, ...extended, ...filled(input, own)];
  },
};

/** Functions that add options to a parser that they were given. */
function filled(input: ClassifierInput, calls: readonly CallFact[]): Sighting[] {
  const first = new Map<number, CallFact>();
  for (const call of calls) if (isOption(call) && !first.has(call.function)) first.set(call.function, call);
  return [...first.values()].map(({ callee, line }) =>
    seen(input, 'argument-definitions', `${callee}()`, line),
  );
}

/** `parser.add_argument("--name", …)`, `parser.add_option("-n", …)` */
function isOption({ callee, arguments: [name] }: CallFact): boolean {
  return (
    /\.add_(argument|option)$/.test(callee) &&
    name?.value.kind === 'literal' &&
    typeof name.value.value === 'string' &&
    name.value.value.startsWith('-')
  );
}

/** A module without any definition is a program, wherever its code stands. */
function isTrial({ facts }: ClassifierInput, { span }: CallFact): boolean {
  if (facts.functions.length + facts.classes.length === 0) return false;
  return facts.mainGuards.some((guard) => guard.span.start <= span.start && span.end <= guard.span.end);
}
