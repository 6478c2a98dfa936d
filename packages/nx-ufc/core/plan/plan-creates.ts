import { applyEdits } from '../text/edits';
import { hasCode } from '../manifest/has-code';
import { isOfSomePart } from '../manifest/parts';
import { renderManifestLayer } from '../manifest/render';
import { renderServiceManifest } from '../manifest/service-manifest';
import { readProjectMetadata } from '../metadata/read';
import type { Dependency } from '../metadata/types';
import { modulesOfBareFolders } from '../project/bare-folders';
import { moduleNameOf } from '../project/module-name';
import type { MoveMapping } from '../rewrite/mapping';
import type { RenderedFile } from '../templates/render';
import type { MigrationInput } from './input';
import { missingPackageInits } from './package-inits';
import { manifestChoices } from './manifest-choices';
import { facadeOfSingleModule } from './single-module';
import type { MigrationPlan, PlannedFile, ReviewItem } from './types';

/** What the source has of its own kind already, edited or good as it is. */
const MERGED = /(^|\/)(\.gitignore|py\.typed)$/;

/** What the packaging files say, as they will be. */
export interface Packaging {
  dependencies: readonly Dependency[];
  /** Where the package is developed. */
  repository: string;
}

/** Every file that is made: the manifest layer, missing `__init__`s, documents, the service manifest. */
export function planCreates(
  input: MigrationInput,
  mapping: MoveMapping,
  taken: ReadonlySet<string>,
  review: ReviewItem[],
  packaging: Packaging,
): MigrationPlan['creates'] {
  const { analysis, names, manifestTemplates, leavesManifest = false } = input;
  const { blueprint } = analysis;
  const packageRoot = `${blueprint.naming.sourceRoot}/${names.package}`;
  const manifest = renderManifestLayer(
    { names, blueprint, ...manifestChoices(analysis, names, mapping) },
    manifestTemplates,
  );
  const files: RenderedFile[] = [
    ...manifest.filter(({ path }) => !(leavesManifest && isOfSomePart(path))),
    ...facadeOfSingleModule(analysis, mapping, packageRoot),
    ...documents(input),
  ];
  const bare = modulesOfBareFolders(analysis.project);
  const moved = [...mapping.paths]
    .filter(([from]) => analysis.project.facts.has(from) && !bare.has(from))
    .map(([, to]) => to);
  const modules = [...moved, ...files.map((file) => file.path)].filter(
    (path) => path.startsWith(`${packageRoot}/`) && path.endsWith('.py'),
  );
  const layers = ['core', 'interface', ...(leavesManifest ? [] : ['manifest'])].map(
    (layer) => `${packageRoot}/${layer}/.py`,
  );
  const inits = missingPackageInits(new Set([...modules, ...layers]), packageRoot, blueprint);
  for (const [path, content] of inits) files.push({ path, content });
  if (!leavesManifest) files.push(serviceManifest(input, mapping, modules, packaging));
  const free = files.filter((file) => !taken.has(file.path));
  for (const file of files) {
    if (taken.has(file.path) && !MERGED.test(file.path))
      review.push({
        path: file.path,
        line: 1,
        column: 1,
        rule: 'KEPT_YOURS',
        message: 'the source has this file already; the generated one was left out',
      });
  }
  return free.map((file) => ({ template: 'none', ...file }));
}

function serviceManifest(
  { analysis, names, domain, date }: MigrationInput,
  mapping: MoveMapping,
  modules: readonly string[],
  { dependencies, repository }: Packaging,
): RenderedFile {
  const { project, metadata, blueprint } = analysis;
  const packages = [...mapping.paths].filter(([from]) => {
    const facts = from.endsWith('/__init__.py') && project.facts.get(from);
    return facts && hasCode(facts);
  });
  const listed = new Set(packages.map(([, to]) => to));
  const dotted = modules
    .filter((path) => !path.endsWith('__init__.py') || listed.has(path))
    .map((path) => moduleNameOf(path, blueprint.naming.sourceRoot))
    .filter((name) => /^[\w.]+$/.test(name));
  return {
    path: 'SERVICE_MANIFEST.yaml',
    content: renderServiceManifest({
      names,
      blueprint,
      version: metadata.version ?? '0.0.0',
      domain,
      description: metadata.description?.replace(/\s+/g, ' ').trim() ?? `Migrated from ${project.name}.`,
      source: {
        repository_url: repository,
        commit_sha: '',
        extraction_date: date,
        extraction_method: 'migration',
      },
      modules: [...new Set(dotted)].sort(),
      dependencies,
      provides: [names.project],
      requires: [],
    }),
  };
}

/** What the capability will depend on: read from its packaging files as they will be, the way every later command reads them. */
export function dependenciesAfter(
  { analysis }: MigrationInput,
  files: readonly PlannedFile[],
  pyproject: string,
): Dependency[] {
  const { tree } = analysis.project;
  const byPath = new Map(tree.files.map((file) => [file.path, file]));
  const moved = files.map(({ source, target, edits }) => {
    const file = { ...byPath.get(source)!, path: target };
    // Requirements files may be edited; nothing else of what metadata lies in is.
    if (edits.length === 0 || !source.endsWith('.txt')) return file;
    return { ...file, bytes: Buffer.from(applyEdits(Buffer.from(file.bytes).toString('utf8'), edits)) };
  });
  const merged = { path: 'pyproject.toml', bytes: Buffer.from(pyproject), mode: 0o644, symlink: null };
  const after = readProjectMetadata({ ...tree, files: [...moved, merged] });
  return after.dependencies.filter((dependency) => dependency.group === 'main');
}

/** README and LICENSE, where the source has none. */
function documents({ analysis, names }: MigrationInput): RenderedFile[] {
  const { project, metadata } = analysis;
  const has = (pattern: RegExp) => project.tree.files.some((file) => pattern.test(file.path));
  const files: RenderedFile[] = [];
  if (!has(/^README(\.\w+)?$/i))
    files.push({
      path: 'README.md',
      content: `# ${names.project}\n\n${metadata.description ?? `The capability ${names.project}.`}\n`,
    });
  if (!has(/^(LICEN[CS]E|COPYING)/i))
    files.push({
      path: 'LICENSE',
      content: `${metadata.license ?? 'All rights reserved; the source of this capability names no licence.'}\n`,
    });
  return files;
}
