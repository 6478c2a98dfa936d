import { callsNamed } from '../../project/calls-named';
import { parentOf } from '../../project/module-name';
import type { ProjectFacts } from '../../project/types';
import { newNameOf } from '../context';
import type { StringReference } from './kind';

const known = new WeakMap<ProjectFacts, readonly string[]>();

/**
 * The logger that is above those of a package's modules now, where that package is not: `getLogger("pkg.api").setLevel(…)` is meant for the loggers
 * below it, which went with their modules (https://docs.python.org/3/library/logging.html#logging.Logger.propagate).
 * @returns null where the package has a logger of its own, or some below it are still there, or they went to several places
 */
export function homeOfLoggers({ context, path, moduleLength }: StringReference): string | null {
  const { project, mapping } = context;
  const name = path.parts.join('.');
  if (moduleLength !== path.parts.length || !project.modules.get(name)?.isPackage) return null;
  const loggers = ownLoggers(project);
  const below = loggers.filter((one) => one.startsWith(`${name}.`));
  if (loggers.includes(name) || below.length === 0) return null;
  const now = newNameOf(mapping, name);
  if (below.some((one) => newNameOf(mapping, one).startsWith(`${now}.`))) return null;
  const homes = new Set(below.map((one) => above(newNameOf(mapping, one), stepsFrom(name, one))));
  const [home] = homes;
  return homes.size === 1 && home !== '' ? home : null;
}

function stepsFrom(name: string, below: string): number {
  return below.split('.').length - name.split('.').length;
}

function above(name: string, steps: number): string {
  return steps === 0 ? name : above(parentOf(name), steps - 1);
}

/** Modules that make a logger by their own names. */
function ownLoggers(project: ProjectFacts): readonly string[] {
  const before = known.get(project);
  if (before) return before;
  const found = [...project.modules.values()]
    .filter(({ path, name }) => {
      const facts = project.facts.get(path);
      const made = facts ? callsNamed(facts, (leaf) => /^get_?logger$/i.test(leaf)) : [];
      return made.some(({ arguments: [given] }) => {
        const value = given?.value;
        return value?.text === '__name__' || (value?.kind === 'literal' && value.value === name);
      });
    })
    .map(({ name }) => name);
  known.set(project, found);
  return found;
}
