import type { DataValue } from '../merge/data/value';
import type { Operation } from '../merge/data/operation';
import { editToml } from '../merge/toml/edit';
import { entryPointTable } from '../merge/pyproject/derive';
import { entryPointModule } from '../metadata/entry-points';
import type { Dependency, EntryPoint } from '../metadata/types';
import type { Analysis } from '../project/analysis';
import { resolveImport } from '../project/resolve';
import type { Outside } from './ports';
import { pytestSettings } from './pytest-settings';

/** What of the monolith's packaging is to be said again. */
export interface ExtractedPackage {
  name: string;
  outside: Pick<Outside, 'needed' | 'optional' | 'tests'>;
  /** Packages that it has. */
  roots: readonly string[];
  /** Its modules. */
  modules: ReadonlySet<string>;
  /** Paths of all its files. */
  paths: ReadonlySet<string>;
}

/** Extras that are tools of whoever works on the monolith, not features of it. */
const TOOLING =
  /^(dev|develop|development|tests?|testing|docs?|documentation|lint|typing|mypy|ci|release|all|complete|full)([-_].*)?$/i;

/** pyproject.toml of an extracted package: its own name, the dependencies, programs and settings of pytest that it uses. */
export function extractedPyproject(
  analysis: Analysis,
  extracted: ExtractedPackage,
): { text: string; dependencies: string[]; unseen: string[]; leftEntryPoints: string[] } {
  const { metadata, project } = analysis;
  const comesAlong = ({ value }: EntryPoint) => extracted.modules.has(entryPointModule(value));
  const { dependencies, extras, testing, unseen } = requirements(analysis, extracted);
  const set = (path: (string | number)[], value: DataValue): Operation => ({ op: 'set', path, value });
  const settings = pytestSettings(project, extracted.paths);
  const result = editToml('', [
    set(['build-system', 'requires'], ['hatchling>=1.24']),
    set(['build-system', 'build-backend'], 'hatchling.build'),
    set(['project', 'name'], extracted.name),
    set(['project', 'version'], metadata.version ?? '0.0.0'),
    set(['project', 'description'], `Extracted from ${metadata.name ?? project.name}.`),
    ...(metadata.requiresPython ? [set(['project', 'requires-python'], metadata.requiresPython)] : []),
    set(['project', 'dependencies'], dependencies),
    ...[...extras].map(([extra, list]) => set(['project', 'optional-dependencies', extra], list)),
    ...metadata.entryPoints
      .filter(comesAlong)
      .map((one) => set([...entryPointTable(one.group), one.name], one.value)),
    ...(testing.length > 0 ? [set(['dependency-groups', 'test'], testing)] : []),
    set(['tool', 'hatch', 'build', 'targets', 'wheel', 'packages'], [...extracted.roots]),
    ...Object.entries(settings).map(([key, value]) => set(['tool', 'pytest', 'ini_options', key], value)),
  ]);
  if (!result.ok) throw new Error(`pyproject.toml could not be written: ${result.conflict}`);
  const leftEntryPoints = metadata.entryPoints
    .filter((one) => !comesAlong(one))
    .map(({ group, name }) => `${name} (${group})`);
  return { text: result.text, dependencies, unseen, leftEntryPoints };
}

/**
 * What is needed to import the code is a dependency, even if it was an extra of the monolith; what is used under conditions stays in its
 * extra, with what that extra has for reasons that no import shows; all else that is used is for the tests.
 */
function requirements(
  analysis: Analysis,
  { outside: { needed, optional, tests } }: ExtractedPackage,
): { dependencies: string[]; extras: Map<string, string[]>; testing: string[]; unseen: string[] } {
  const { metadata } = analysis;
  const isUsed = ({ name }: Dependency) => needed.has(name) || optional.has(name);
  const declaredMain = metadata.dependencies.filter((one) => one.group === 'main');
  const isMain = (name: string) => declaredMain.some((one) => one.name === name);
  const isExtra = ({ group }: Dependency) => metadata.extras.includes(group) && !TOOLING.test(group);
  const others = metadata.dependencies.filter((one) => one.group !== 'main');
  const promoted = [...needed]
    .filter((name) => !isMain(name))
    .flatMap(
      (name) =>
        others.find((one) => one.name === name && isExtra(one)) ??
        others.find((one) => one.name === name) ??
        [],
    );
  const main = [...declaredMain.filter(isUsed), ...promoted];
  const imported = importedAnywhere(analysis);
  const extras = new Map<string, string[]>();
  const inExtras: Dependency[] = [];
  for (const extra of metadata.extras) {
    const members = others.filter((one) => one.group === extra && isExtra(one));
    if (!members.some(isUsed)) continue;
    const kept = members.filter(
      (one) => (isUsed(one) || !imported.has(one.name)) && !main.some(({ name }) => name === one.name),
    );
    if (kept.length > 0) extras.set(extra, unique(kept));
    inExtras.push(...kept);
  }
  const isKnown = (name: string) => main.some((one) => one.name === name);
  const wanted = ({ name }: Dependency) =>
    tests.has(name) || optional.has(name) || name === 'pytest' || name.startsWith('pytest-');
  const testing = [
    ...inExtras,
    ...others.filter(wanted),
    ...declaredMain.filter((one) => tests.has(one.name)),
  ];
  const byName = new Map(testing.filter((one) => !isKnown(one.name)).map((one) => [one.name, one]));
  const unseen = declaredMain.filter((one) => !isUsed(one) && !imported.has(one.name));
  return {
    dependencies: unique(main),
    extras,
    testing: unique([...byName.values()]),
    unseen: unique(unseen),
  };
}

function unique(list: readonly Dependency[]): string[] {
  return [...new Set(list.map((one) => one.requirement))];
}

/** Distributions that any file of the monolith imports. */
function importedAnywhere({ project, metadata }: Analysis): Set<string> {
  const declared = new Set(metadata.dependencies.map(({ name }) => name));
  const found = new Set<string>();
  for (const [path, facts] of project.facts) {
    const info = project.modulesByPath.get(path);
    if (!info) continue;
    for (const fact of facts.imports)
      for (const item of fact.names) {
        const target = resolveImport(project, info, fact, item, declared);
        if (target.kind === 'external') found.add(target.distribution);
      }
  }
  return found;
}
