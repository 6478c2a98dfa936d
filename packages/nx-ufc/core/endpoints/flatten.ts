import type { Endpoint } from '../inventory/types';
import type { Known, Route, Router } from './types';

/**
 * Full paths of all routes: those of applications with every prefix on the way, then those of routers that nothing includes,
 * which say so. A part of a path that is not known is written as `{?}` and explained.
 */
export function flatten(routers: readonly Router[]): Endpoint[] {
  const endpoints: Endpoint[] = [];
  const reached = new Set<Router>();
  const visit = (
    router: Router,
    prefixes: readonly Known[],
    seen: readonly Router[],
    application: string | null,
    conditional: boolean,
  ) => {
    reached.add(router);
    for (const route of router.routes)
      endpoints.push(...toEndpoints(router, route, prefixes, application, conditional));
    for (const child of router.children)
      if (!seen.includes(child.router))
        visit(
          child.router,
          [...prefixes, ...childPrefix(child)],
          [...seen, child.router],
          application,
          conditional || child.conditional,
        );
  };
  const mounted = new Set(routers.flatMap((router) => router.children.map((child) => child.router)));
  for (const router of routers)
    if (router.isApplication && !mounted.has(router)) visit(router, [], [router], router.madeIn, false);
  for (const router of routers)
    if (!reached.has(router)) visit(router, [router.prefix], [router], null, false);
  return endpoints;
}

/** In Flask the prefix of the registration replaces that of the blueprint; elsewhere the two add up. */
function childPrefix({ router, prefix }: Router['children'][number]): Known[] {
  if (router.family === 'flask') return [prefix ?? router.prefix];
  return prefix ? [prefix, router.prefix] : [router.prefix];
}

function toEndpoints(
  router: Router,
  route: Route,
  prefixes: readonly Known[],
  application: string | null,
  conditional: boolean,
): Endpoint[] {
  const parts = [...prefixes, route.path];
  const reasons = parts.flatMap((part) => ('unresolved' in part ? [part.unresolved] : []));
  if (application === null) reasons.push('no application of the project includes its router');
  const path = parts.map((part) => ('value' in part ? part.value : '{?}')).reduce(joinFor(router.family), '');
  return route.methods.map((method) => ({
    method,
    path: path || '/',
    handler: route.handler,
    file: route.file,
    line: route.line,
    framework: router.family,
    application,
    ...(conditional || route.conditional ? { conditional: true as const } : {}),
    ...(reasons.length > 0 ? { unresolved: [...new Set(reasons)].join('; ') } : {}),
  }));
}

/** FastAPI and Starlette put texts together as they are; Flask has exactly one slash between prefix and rule. */
function joinFor(family: Router['family']): (left: string, right: string) => string {
  if (family !== 'flask') return (left, right) => left + right;
  return (left, right) =>
    left === '' || right === '' ? left + right : `${left.replace(/\/+$/, '')}/${right.replace(/^\/+/, '')}`;
}
