import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { plainData } from '../core/merge/toml/plain';
import { parse as parseYaml } from 'yaml';
import { matchesGlob } from '../core/text/glob';
import { DEFAULT_BLUEPRINT, loadBlueprint } from '../platform/blueprint';
import type { ContentCache } from '../platform/content-cache';
import { NO_CACHE } from '../platform/content-cache';
import type { PluginOptions } from './options';
import { DEFAULT_LEGACY } from './options';

/** A project as the files of the workspace show it. */
export interface DiscoveredProject {
  name: string;
  root: string;
  kind: 'capability' | 'host' | 'legacy';
  domain: string | null;
  /** The first file that shows it, relative to the workspace. */
  file: string;
}

export const PROJECT_FILES =
  '{**/SERVICE_MANIFEST.yaml,**/pyproject.toml,**/setup.py,**/setup.cfg,**/__init__.py}';

/**
 * Capabilities (a SERVICE_MANIFEST.yaml, or a `[tool.ufc]` table), hosts (`[tool.ufc-host]`) and legacy packages among files of a workspace, sorted
 * by folder. A legacy package whose folder is called like a capability gets the prefix `legacy-`.
 */
export function discoverProjects(
  files: readonly string[],
  options: PluginOptions,
  workspaceRoot: string,
  cache: DiscoveryCache = NO_CACHE,
): { projects: DiscoveredProject[]; errors: [string, Error][] } {
  const errors: [string, Error][] = [];
  const found = new Map<string, DiscoveredProject>();
  for (const file of files) {
    const root = file.includes('/') ? file.slice(0, file.lastIndexOf('/')) : '.';
    if (root === '.' || found.has(root) || !CAPABILITY_FILE.test(file) || isTemplate(file)) continue;
    try {
      const project = projectAt(workspaceRoot, root, cache);
      if (project) found.set(root, { ...project, file });
    } catch (error) {
      errors.push([file, error instanceof Error ? error : new Error(String(error))]);
    }
  }
  cache.save();
  const names = new Set([...found.values()].map((project) => project.name));
  for (const [folder, file] of legacyFolders(files, options.legacy ?? DEFAULT_LEGACY)) {
    const name = folder.slice(folder.lastIndexOf('/') + 1);
    if (!found.has(folder))
      found.set(folder, {
        name: names.has(name) ? `legacy-${name}` : name,
        root: folder,
        kind: 'legacy',
        domain: null,
        file,
      });
  }
  return { projects: [...found.values()].sort((a, b) => (a.root < b.root ? -1 : 1)), errors };
}

const CAPABILITY_FILE = /(SERVICE_MANIFEST\.yaml|pyproject\.toml)$/;

function isTemplate(file: string): boolean {
  return file.includes('/templates/') || file.includes('/files/') || file.includes('/fixtures/');
}

/** What the files of a project say; a name that they do not say is that of its folder. */
interface SaidOfProject {
  kind: 'capability' | 'host';
  name: string | null;
  domain: string | null;
}

export type DiscoveryCache = ContentCache<SaidOfProject | null>;

function projectAt(
  workspaceRoot: string,
  root: string,
  cache: DiscoveryCache,
): Omit<DiscoveredProject, 'file'> | null {
  const read = (name: string) => {
    const path = join(workspaceRoot, root, name);
    return existsSync(path) ? readFileSync(path) : null;
  };
  const files = [read('SERVICE_MANIFEST.yaml'), read('pyproject.toml')];
  const said = cache.get(files, () => saidOfProject(files[0], files[1]));
  if (said === null) return null;
  return { ...said, name: said.name ?? root.slice(root.lastIndexOf('/') + 1), root };
}

/** Null when neither file says that there is a capability or a host. @throws on what cannot be parsed */
function saidOfProject(manifestFile: Buffer | null, pyproject: Buffer | null): SaidOfProject | null {
  const text = (value: unknown) => (typeof value === 'string' ? value : null);
  const data = pyproject === null ? {} : plainData(pyproject.toString('utf8'));
  const tool = (data.tool ?? {}) as Record<string, Record<string, unknown> | undefined>;
  const host = tool['ufc-host'];
  if (host) return { kind: 'host', name: text(host.project), domain: null };
  if (manifestFile === null && !tool.ufc) return null;
  const parsed: unknown = manifestFile === null ? null : parseYaml(manifestFile.toString('utf8'));
  const manifest = (parsed ?? {}) as Record<string, unknown>;
  const { prefix } = loadBlueprint(DEFAULT_BLUEPRINT).naming;
  const service = text(manifest.service_name) ?? '';
  const fromService = service.startsWith(prefix) ? service.slice(prefix.length) : '';
  return {
    kind: 'capability',
    name: text(tool.ufc?.project) ?? (fromService || null),
    domain: text(manifest.domain) ?? text(tool.ufc?.domain),
  };
}

/** Folders of legacy packages, each with the first file in it. */
function legacyFolders(files: readonly string[], glob: string): Map<string, string> {
  const depth = glob.split('/').length;
  const folders = new Map<string, string>();
  const others = new Set<string>();
  for (const file of files) {
    const parts = file.split('/', depth + 1);
    if (parts.length <= depth) continue;
    const folder = parts.slice(0, depth).join('/');
    if (folders.has(folder) || others.has(folder)) continue;
    if (matchesGlob(folder, glob)) folders.set(folder, file);
    else others.add(folder);
  }
  return folders;
}
