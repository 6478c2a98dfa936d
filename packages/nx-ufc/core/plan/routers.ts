import type { RouterReference } from '../manifest/render';
import type { Analysis } from '../project/analysis';
import type { MoveMapping } from '../rewrite/mapping';

/**
 * The routers that a host includes: those that the application of the package itself includes, by name. A package
 * without an application offers every router that is not included by another one.
 */
export function routersOf({ project }: Analysis, mapping: MoveMapping): RouterReference[] {
  const routers: { module: string; attribute: string; path: string }[] = [];
  const users = [...project.facts].filter(([, facts]) =>
    facts.imports.some(({ module, names }) => [module, ...names.map(({ name }) => name)].some(isFastapi)),
  );
  const hasApp = users.some(([, facts]) => facts.calls.some((call) => call.resolved === 'fastapi.FastAPI'));
  for (const [path, facts] of users) {
    const info = project.modulesByPath.get(path);
    if (info?.area !== 'shipped') continue;
    for (const assignment of facts.assignments) {
      if (assignment.scopeId !== 0 || assignment.value?.kind !== 'call') continue;
      if (!/^fastapi(\.routing)?\.APIRouter$/.test(facts.calls[assignment.value.call].resolved ?? ''))
        continue;
      routers.push({ module: info.name, attribute: assignment.target, path });
    }
  }
  if (hasApp) return [];
  return routers.map(({ module, attribute }) => ({
    module: mapping.modules.get(module) ?? module,
    attribute,
  }));
}

function isFastapi(module: string): boolean {
  return module === 'fastapi' || module.startsWith('fastapi.');
}
