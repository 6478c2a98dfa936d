import { distributionsOf, isListed } from './distributions';
import { leafOf } from './module-name';
import { topLevelNames } from './search-folders';
import { STDLIB_MODULES } from './stdlib';
import type { ModuleInfo, ProjectFacts } from './types';

/** As many different modules must be imported below the name of the tree's folder before it is believed; it may be that of a library. */
const WITNESSES = 2;

/**
 * Other names by which the code of a service that nothing packages is imported, each with the name that stands for it here; "" where what
 * follows is the name. Programs find the modules of their own folder by the bare name (`from schemas import x` beside `schemas.py`), tests and
 * other services by the path in the repository (`from services.orders.models import x`): both may be on `sys.path` at once.
 * @param required PEP 503 names of what is declared: an import that one of them may answer is none of the project. Where nothing is declared, any bare name
 * may be that of a library
 */
export function secondNames(
  project: ProjectFacts,
  required: ReadonlySet<string>,
): ReadonlyMap<string, string> {
  const bare = new Map<string, Set<string>>();
  const paths = new Map<string, Set<string>>();
  const shipped = [...project.modulesByPath.values()].filter(({ area }) => area === 'shipped');
  const tops = new Set(shipped.map(({ name }) => name.split('.', 1)[0]));
  const byLeaf = new Map<string, ModuleInfo[]>();
  for (const info of shipped) byLeaf.set(leafOf(info.name), [...(byLeaf.get(leafOf(info.name)) ?? []), info]);
  const isForeign = (top: string) => STDLIB_MODULES.has(top) || tops.has(top) || isOfOthers(top, required);
  for (const [path, { imports }] of project.facts)
    for (const { level, kind, module, names } of imports) {
      if (level > 0) continue;
      for (const { name } of names) {
        const dotted = kind === 'from' ? module : name;
        const [top] = dotted.split('.');
        if (isForeign(top)) continue;
        const below = pathNamed(project, kind === 'from' && name !== '*' ? `${dotted}.${name}` : dotted);
        if (below) add(paths, below.prefix, below.module);
        const own = beside(project, path, top) ?? onlyOne(project, byLeaf.get(top), path);
        if (own && required.size > 0 && !asksForAnother(project, own, top)) add(bare, top, own.name);
      }
    }
  return new Map([
    ...[...bare].flatMap(([name, found]): [string, string][] =>
      found.size === 1 ? [[name, [...found][0]]] : [],
    ),
    ...[...paths].flatMap(([prefix, found]): [string, string][] =>
      found.size >= WITNESSES || isBelowTree(project, prefix) ? [[prefix, '']] : [],
    ),
  ]);
}

function add(map: Map<string, Set<string>>, key: string, value: string): void {
  map.set(key, (map.get(key) ?? new Set()).add(value));
}

/** What a distribution may answer to. */
export function isOfOthers(top: string, required: ReadonlySet<string>): boolean {
  return isListed(top) || distributionsOf(top).some((name) => required.has(name));
}

/** The module of that name in the folder of a program. */
function beside(project: ProjectFacts, path: string, name: string): ModuleInfo | null {
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const own = [`${folder}${name}.py`, `${folder}${name}/__init__.py`]
    .filter((candidate) => candidate !== path)
    .flatMap((candidate) => project.modulesByPath.get(candidate) ?? [])[0];
  return own?.area === 'shipped' && project.modulesByPath.get(path)?.area === 'shipped' ? own : null;
}

/** A module that imports its own bare name means a library: `gevent.py` of a package, with `import gevent`. */
function asksForAnother({ facts }: ProjectFacts, { path, isPackage }: ModuleInfo, name: string): boolean {
  return !isPackage && topLevelNames(facts.get(path)!).includes(name);
}

/** The one module of that name whose folder is no package, so that it may be on `sys.path`. */
function onlyOne(
  project: ProjectFacts,
  [one, ...more]: readonly ModuleInfo[] = [],
  path: string,
): ModuleInfo | null {
  if (!one || more.length > 0 || one.path === path) return null;
  const home = one.isPackage ? one.path.slice(0, -'/__init__.py'.length) : one.path;
  const folder = home.slice(0, home.lastIndexOf('/') + 1);
  return project.facts.has(`${folder}__init__.py`) ? null : one;
}

/** The folder of the repository that a dotted name begins with, where one of the modules that are imported from there follows. */
function pathNamed(
  { layout, tree }: ProjectFacts,
  dotted: string,
): { prefix: string; module: string } | null {
  for (const { name, searchPath } of layout.roots)
    for (let at = dotted.indexOf('.'); at > 0; at = dotted.indexOf('.', at + 1)) {
      const prefix = dotted.slice(0, at);
      const rest = dotted.slice(at + 1);
      const folders = [...tree.root.split('/'), ...searchPath.split('/')]
        .filter((part) => part !== '')
        .join('.');
      if ((rest === name || rest.startsWith(`${name}.`)) && `.${folders}`.endsWith(`.${prefix}`))
        return { prefix, module: rest };
    }
  return null;
}

/** A folder within the tree, or several above it, are no library. */
function isBelowTree({ layout }: ProjectFacts, prefix: string): boolean {
  return prefix.includes('.') || layout.roots.some(({ searchPath }) => searchPath !== '');
}
