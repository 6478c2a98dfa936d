import { callsNamed } from './calls-named';
import { leafOf } from './module-name';
import type { ProjectFacts } from './types';
import type { CallFact } from '../python/facts/types';

/** Functions that give or read a resource of a package. */
export const LOADERS: ReadonlySet<string> = new Set([
  'files',
  'get_data',
  'resource_filename',
  'resource_string',
  'resource_stream',
]);

const known = new WeakMap<ProjectFacts, Asked>();

interface Asked {
  /** Packages of which some file loads what it is asked for. */
  packages: ReadonlySet<string>;
  /** Is the package, too, what it is asked for? */
  isOpen: boolean;
  /** All that literals say, where there is such a file. */
  said: ReadonlySet<string>;
}

/**
 * Does a file of the project, a test too, load from a package what it is asked for by a path, `files("pkg") / path`, and does a literal say that of this file
 * below the package? No edit could follow both, so the file stays where it is below the package.
 * @param opener the module that names the file, if any: one that looks beside itself finds it there
 */
export function isAskedFor(
  project: ProjectFacts,
  name: string,
  inner: string,
  opener: string | null,
): boolean {
  const { packages, said } = askedIn(project);
  const isBeside =
    opener !== null && project.facts.get(opener)?.references.some(({ parts }) => parts[0] === '__file__');
  return packages.has(name) && said.has(inner) && !isBeside;
}

/** Does shipped code load from a package that it is told when it runs: `package, name = spec.split(":"); files(package) / name`? */
export function loadsFromAnyPackage(project: ProjectFacts): boolean {
  return askedIn(project).isOpen;
}

/** `files("pkg") / name`, `get_data("pkg", name)`: which file is told elsewhere, so no edit of this place follows one of them alone. */
export function loadsWhatIsAsked(text: string, { callee, span, arguments: [, path] }: CallFact): boolean {
  const loader = leafOf(callee);
  if (loader !== 'files') return LOADERS.has(loader) && path?.value.kind === 'name';
  const behind = text.slice(span.end, span.end + 40);
  return /^\s*\)?\s*(\/|\.joinpath\()\s*(?![rbuf]*["'])[A-Za-z_(]/i.test(behind);
}

function askedIn(project: ProjectFacts): Asked {
  const before = known.get(project);
  if (before) return before;
  const packages = new Set<string>();
  let isOpen = false;
  for (const [path, facts] of project.facts) {
    const text = project.sources.get(path)?.text ?? '';
    const isShipped = project.modulesByPath.get(path)?.area === 'shipped';
    for (const call of callsNamed(facts, LOADERS).filter((one) => loadsWhatIsAsked(text, one))) {
      const [first] = call.arguments;
      if (first && first.string >= 0) packages.add(facts.strings[first.string].value);
      else if (isShipped && first?.value.kind === 'name' && !first.value.name.startsWith('__')) isOpen = true;
    }
  }
  const said = new Set<string>();
  if (packages.size > 0)
    for (const { strings } of project.facts.values()) for (const { value } of strings) said.add(value);
  const asked = { packages, isOpen, said };
  known.set(project, asked);
  return asked;
}
