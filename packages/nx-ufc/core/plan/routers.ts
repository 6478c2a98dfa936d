import type { RouterReference } from '../manifest/render';
import type { Analysis } from '../project/analysis';
import { callsNamed } from '../project/calls-named';
import type { ProjectFacts } from '../project/types';
import type { FileFacts } from '../python/facts/types';
import { homeOfName } from '../rewrite/locations/constants';
import type { MoveMapping } from '../rewrite/mapping';

const ROUTER = /^fastapi(\.routing)?\.APIRouter$/;
const INCLUDES = new Set(['include_router']);

/**
 * The routers that a host includes: those at the top of modules that no other router includes. A package with an application of its own offers none,
 * for that is run as it is, with the middleware, prefixes and dependencies that it puts around them.
 */
export function routersOf({ project }: Analysis, mapping: MoveMapping): RouterReference[] {
  const users = [...project.facts].filter(([, facts]) => usesFastapi(facts));
  const hasApp = users.some(([, facts]) => facts.calls.some((call) => call.resolved === 'fastapi.FastAPI'));
  if (hasApp) return [];
  const included = new Set(users.flatMap(([path]) => includedIn(project, path)));
  return users.flatMap(([path, facts]) => {
    const info = project.modulesByPath.get(path);
    if (info?.area !== 'shipped') return [];
    return routersIn(facts)
      .filter((name) => !included.has(`${info.name}.${name}`))
      .map((attribute) => ({ module: mapping.modules.get(info.name) ?? info.name, attribute }));
  });
}

/** Names of a module that are bound to routers. */
function routersIn({ assignments, calls }: FileFacts): string[] {
  return assignments.flatMap(({ scopeId, target, value }) => {
    const isRouter = value?.kind === 'call' && ROUTER.test(calls[value.call].resolved ?? '');
    return scopeId === 0 && isRouter ? [target] : [];
  });
}

/** `api.include_router(users.router, prefix="/users")`: what is included, by its dotted name. */
function includedIn(project: ProjectFacts, path: string): string[] {
  const info = project.modulesByPath.get(path)!;
  return callsNamed(project.facts.get(path)!, INCLUDES).flatMap(({ arguments: given }) => {
    const router = given.find(({ keyword }) => keyword === 'router') ?? given[0];
    if (router?.value.kind !== 'name') return [];
    const { name, resolved } = router.value;
    const home = homeOfName(project, info, resolved ?? name);
    return home ? [`${home.module}.${home.name}`] : [`${info.name}.${name}`];
  });
}

function usesFastapi({ imports }: FileFacts): boolean {
  return imports.some(({ module, names }) => [module, ...names.map(({ name }) => name)].some(isFastapi));
}

function isFastapi(module: string): boolean {
  return module === 'fastapi' || module.startsWith('fastapi.');
}
