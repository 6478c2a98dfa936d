import type { GeneratorCallback, Tree } from '@nx/devkit';
import { join } from 'node:path';
import type { CapabilityNames } from '../../core/blueprint/naming';
import { capabilityNames } from '../../core/blueprint/naming';
import type { Blueprint } from '../../core/blueprint/types';
import { renderManifestLayer } from '../../core/manifest/render';
import { settingsOf } from '../../core/manifest/settings';
import { routersOf } from '../../core/plan/routers';
import type { Analysis } from '../../core/project/analysis';
import { analyseTree } from '../../core/project/analysis';
import type { RenderedFile } from '../../core/templates/render';
import { lineDiff } from '../../core/text/line-diff';
import { loadBlueprint, readTemplates } from '../../platform/blueprint';
import { readSourceTree } from '../../platform/source-tree';
import { sha256 } from '../../platform/transaction/files';
import { readGenerated, recordGenerated } from './baseline';
import { commitTree } from './commit';
import { capabilityFolder } from './projects';

/** A capability as a generator of one part sees it. */
export interface CapabilityContext {
  names: CapabilityNames;
  folder: string;
  blueprint: Blueprint;
  analysis: Analysis;
}

/** Read a capability. @throws UsageError when there is none of that name */
export function readCapability(tree: Tree, project: string): CapabilityContext {
  const blueprint = loadBlueprint();
  const folder = capabilityFolder(tree, project, blueprint);
  const names = capabilityNames(project, blueprint, folder);
  return {
    names,
    folder,
    blueprint,
    analysis: analyseTree(names.project, readSourceTree(join(tree.root, folder), folder), blueprint),
  };
}

/** The files of the manifest layer that a test selects, as the templates say today. */
export function manifestFiles(
  { names, blueprint, analysis }: CapabilityContext,
  wanted: (path: string) => boolean,
): RenderedFile[] {
  const own = new Set(analysis.project.tree.files.map((file) => file.path));
  const foreign = {
    ...analysis,
    project: {
      ...analysis.project,
      facts: new Map(
        [...analysis.project.facts].filter(
          ([path]) => !path.includes('/manifest/') && !path.includes('/validation/'),
        ),
      ),
    },
  };
  const files = renderManifestLayer(
    {
      names,
      blueprint,
      settings: settingsOf(foreign.project),
      routers: routersOf(foreign, {
        modules: new Map(),
        paths: new Map(),
        roots: new Set(),
        distribution: { from: '', to: '' },
      }),
      services: [],
      provides: [names.project],
      requires: [],
    },
    readTemplates(blueprint.id, 'manifest'),
  );
  return files.filter(
    (file) => wanted(file.path) && (own.has(file.path) || /\/(manifest|config)\//.test(file.path)),
  );
}

/**
 * Write generated files into a capability. A file that is missing is made; one that a person changed since it was generated
 * is left alone, and what would have been written is shown as a difference.
 */
export function regenerate(
  tree: Tree,
  context: CapabilityContext,
  files: readonly RenderedFile[],
  command: string,
): GeneratorCallback | void {
  const { names, folder } = context;
  const known = readGenerated(tree, names.project).files;
  const written: RenderedFile[] = [];
  process.stdout.write(`${folder}:\n`);
  for (const file of files) {
    const path = `${folder}/${file.path}`;
    const present = tree.exists(path) ? tree.read(path)! : null;
    if (present === null) {
      tree.write(path, file.content);
      written.push(file);
      process.stdout.write(`  made      ${file.path}\n`);
    } else if (present.equals(Buffer.from(file.content))) {
      process.stdout.write(`  unchanged ${file.path}\n`);
    } else if (known[file.path] === undefined || known[file.path] !== sha256(present)) {
      process.stdout.write(
        `  yours     ${file.path} was changed by hand and is left alone; the template says today:\n${lineDiff(present.toString('utf8'), file.content)}`,
      );
    } else {
      process.stdout.write(`  unchanged ${file.path}, as it was generated\n`);
    }
  }
  if (written.length > 0) recordGenerated(tree, names.project, written);
  return commitTree(tree, { command: `${command} ${names.project}`, project: names.project });
}
