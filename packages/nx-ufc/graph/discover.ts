import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { plainData } from '../core/merge/toml/plain';
import { parse as parseYaml } from 'yaml';
import { matchesGlob } from '../core/text/glob';
import { DEFAULT_BLUEPRINT, loadBlueprint } from '../platform/blueprint';
import type { PluginOptions } from './options';
import { DEFAULT_LEGACY } from './options';

/** A project as the files of the workspace show it. */
export interface DiscoveredProject {
  name: string;
  root: string;
  kind: 'capability' | 'host' | 'legacy';
  domain: string | null;
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
): { projects: DiscoveredProject[]; errors: [string, Error][] } {
  const errors: [string, Error][] = [];
  const found = new Map<string, DiscoveredProject>();
  for (const file of files) {
    const root = file.includes('/') ? file.slice(0, file.lastIndexOf('/')) : '.';
    if (root === '.' || !/(SERVICE_MANIFEST\.yaml|pyproject\.toml)$/.test(file) || isTemplate(file)) continue;
    try {
      const project = projectAt(workspaceRoot, root);
      if (project) found.set(root, project);
    } catch (error) {
      errors.push([file, error instanceof Error ? error : new Error(String(error))]);
    }
  }
  const names = new Set([...found.values()].map((project) => project.name));
  for (const folder of legacyFolders(files, options.legacy ?? DEFAULT_LEGACY)) {
    const name = folder.slice(folder.lastIndexOf('/') + 1);
    if (!found.has(folder))
      found.set(folder, {
        name: names.has(name) ? `legacy-${name}` : name,
        root: folder,
        kind: 'legacy',
        domain: null,
      });
  }
  return { projects: [...found.values()].sort((a, b) => (a.root < b.root ? -1 : 1)), errors };
}

function isTemplate(file: string): boolean {
  return file.includes('/templates/') || file.includes('/files/') || file.includes('/fixtures/');
}

function projectAt(workspaceRoot: string, root: string): DiscoveredProject | null {
  const read = (name: string) => {
    const path = join(workspaceRoot, root, name);
    return existsSync(path) ? readFileSync(path, 'utf8') : null;
  };
  const manifestText = read('SERVICE_MANIFEST.yaml');
  const pyprojectText = read('pyproject.toml');
  const tool =
    pyprojectText === null
      ? {}
      : ((plainData(pyprojectText).tool ?? {}) as Record<string, Record<string, unknown>>);
  const host = tool['ufc-host'];
  if (host)
    return {
      name: typeof host.project === 'string' ? host.project : root.slice(root.lastIndexOf('/') + 1),
      root,
      kind: 'host',
      domain: null,
    };
  if (manifestText === null && !tool.ufc) return null;
  const manifest = manifestText === null ? {} : ((parseYaml(manifestText) ?? {}) as Record<string, unknown>);
  const { prefix } = loadBlueprint(DEFAULT_BLUEPRINT).naming;
  const service = typeof manifest.service_name === 'string' ? manifest.service_name : '';
  const fromService = service.startsWith(prefix) ? service.slice(prefix.length) : '';
  const name =
    typeof tool.ufc?.project === 'string'
      ? tool.ufc.project
      : fromService || root.slice(root.lastIndexOf('/') + 1);
  const domain =
    typeof manifest.domain === 'string'
      ? manifest.domain
      : typeof tool.ufc?.domain === 'string'
        ? tool.ufc.domain
        : null;
  return { name, root, kind: 'capability', domain };
}

function legacyFolders(files: readonly string[], glob: string): string[] {
  const depth = glob.split('/').length;
  const folders = new Set<string>();
  for (const file of files) {
    const parts = file.split('/');
    if (parts.length <= depth) continue;
    const folder = parts.slice(0, depth).join('/');
    if (matchesGlob(folder, glob)) folders.add(folder);
  }
  return [...folders];
}
