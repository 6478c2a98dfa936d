import type { CallFact, FileFacts } from '../../python/facts/types';
import type { Classifier, Sighting } from '../sighting';
import { seen } from '../sighting';
import { purposeOf } from './program';

const READS = /^(os\.(getenv|environ\.get|environ\.setdefault)|decouple\.config)$/;
const MAKERS =
  /^(dynaconf\.(Dynaconf|LazySettings|FlaskDynaconf)|environ\.Env|environs\.Env|starlette\.config\.Config)$/;

/** Settings classes, and modules that read the environment. */
export const settings: Classifier = {
  id: 'settings',
  look(input) {
    const { facts } = input;
    const sightings: Sighting[] = facts.classes
      .filter((definition) => definition.bases.some((base) => base.resolved?.endsWith('.BaseSettings')))
      .map((definition) =>
        seen(input, 'settings-class', `class ${definition.name}(BaseSettings)`, definition.defLine),
      );
    for (const call of facts.calls)
      if (call.resolved && MAKERS.test(call.resolved))
        sightings.push(seen(input, 'settings-class', `${call.callee}()`, call.line));
    const reads = facts.calls.filter(
      (call) => call.resolved !== null && READS.test(call.resolved) && isKept(facts, call),
    );
    const dense = reads.length >= 2 && reads.length * 12 >= facts.lines;
    if (dense)
      for (const call of reads)
        sightings.push(seen(input, 'environment-reads', `${call.callee}()`, call.line));
    return sightings;
  },
};

/** Is what is read a value of the module, or of a function of it, and not what the program that it is runs with? A condition at the top (`if getenv("X"): import …`) is about other code. */
function isKept(facts: FileFacts, call: CallFact): boolean {
  const { assignments } = facts;
  const { function: inside, span } = call;
  if (inside >= 0) return purposeOf(facts, call) !== 'program';
  return assignments.some((one) => one.span.start <= span.start && span.end <= one.span.end);
}
