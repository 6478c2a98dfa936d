import type { CreateNodesResult, CreateNodesV2, ProjectConfiguration } from '@nx/devkit';
import { contentCache } from '../platform/content-cache';
import type { DiscoveredProject, DiscoveryCache } from './discover';
import { discoverProjects, PROJECT_FILES } from './discover';
import type { PluginOptions } from './options';
import { CAPABILITY_TARGETS, HOST_TARGETS, LEGACY_TARGETS, targetsFor } from './targets';

export const name = '@au/nx-ufc';

/** How Nx discovers capabilities and legacy packages. One broken file does not hide the other projects. */
export const createNodes: CreateNodesV2<PluginOptions> = [
  PROJECT_FILES,
  (files, options, context) => {
    const cache: DiscoveryCache = contentCache(context.workspaceRoot, 'capabilities', '1');
    const { projects, errors } = discoverProjects(files, options ?? {}, context.workspaceRoot, cache);
    const results: [string, CreateNodesResult][] = projects.map((project) => [
      project.file,
      { projects: { [project.root]: configuration(project, options ?? {}) } },
    ]);
    // Nx stops every command when a plugin reports an error; a broken file shall only cost its own project.
    for (const [file, error] of errors)
      process.stderr.write(
        `${file}: ${error.message.split('\n')[0]}; the project is left out until this is corrected\n`,
      );
    return results;
  },
];
export const createNodesV2 = createNodes;

const TARGETS = { capability: CAPABILITY_TARGETS, host: HOST_TARGETS, legacy: LEGACY_TARGETS };

function configuration(project: DiscoveredProject, options: PluginOptions): ProjectConfiguration {
  return {
    name: project.name,
    root: project.root,
    sourceRoot: project.root,
    projectType: project.kind === 'host' ? 'application' : 'library',
    tags: [`ufc:${project.kind}`, ...(project.domain ? [`domain:${project.domain}`] : []), 'lang:python'],
    targets: targetsFor(TARGETS[project.kind], project.name, options.targetNames ?? {}),
  };
}
