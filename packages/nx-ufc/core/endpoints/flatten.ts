import type { SettingDefault } from '../symbols/setting-reader';
import type { Child, Family, Known, Route, Router, Served } from './types';

/**
 * Every route where it is served: those of applications with every prefix on the way, then those of routers that nothing
 * includes, which say so. A part of a path that is not known is written as `{?}` and explained.
 */
export function flatten(routers: readonly Router[]): Served[] {
  const served: Served[] = [];
  const reached = new Set<Router>();
  const visit = (chain: Served['chain'], application: Router | null, conditional: boolean) => {
    const { router } = chain[chain.length - 1];
    reached.add(router);
    for (const route of router.routes) served.push(serve(chain, route, application, conditional));
    for (const child of router.children)
      if (!chain.some((step) => step.router === child.router))
        visit(
          [...chain, { router: child.router, inclusion: child }],
          application,
          conditional || child.conditional,
        );
  };
  const mounted = new Set(routers.flatMap((router) => router.children.map((child) => child.router)));
  for (const router of routers)
    if (router.isApplication && !mounted.has(router)) visit([{ router, inclusion: null }], router, false);
  // Those that others include come last: they are served there, and alone only when they include each other.
  for (const router of [...routers.filter((one) => !mounted.has(one)), ...routers])
    if (!reached.has(router)) visit([{ router, inclusion: null }], null, false);
  return served;
}

function serve(
  chain: Served['chain'],
  route: Route,
  application: Router | null,
  conditional: boolean,
): Served {
  const { router } = chain[chain.length - 1];
  const inner = chain.findLastIndex((step) => step.router.isApplication);
  const partsFrom = (first: number): Part[] =>
    chain.flatMap((step, i) =>
      (i < first ? [] : prefixesOf(step)).map((text) => ({ text, family: step.router.family })),
    );
  const parts = partsFrom(0);
  const all = [...parts.map((part) => part.text), route.path];
  const reasons = [
    ...all.flatMap((part) => ('unresolved' in part ? [part.unresolved] : [])),
    ...route.unknown,
  ];
  if (application === null)
    reasons.push(chain[0].router.unknown ?? 'no application of the project includes its router');
  return {
    route,
    router,
    chain,
    path: joined(parts, route.path),
    localPath: joined(partsFrom(Math.max(inner + 1, 0)), route.path),
    reasons: [...new Set(reasons)],
    settings: settingsOf(all),
    application,
    conditional: conditional || route.conditional,
  };
}

/** The settings whose defaults the parts were made from, each once. */
function settingsOf(parts: readonly Known[]): SettingDefault[] {
  const found = parts.flatMap((part) => ('value' in part ? (part.settings ?? []) : []));
  return [...new Map(found.map((one) => [`${one.name} ${one.file}:${one.line}`, one])).values()];
}

interface Part {
  text: Known;
  family: Family;
}

function joined(parts: readonly Part[], path: Known): string {
  return parts.reduceRight((right, { text, family }) => join(family, show(text), right), show(path)) || '/';
}

const show = (part: Known): string => ('value' in part ? part.value : '{?}');

/** In Flask the prefix of the registration replaces that of the blueprint or namespace; elsewhere the two add up. */
function prefixesOf({ router, inclusion }: { router: Router; inclusion: Child | null }): Known[] {
  const given = inclusion?.prefix ?? null;
  if (router.family.startsWith('flask')) return [given ?? router.prefix];
  return given ? [given, router.prefix] : [router.prefix];
}

/** Flask has exactly one slash between prefix and rule; everything else puts texts together as they are. */
function join(family: Family, left: string, right: string): string {
  if (family !== 'flask' || left === '' || right === '') return left + right;
  return `${left.replace(/\/+$/, '')}/${right.replace(/^\/+/, '')}`;
}
