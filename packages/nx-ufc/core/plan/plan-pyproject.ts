import { pluginEntryPoint } from '../manifest/render';
import { requirementsOf } from '../manifest/requirements';
import { upwardPathsIn } from '../merge/config-references/upward-path';
import { mergePyproject, type PyprojectMerge } from '../merge/pyproject/merge';
import { readmeOf } from '../merge/pyproject/readme';
import type { Analysis } from '../project/analysis';
import { cythonRequired } from '../project/generated-c';
import { wrappedBackend } from '../project/own-backend';
import { moduleNameOf } from '../project/module-name';
import type { TreeFile } from '../project/types';
import type { MoveMapping } from '../rewrite/mapping';
import { applyEdits } from '../text/edits';
import { changedLines } from '../text/changed-lines';
import { formerNames } from './former-names';
import type { MigrationInput } from './input';
import { references } from './references';
import type { PlannedFile, ReviewItem } from './types';
import { lineNumberAt } from '../text/lines';

/** Packages that every capability has beside the layers' own. */
const FIXED_PACKAGES = [
  'core',
  'interface',
  'manifest',
  'config',
  'scaffold',
  'scripts',
  'scripts.dev',
  'scripts.build',
  'scripts.bootstrap',
  'scripts.ops',
  'validation',
];

/** Does what becomes the `__init__` of the capability's package assign `__version__` itself? An app of Django goes below it as a whole. */
function assignsVersion({ project }: Analysis, mapping: MoveMapping, facade: string): boolean {
  const [file] = [...mapping.paths].find(([, to]) => to === facade) ?? [];
  const facts = project.facts.get(file ?? '');
  return facts?.assignments.some((one) => one.scopeId === 0 && one.target === '__version__') ?? false;
}

/** pyproject.toml as it will be: the package's own, merged with what a capability needs. */
export function planPyproject(
  input: MigrationInput,
  mapping: MoveMapping,
  review: ReviewItem[],
): PyprojectMerge {
  const { analysis, names, domain } = input;
  const { project, metadata, blueprint } = analysis;
  const file = project.tree.files.find((candidate) => candidate.path === 'pyproject.toml');
  const text = file ? Buffer.from(file.bytes).toString('utf8') : null;
  const prefix = `${blueprint.naming.sourceRoot}/`;
  const packages = new Set([
    names.package,
    ...[...mapping.paths.values()]
      .filter((path) => path.startsWith(prefix) && path.endsWith('.py'))
      .map((path) =>
        moduleNameOf(path.slice(0, path.lastIndexOf('/')) + '/__init__.py', blueprint.naming.sourceRoot),
      ),
  ]);
  for (const name of [...packages])
    for (let at = name.lastIndexOf('.'); at > 0; at = name.lastIndexOf('.', at - 1))
      packages.add(name.slice(0, at));
  for (const part of FIXED_PACKAGES) packages.add(`${names.package}.${part}`);
  const readme = readmeOf(project.tree.files.map(({ path }) => path)) ?? 'README.md';
  const wrapped = wrappedBackend(project);
  const cython = cythonRequired(project, (path) => !mapping.paths.has(path));
  const moved = references(mapping, project);
  const merged = mergePyproject(
    text,
    metadata,
    {
      package: names.package,
      sourceRoot: blueprint.naming.sourceRoot,
      ...moved,
      upwards: (value) =>
        applyEdits(
          value,
          upwardPathsIn(value, moved, 'pyproject.toml').filter(({ certain }) => certain),
        ),
      packages: [...packages].sort(),
      packageData: ['py.typed', 'config/au_sys/*.yaml', 'scripts/*/README.md'],
      buildRequirements: cython === null ? [] : [`Cython>=${cython}`],
      requirements: requirementsOf(blueprint, []).runtime,
      dependencies: input.dependencies,
      entryPoint: input.leavesManifest ? null : pluginEntryPoint(names, blueprint),
      setupStays: mapping.paths.has('setup.py') || wrapped === 'setuptools.build_meta',
      wrappedBackend: wrapped,
      versionInFacade: assignsVersion(analysis, mapping, `${prefix}${names.package}/__init__.py`),
      ufc: {
        blueprint: blueprint.id,
        project: names.project,
        domain,
        migrated_from: formerNames(project, mapping.roots).join(' '),
      },
    },
    readme,
  );
  review.push(...merged.review);
  return merged;
}

/** A file that was merged as a whole, with what the merge changed as edits. */
export function mergedFile({ path, bytes }: TreeFile, merged: string): PlannedFile {
  const text = Buffer.from(bytes).toString('utf8');
  const edits = changedLines(text, merged).map((edit) => ({
    ...edit,
    kind: 'toml' as const,
    line: lineNumberAt(text, edit.start),
    before: text.slice(edit.start, edit.end),
    evidence: 'what a capability needs of its packaging',
  }));
  return { source: path, target: path, edits };
}
