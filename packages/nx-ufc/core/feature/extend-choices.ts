import type { ManifestChoices } from '../manifest/render';

/** What the manifest layer says, with some more of it; what is there stays as it is. */
export function withMore(recorded: ManifestChoices, more: Partial<ManifestChoices>): ManifestChoices {
  return {
    ...recorded,
    settings: union(recorded.settings, more.settings, (setting) => setting.field),
    routers: union(recorded.routers, more.routers, (router) => `${router.module}:${router.attribute}`),
    services: union(recorded.services, more.services, (service) => service.name),
    provides: union(recorded.provides, more.provides, (name) => name),
  };
}

function union<T>(present: readonly T[], more: readonly T[] = [], key: (item: T) => string): T[] {
  const known = new Set(present.map(key));
  return [...present, ...more.filter((item) => !known.has(key(item)))];
}
