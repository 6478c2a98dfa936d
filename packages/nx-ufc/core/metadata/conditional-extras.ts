import { dependenciesOf } from './requirement';
import type { Dependency } from './types';

/**
 * Requirements of the extras of setuptools. The name of an extra may end with a marker (`"socks:sys_platform == 'win32'"`), and
 * with a marker alone its requirements are those of every install, as bdist_wheel writes them down.
 * @param extras name, as written, and requirements
 */
export function dependenciesOfExtras(
  extras: readonly (readonly [string, readonly unknown[]])[],
  file: string,
): Dependency[] {
  return extras.flatMap(([key, items]) => {
    const { name, marker } = parted(key);
    const requirements = marker === null ? items : items.map((item) => conditional(item, marker));
    return dependenciesOf(requirements, file, name || 'main');
  });
}

/** Names of extras without their markers, each once. */
export function namesOfExtras(keys: readonly string[]): string[] {
  return [...new Set(keys.map((key) => parted(key).name).filter((name) => name !== ''))];
}

function parted(key: string): { name: string; marker: string | null } {
  const at = key.indexOf(':');
  return at < 0
    ? { name: key.trim(), marker: null }
    : { name: key.slice(0, at).trim(), marker: key.slice(at + 1).trim() || null };
}

function conditional(item: unknown, marker: string): unknown {
  if (typeof item !== 'string') return item;
  const [requirement, own] = item.split(/\s*;\s*/, 2);
  return own === undefined ? `${requirement}; ${marker}` : `${requirement}; (${own}) and (${marker})`;
}
