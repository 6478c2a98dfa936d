import type { MapEntry, PlanConflict } from './types';

/** What the mapping is checked against: the final tree, and the names that must stay reachable. */
export interface ConflictScope {
  /** Every path of the capability after the migration, generated files included, with what it comes from. */
  finalFiles: readonly { path: string; from: string }[];
  /** Paths that exist in the capability's folder now. */
  existing: ReadonlySet<string>;
  /** Folder on `sys.path` (`src`), and the one import package that belongs there. */
  sourceRoot: string;
  package: string;
  /** Top-level names of the standard library. */
  stdlib: ReadonlySet<string>;
  /** Import names of the declared dependencies. */
  dependencies: ReadonlySet<string>;
  /** Modules that the build compiles, by the names that they will have. */
  compiled?: readonly string[];
}

/** Check all moves at once on the final tree. An empty list means that the mapping can be applied. */
export function findConflicts(scope: ConflictScope): PlanConflict[] {
  return [
    ...scope.finalFiles.flatMap((file) => leavesCapability(file)),
    ...sameTarget(scope),
    ...packageBesideModule(scope),
    ...packageBesideCompiled(scope),
    ...existingTargets(scope),
    ...shadowing(scope),
  ];
}

function leavesCapability(file: { path: string; from: string }): PlanConflict[] {
  const { path, from } = file;
  const inside =
    path !== '' &&
    !path.startsWith('/') &&
    !/^[A-Za-z]:|\\/.test(path) &&
    !path.split('/').some((part) => part === '..' || part === '');
  if (inside) return [];
  return [
    {
      rule: 'OUTSIDE_CAPABILITY',
      level: 'error',
      paths: [from],
      message: `${from}: target "${path}" is not a path inside of the capability`,
    },
  ];
}

function sameTarget({ finalFiles }: ConflictScope): PlanConflict[] {
  const byFold = new Map<string, { path: string; from: string }[]>();
  for (const file of finalFiles) {
    const key = file.path.toLowerCase();
    const group = byFold.get(key);
    if (group) group.push(file);
    else byFold.set(key, [file]);
  }
  return [...byFold.values()]
    .filter((group) => group.length > 1)
    .map((group) => {
      const paths = group.map((file) => file.from);
      const same = group.every((file) => file.path === group[0].path);
      return same
        ? {
            rule: 'TARGET_TWICE',
            level: 'error',
            paths,
            message: `${paths.join(' and ')} both go to ${group[0].path}`,
          }
        : {
            rule: 'CASE_COLLISION',
            level: 'review',
            paths,
            message: `${group.map((f) => f.path).join(' and ')} are one file where the file system ignores case`,
          };
    });
}

/** `core.py` beside `core/`: the package hides the module (https://docs.python.org/3/reference/import.html). */
function packageBesideModule({ finalFiles, sourceRoot }: ConflictScope): PlanConflict[] {
  const folders = new Map<string, string>();
  for (const { path, from } of finalFiles) {
    if (!path.endsWith('/__init__.py')) continue;
    folders.set(path.slice(0, -'/__init__.py'.length), from);
  }
  return finalFiles
    .filter(
      ({ path }) =>
        path.startsWith(`${sourceRoot}/`) && path.endsWith('.py') && folders.has(path.slice(0, -3)),
    )
    .map(({ path, from }) => {
      const other = folders.get(path.slice(0, -3))!;
      const wasHidden = other === `${from.slice(0, -3)}/__init__.py`;
      return {
        rule: 'PACKAGE_BESIDE_MODULE',
        level: wasHidden ? 'review' : 'error',
        paths: [from, other],
        message: wasHidden
          ? `${from} is hidden by the package of its name, as it was before: nothing imports it`
          : `${path} (from ${from}) would be hidden by the package ${path.slice(0, -3)}/ (from ${other})`,
      };
    });
}

/** The same for a module that the build compiles; nothing of it can be put elsewhere, it has to be called otherwise. */
function packageBesideCompiled({ finalFiles, sourceRoot, compiled = [] }: ConflictScope): PlanConflict[] {
  const packages = new Map(finalFiles.map(({ path, from }) => [path, from]));
  return compiled.flatMap((name) => {
    const folder = `${sourceRoot}/${name.replaceAll('.', '/')}`;
    const from = packages.get(`${folder}/__init__.py`);
    if (from === undefined) return [];
    const message = `the compiled module ${name} would be hidden by the package ${folder}/ (from ${from}); give it another name where it is compiled and imported, and migrate then`;
    return [{ rule: 'PACKAGE_BESIDE_MODULE', level: 'error', paths: [from], message }];
  });
}

function existingTargets({ finalFiles, existing }: ConflictScope): PlanConflict[] {
  return finalFiles
    .filter(({ path }) => existing.has(path))
    .map(({ path, from }) => ({
      rule: 'TARGET_EXISTS',
      level: 'error',
      paths: [from, path],
      message: `${path} exists already; it is not overwritten by ${from}`,
    }));
}

/** Only a top-level name can hide another one; inside of the capability's package every name is its own. */
function shadowing({
  finalFiles,
  sourceRoot,
  package: own,
  stdlib,
  dependencies,
}: ConflictScope): PlanConflict[] {
  const found: PlanConflict[] = [];
  const seen = new Set<string>();
  for (const { path, from } of finalFiles) {
    if (!path.startsWith(`${sourceRoot}/`) || !path.endsWith('.py')) continue;
    const name = path
      .slice(sourceRoot.length + 1)
      .split('/')[0]
      .replace(/\.py$/, '');
    if (name === own || seen.has(name)) continue;
    seen.add(name);
    if (stdlib.has(name))
      found.push({
        rule: 'SHADOWS_STDLIB',
        level: 'error',
        paths: [from],
        message: `${path} hides the standard library's module ${name}`,
      });
    else if (dependencies.has(name))
      found.push({
        rule: 'SHADOWS_DEPENDENCY',
        level: 'error',
        paths: [from],
        message: `${path} hides the dependency ${name}`,
      });
    else
      found.push({
        rule: 'OUTSIDE_CAPABILITY',
        level: 'error',
        paths: [from],
        message: `${path} lies outside of the capability's package ${own}`,
      });
  }
  return found;
}

/** Check the map's own entries before they are used: one entry a file, targets only where something is carried. */
export function findEntryProblems(entries: readonly MapEntry[], treePaths: readonly string[]): string[] {
  const problems: string[] = [];
  const seen = new Set<string>();
  for (const entry of entries) {
    if (seen.has(entry.source)) problems.push(`${entry.source} has two entries`);
    seen.add(entry.source);
    const carried = entry.action === 'move' || entry.action === 'keep';
    if (carried && entry.target === null)
      problems.push(`${entry.source}: action ${entry.action} needs a target`);
    if (!carried && entry.target !== null)
      problems.push(`${entry.source}: action ${entry.action} has a target`);
  }
  const known = new Set(treePaths);
  for (const entry of entries)
    if (!known.has(entry.source)) problems.push(`${entry.source} is not in the source tree`);
  for (const path of treePaths) if (!seen.has(path)) problems.push(`${path} is missing in the map`);
  return problems;
}
