import type { CreateDependencies, DependencyType, RawProjectGraphDependency } from '@nx/devkit';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { UsageError } from '../core/errors';
import { readProjectMetadata } from '../core/metadata/read';
import type { ProjectMetadata } from '../core/metadata/types';
import { normaliseName } from '../core/project/distributions';
import { detectLayout } from '../core/project/layout';
import type { SourceTree } from '../core/project/types';
import { decodeSource } from '../core/python';
import { extractFacts } from '../core/python/facts';
import type { ContentCache } from '../platform/content-cache';
import { contentCache } from '../platform/content-cache';
import type { PluginOptions } from './options';

type Cache = ContentCache<ProjectMetadata>;

/** `DependencyType.static`; its module would have every command load all of Nx's devkit. */
const STATIC = 'static' as DependencyType.static;
const METADATA_FILES = ['pyproject.toml', 'setup.cfg', 'setup.py'];

/** Dependencies between Python projects, from real imports and from what they declare; names compared normalised. */
export const createDependencies: CreateDependencies<PluginOptions> = (_options, context) => {
  const projects = Object.entries(context.projects).filter(([, project]) =>
    project.tags?.includes('lang:python'),
  );
  const byImport = new Map<string, string>();
  const byDistribution = new Map<string, string>();
  const metadata = new Map<string, ProjectMetadata>();
  const cache: Cache = contentCache(context.workspaceRoot, 'metadata', '2');
  for (const [name, { root }] of projects) {
    const files = (context.fileMap.projectFileMap[name] ?? []).map((file) =>
      file.file.slice(root.length + 1),
    );
    const own = metadataAt(context.workspaceRoot, root, cache);
    metadata.set(name, own);
    if (own.name) byDistribution.set(normaliseName(own.name), name);
    const layout = detectLayout(
      {
        root,
        files: files.map((path) => ({ path, bytes: new Uint8Array(), mode: 0o644, symlink: null })),
        emptyFolders: [],
        ignored: [],
      },
      own.packages,
      own,
    );
    for (const importRoot of layout.roots) byImport.set(importRoot.name, name);
  }
  cache.save();
  const dependencies: RawProjectGraphDependency[] = [];
  for (const [source, { root }] of projects) {
    for (const { file } of context.filesToProcess.projectFileMap[source] ?? []) {
      if (!file.endsWith('.py')) continue;
      for (const target of importedProjects(join(context.workspaceRoot, file), byImport)) {
        if (target !== source) dependencies.push({ source, target, sourceFile: file, type: STATIC });
      }
    }
    for (const { name, file } of metadata.get(source)!.dependencies) {
      const target = byDistribution.get(name);
      if (target && target !== source)
        dependencies.push({ source, target, sourceFile: `${root}/${file}`, type: STATIC });
    }
  }
  return dependencies;
};

function importedProjects(path: string, byImport: ReadonlyMap<string, string>): Set<string> {
  const targets = new Set<string>();
  if (!existsSync(path)) return targets;
  const facts = extractFacts(decodeSource(path, readFileSync(path)));
  for (const fact of facts.imports) {
    if (fact.level > 0) continue;
    const modules = fact.kind === 'from' ? [fact.module] : fact.names.map((item) => item.name);
    for (const module of modules) {
      const target = byImport.get(module.split('.')[0]);
      if (target) targets.add(target);
    }
  }
  return targets;
}

function metadataAt(workspaceRoot: string, root: string, cache: Cache): ProjectMetadata {
  const tree: SourceTree = { root, files: [], emptyFolders: [], ignored: [] };
  for (const path of METADATA_FILES) {
    const absolute = join(workspaceRoot, root, path);
    if (existsSync(absolute))
      tree.files.push({ path, bytes: readFileSync(absolute), mode: 0o644, symlink: null });
  }
  try {
    return cache.get(
      tree.files.flatMap(({ path, bytes }) => [Buffer.from(path), bytes]),
      () => readProjectMetadata(tree),
    );
  } catch (error) {
    // The gates of the project report the file; here it must not stop the commands of all other projects.
    if (!(error instanceof UsageError)) throw error;
    return readProjectMetadata({ ...tree, files: [] });
  }
}
