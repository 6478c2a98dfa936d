import type { FileFacts } from '../python/facts/types';
import { candidatesBelow, inTests } from './layout';
import { isInRoot } from './roots';
import { topLevelNames } from './search-folders';
import { STDLIB_MODULES } from './stdlib';
import { isServerSettings } from './server-settings';
import type { ImportRoot, PackageLayout } from './types';

const APPLICATION =
  /^(fastapi|starlette|flask|quart|sanic|litestar|bottle|aiohttp\.web)\.(applications\.|app\.)?(FastAPI|Starlette|Flask|Quart|Sanic|Litestar|Bottle|Application)$/;

/** @returns the layout with the roots that `rootsBeside` finds, after those that were found */
export function withRootsBeside(
  layout: PackageLayout,
  facts: ReadonlyMap<string, FileFacts>,
  declared: readonly string[],
): PackageLayout {
  const more = rootsBeside(layout, facts, declared);
  if (more.length === 0) return layout;
  const roots = [...layout.roots, ...more];
  return { ...layout, kind: 'multi-package', roots, isParts: isPutTogether(roots, facts) };
}

/** Several packages, and a module beside them that imports them: `main.py` of `routers/`, `services/` and `db/`. */
function isPutTogether(roots: readonly ImportRoot[], facts: ReadonlyMap<string, FileFacts>): boolean {
  const packages = roots.filter(({ kind }) => kind !== 'module').map(({ name }) => name);
  const modules = roots.filter(({ kind }) => kind === 'module');
  return (
    packages.length > 1 &&
    modules.some(({ path }) => topLevelNames(facts.get(path)!).some((name) => packages.includes(name)))
  );
}

/**
 * What a service that no packaging describes needs beside its packages, since it runs from their folder: `config.py` when `app/` says
 * `from config import …`, a module that tests import, `main.py` when it makes the web application. Other modules there are scripts. Beside a
 * package that packaging describes, those are needed that it names, too (`py_modules`).
 * @param declared import names that the metadata declares
 */
function rootsBeside(
  { roots, tests }: PackageLayout,
  facts: ReadonlyMap<string, FileFacts>,
  declared: readonly string[],
): ImportRoot[] {
  if (roots.every(({ kind }) => kind === 'module')) return [];
  const python = [...facts.keys()].filter((path) => path.endsWith('.py'));
  const isTest = (path: string) => inTests(path, { tests });
  const candidates = [...new Set(roots.map(({ searchPath }) => searchPath))]
    .flatMap((folder) => candidatesBelow(python, folder, []))
    .filter(
      ({ name, path, kind }) =>
        !STDLIB_MODULES.has(name) &&
        !isTest(path) &&
        !roots.some((root) => root.name === name) &&
        !(kind === 'module' && isServerSettings(facts.get(path)!)),
    );
  const named = candidates.filter(({ name, kind }) => kind === 'module' && declared.includes(name));
  if (roots.some(({ name }) => declared.includes(name))) return named;
  const inside = (root: ImportRoot) => python.filter((path) => isInRoot(root, path));
  const needed = new Set([
    ...named,
    ...candidates.filter((one) => inside(one).some((path) => makesApplication(facts.get(path)!))),
  ]);
  const queue = [...roots, ...needed].flatMap(inside).concat(python.filter(isTest));
  for (let path = queue.pop(); path !== undefined; path = queue.pop()) {
    const imported = new Set(topLevelNames(facts.get(path)!));
    for (const one of candidates)
      if (imported.has(one.name) && !needed.has(one)) {
        needed.add(one);
        queue.push(...inside(one));
      }
  }
  return candidates.filter((one) => needed.has(one));
}

function makesApplication({ calls }: FileFacts): boolean {
  return calls.some(({ resolved }) => resolved !== null && APPLICATION.test(resolved));
}
