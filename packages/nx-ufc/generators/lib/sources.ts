import type { Tree } from '@nx/devkit';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CapabilityNames } from '../../core/blueprint/naming';
import type { Blueprint } from '../../core/blueprint/types';
import { UsageError } from '../../core/errors';
import { holdsMetadata } from '../../core/merge/pyproject/merge';
import { MAP_NAME, mergeMap, readMap } from '../../core/plan/map-file';
import type { ProposeOptions } from '../../core/plan/outside-entry';
import { proposeMap } from '../../core/plan/propose';
import { nestedProjects } from '../../core/plan/nested-projects';
import type { MigrationMap } from '../../core/plan/types';
import type { Analysis } from '../../core/project/analysis';
import { analyse } from '../../platform/analyse';
import { readSchema } from '../../platform/blueprint';
import { locate, readSourceTree } from '../../platform/source-tree';
import { digestOf, withoutMap } from '../../platform/legacy-source';

/** A legacy package that was read. */
export interface Source {
  absolute: string;
  /** Workspace-relative inside, as typed outside. */
  display: string;
  inside: boolean;
  analysis: Analysis;
  /** Over paths and bytes, the map file left out. */
  digest: string;
}

/**
 * Read and analyse a source folder. @throws UsageError for everything that cannot be a package
 * @param moves whether the command moves the files, if they are inside of the workspace
 */
export function readSource(tree: Tree, given: string, blueprint: Blueprint, moves = false): Source {
  const place = locate(tree.root, given);
  const files = withoutMap(readSourceTree(place.absolute, place.display));
  if (!files.files.some((file) => file.path.endsWith('.py'))) {
    throw new UsageError(
      `${place.display} holds no Python file. Give the folder that holds the package and its pyproject.toml or setup.py.`,
    );
  }
  const name = place.absolute.slice(place.absolute.lastIndexOf('/') + 1);
  const analysis = analyse(tree.root, name, files, blueprint, !(moves && place.inside));
  if (analysis.project.layout.roots.length === 0) {
    const within = nestedProjects(files).map((path) => path.slice(0, path.lastIndexOf('/')));
    const way =
      within.length > 0
        ? `It holds projects of their own; give one of them: ${[...new Set(within)].sort().join(', ')}.`
        : 'Give the folder above the package.';
    throw new UsageError(
      `${place.display} holds Python files, but no package or module that could be imported. ${way}`,
    );
  }
  return { ...place, analysis, digest: digestOf(files) };
}

/** How places for the files of a source are proposed. */
export function proposeOptions({ analysis }: Source, names: CapabilityNames): ProposeOptions {
  const pyproject = analysis.project.tree.files.find((file) => file.path === 'pyproject.toml');
  const derivesMetadata = !holdsMetadata(pyproject ? Buffer.from(pyproject.bytes).toString('utf8') : null);
  return { package: names.package, derivesMetadata };
}

/** The map to use: a given file, the one beside the package with its edits, or the proposal. */
export function mapFor(tree: Tree, source: Source, names: CapabilityNames, given?: string): MigrationMap {
  const proposed = proposeMap(source.analysis, proposeOptions(source, names));
  const path = given ? locate(tree.root, given).absolute : join(source.absolute, MAP_NAME);
  if (given && !existsSync(path))
    throw new UsageError(`${given} does not exist. Write a map with nx g @au/nx-ufc:map first.`);
  if (!existsSync(path)) return proposed;
  const previous = readMap(
    readFileSync(path, 'utf8'),
    given ?? `${source.display}/${MAP_NAME}`,
    readSchema('migration-map'),
  );
  if (previous.capability !== names.package)
    throw new UsageError(
      `${given ?? MAP_NAME} is for ${previous.capability}, not for ${names.package}. Use that name, or delete the map.`,
    );
  return mergeMap(previous, proposed);
}
