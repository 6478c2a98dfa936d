import { compare, valid } from '@renovatebot/pep440';
import { parse } from 'smol-toml';
import { normaliseName } from '../project/distributions';
import type { SourceTree } from '../project/types';

/** uv, Poetry and PDM write the same table of packages; by file, the tool that writes it. */
export const LOCK_FILES: Readonly<Record<string, string>> = {
  'uv.lock': 'uv',
  'poetry.lock': 'poetry',
  'pdm.lock': 'pdm',
};

/**
 * Versions that a project was locked to, by PEP 503 name. A package with several, for different Pythons, has its newest, which is
 * that of the newest Pythons. A damaged lock file says nothing.
 */
export function lockedVersions(tree: SourceTree): Map<string, string> {
  const found = new Map<string, string>();
  const file = tree.files.find(({ path }) => Object.hasOwn(LOCK_FILES, path));
  for (const { name, version } of file ? packagesOf(Buffer.from(file.bytes).toString('utf8')) : []) {
    if (typeof name !== 'string' || typeof version !== 'string' || !valid(version)) continue;
    const known = found.get(normaliseName(name));
    if (!known || compare(version, known) > 0) found.set(normaliseName(name), version);
  }
  return found;
}

function packagesOf(text: string): { name?: unknown; version?: unknown }[] {
  try {
    const { package: packages } = parse(text) as { package?: unknown };
    return Array.isArray(packages) ? (packages as object[]) : [];
  } catch {
    return [];
  }
}
