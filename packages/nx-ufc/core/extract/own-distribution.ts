import type { Analysis } from '../project/analysis';
import { normaliseName } from '../project/distributions';
import { asksMetadata } from '../project/naming-calls';
import { asksForDistribution } from '../rewrite/string-references/distribution-name';
import type { Extraction } from './types';

/** What a package is called from inside; its distribution often has the same name. */
const SELF = /^__(name|package)__(\.(split\("\."\)\[0\]|partition\("\."\)\[0\]))?$/;

/**
 * Places where extracted code asks for what is installed as the distribution that it is cut out of (its version, mostly): the new package has
 * another name, so nothing answers. Null where nothing asks.
 * @param name of the new package @param paths files of the extraction
 */
export function ownDistribution(
  { project, metadata }: Analysis,
  name: string,
  paths: readonly string[],
): NonNullable<Extraction['distribution']> | null {
  const own = metadata.name === null ? null : normaliseName(metadata.name);
  if (own === null || own === normaliseName(name)) return null;
  const places = paths.flatMap((path) => {
    const info = project.modulesByPath.get(path);
    const facts = project.facts.get(path);
    if (!info || !facts) return [];
    const isSelf = normaliseName(info.name.split('.')[0]) === own;
    const lines = [
      ...facts.strings.filter((string) => asksForDistribution(facts, string, own)),
      ...facts.calls.filter(
        ({ callee, resolved, arguments: [first] }) =>
          isSelf &&
          first !== undefined &&
          asksMetadata(resolved ?? callee) &&
          SELF.test(first.value.text.replaceAll("'", '"')),
      ),
    ].map(({ line }) => line);
    return [...new Set(lines)].map((line) => `${path}:${line}`);
  });
  return places.length > 0 ? { name: metadata.name!, places } : null;
}
