import type { CapabilityNames } from '../blueprint/naming';
import { iniReferenceEdits } from '../merge/config-references';
import type { PyprojectChange } from '../merge/pyproject/types';
import { mergePyproject } from '../merge/pyproject/merge';
import { MANIFEST_REQUIREMENTS, pluginEntryPoint, renderManifestLayer } from '../manifest/render';
import { renderServiceManifest } from '../manifest/service-manifest';
import { settingsOf } from '../manifest/settings';
import { readProjectMetadata } from '../metadata/read';
import type { Dependency } from '../metadata/types';
import type { Analysis } from '../project/analysis';
import { distributionsOf, normaliseName } from '../project/distributions';
import { moduleNameOf } from '../project/module-name';
import { STDLIB_MODULES } from '../project/stdlib';
import type { MoveMapping } from '../rewrite/mapping';
import { buildMoveMapping } from '../rewrite/mapping';
import { rewriteDocument } from '../rewrite/document';
import { rewriteModule } from '../rewrite/rewrite-module';
import type { RenderedFile, Template } from '../templates/render';
import { findConflicts, findEntryProblems } from './conflicts';
import { facadeOfSingleModule } from './single-module';
import { missingPackageInits } from './package-inits';
import { folderMapping } from './path-mapping';
import { routersOf } from './routers';
import type { MigrationMap, MigrationPlan, PlanConflict, PlannedFile, ReviewItem } from './types';

export interface MigrationInput {
  analysis: Analysis;
  map: MigrationMap;
  names: CapabilityNames;
  domain: string;
  /** ISO date of the day, taken once and kept in the service manifest. */
  date: string;
  /** Paths below the capability's folder that exist. */
  existing: ReadonlySet<string>;
  manifestTemplates: readonly Template[];
}

/** What the source has of its own kind already, edited or good as it is. */
const MERGED = /(^|\/)(\.gitignore|py\.typed)$/;
const DOCUMENT = /\.(md|rst|markdown)$/i;
const INI_FILE =
  /(^|\/)(setup\.cfg|tox\.ini|pytest\.ini|mypy\.ini|\.mypy\.ini|\.coveragerc|\.flake8|\.isort\.cfg|\.pylintrc|pylintrc)$/;

/** Everything that a migration will do, as plain data: moves, edits, new files, conflicts, and what a person must look at. */
export function assembleMigrationPlan(input: MigrationInput): MigrationPlan {
  const { analysis, map, names } = input;
  const { project, metadata, blueprint } = analysis;
  const entryProblems = findEntryProblems(
    map.modules,
    project.tree.files.map((file) => file.path),
  );
  if (entryProblems.length > 0)
    return failed(
      input,
      entryProblems.map((message) => ({ rule: 'OUTSIDE_CAPABILITY', level: 'error', paths: [], message })),
    );

  const mapping = buildMoveMapping(project, map.modules, blueprint.naming.sourceRoot, {
    from: normaliseName(metadata.name ?? project.name),
    to: names.package,
  });
  const review: ReviewItem[] = [];
  const files: PlannedFile[] = map.modules
    .filter((entry) => entry.target !== null)
    .map((entry) => {
      const planned = planFile(input, mapping, entry.source, review);
      return { source: entry.source, target: entry.target!, edits: planned };
    });
  const pyproject = planPyproject(input, mapping, review);
  const kept = files.filter((file) => file.source !== 'pyproject.toml');
  const taken = new Set(kept.map((file) => file.target));
  const creates = planCreates(input, mapping, taken, review, dependenciesAfter(input, kept, pyproject));
  creates.push({ path: 'pyproject.toml', content: pyproject, template: 'pyproject' });
  creates.sort((a, b) => (a.path < b.path ? -1 : 1));
  const plan: MigrationPlan = {
    schema: 'ufc:migration-plan:1',
    package: map.package,
    capability: names.package,
    map,
    files: kept,
    creates,
    conflicts: [],
    review,
  };
  plan.conflicts = conflictsOf(input, plan);
  return plan;
}

function failed({ map, names }: MigrationInput, conflicts: PlanConflict[]): MigrationPlan {
  return {
    schema: 'ufc:migration-plan:1',
    package: map.package,
    capability: names.package,
    map,
    files: [],
    creates: [],
    conflicts,
    review: [],
  };
}

function planFile(
  { analysis }: MigrationInput,
  mapping: MoveMapping,
  path: string,
  review: ReviewItem[],
): PlannedFile['edits'] {
  const { project } = analysis;
  const info = project.modulesByPath.get(path);
  if (info) {
    const rewrite = rewriteModule(project, mapping, info);
    review.push(...rewrite.review);
    return rewrite.edits;
  }
  if (!INI_FILE.test(path) && !DOCUMENT.test(path) && path !== '.gitignore') return [];
  const file = project.tree.files.find((candidate) => candidate.path === path)!;
  const text = Buffer.from(file.bytes).toString('utf8');
  if (DOCUMENT.test(path))
    return isUtf8(text, file.bytes) ? rewriteDocument(project, mapping, path, text) : [];
  if (path === '.gitignore') return keepScripts(text, mapping.distribution.to);
  return iniReferenceEdits(text, references(mapping)).map((edit) => ({
    ...edit,
    kind: 'config',
    line: text.slice(0, edit.start).split('\n').length,
    before: text.slice(edit.start, edit.end),
    evidence: 'names a module or path that moved',
  }));
}

/** Edits are made on text; they fit the bytes only where decoding lost nothing. */
function isUtf8(text: string, bytes: Uint8Array): boolean {
  return Buffer.from(text).equals(bytes);
}

/** `build/` in an ignore file would hide `scripts/build/` from git and from build backends that follow it. */
function keepScripts(text: string, name: string): PlannedFile['edits'] {
  const line = `!/src/${name}/scripts/build/`;
  if (text.includes(line)) return [];
  const at = { start: text.length, end: text.length, line: text.split('\n').length, before: '' };
  return [
    {
      ...at,
      text: `${text === '' || text.endsWith('\n') ? '' : '\n'}${line}\n`,
      kind: 'config',
      evidence: 'the folder is code',
    },
  ];
}

function references(mapping: MoveMapping): Pick<PyprojectChange, 'mapModule' | 'mapPath' | 'oldRoots'> {
  const folders = folderMapping(mapping.paths);
  return {
    oldRoots: [...mapping.roots],
    mapModule: (module) => mapping.modules.get(module) ?? mapAttribute(mapping, module),
    mapPath: (path) => mapping.paths.get(path) ?? folders.get(path) ?? null,
  };
}

/** `pkg.module.attribute`: the longest prefix that is a module moves, the rest stays. */
function mapAttribute(mapping: MoveMapping, dotted: string): string | null {
  for (let at = dotted.lastIndexOf('.'); at > 0; at = dotted.lastIndexOf('.', at - 1)) {
    const target = mapping.modules.get(dotted.slice(0, at));
    if (target !== undefined) return target + dotted.slice(at);
  }
  return null;
}

function planPyproject(input: MigrationInput, mapping: MoveMapping, review: ReviewItem[]): string {
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
  for (const part of [
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
  ])
    packages.add(`${names.package}.${part}`);
  const readme =
    project.tree.files.find((candidate) => /^README(\.\w+)?$/i.test(candidate.path))?.path ?? 'README.md';
  const merged = mergePyproject(
    text,
    metadata,
    {
      package: names.package,
      sourceRoot: blueprint.naming.sourceRoot,
      ...references(mapping),
      packages: [...packages].sort(),
      packageData: ['py.typed', 'config/au_sys/*.yaml', 'scripts/*/README.md'],
      requirements: MANIFEST_REQUIREMENTS,
      entryPoint: pluginEntryPoint(names, blueprint),
      ufc: {
        blueprint: blueprint.id,
        project: names.project,
        domain,
        migrated_from: [...mapping.roots].sort().join(' '),
      },
    },
    readme,
  );
  review.push(...merged.review);
  return merged.text;
}

function planCreates(
  input: MigrationInput,
  mapping: MoveMapping,
  taken: ReadonlySet<string>,
  review: ReviewItem[],
  dependencies: readonly Dependency[],
): MigrationPlan['creates'] {
  const { analysis, names, domain, date, manifestTemplates } = input;
  const { project, metadata, blueprint } = analysis;
  const packageRoot = `${blueprint.naming.sourceRoot}/${names.package}`;
  const manifest = renderManifestLayer(
    {
      names,
      blueprint,
      settings: settingsOf(project),
      routers: routersOf(analysis, mapping),
      services: [],
      provides: [names.project],
      requires: [],
    },
    manifestTemplates,
  );
  const files: RenderedFile[] = [
    ...manifest,
    ...facadeOfSingleModule(analysis, mapping, packageRoot),
    ...documents(input),
  ];
  const modules = [...mapping.paths.values(), ...files.map((file) => file.path)].filter(
    (path) => path.startsWith(`${packageRoot}/`) && path.endsWith('.py'),
  );
  const layers = ['core', 'interface', 'manifest'].map((layer) => `${packageRoot}/${layer}/.py`);
  const inits = missingPackageInits(new Set([...modules, ...layers]), packageRoot, blueprint);
  for (const [path, content] of inits) files.push({ path, content });
  const dotted = modules
    .filter((path) => !path.endsWith('__init__.py'))
    .map((path) => moduleNameOf(path, blueprint.naming.sourceRoot));
  files.push({
    path: 'SERVICE_MANIFEST.yaml',
    content: renderServiceManifest({
      names,
      blueprint,
      version: metadata.version ?? '0.0.0',
      domain,
      description: metadata.description?.replace(/\s+/g, ' ').trim() ?? `Migrated from ${project.name}.`,
      source: { repository_url: '', commit_sha: '', extraction_date: date, extraction_method: 'migration' },
      modules: [...new Set(dotted)].sort(),
      dependencies,
      provides: [names.project],
      requires: [],
    }),
  });
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
  return free.map((file) => ({ ...file, template: 'manifest' }));
}

/** What the capability will depend on: read from its packaging files as they will be, the way every later command reads them. */
function dependenciesAfter(
  { analysis }: MigrationInput,
  files: readonly PlannedFile[],
  pyproject: string,
): Dependency[] {
  const { tree } = analysis.project;
  const byPath = new Map(tree.files.map((file) => [file.path, file]));
  const moved = files.map((file) => ({ ...byPath.get(file.source)!, path: file.target }));
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

function conflictsOf(input: MigrationInput, plan: MigrationPlan): PlanConflict[] {
  const { analysis, names, existing } = input;
  const finalFiles = [
    ...plan.files.map((file) => ({ path: file.target, from: file.source })),
    ...plan.creates.map((file) => ({ path: file.path, from: `generated ${file.path}` })),
  ];
  const dependencies = new Set(
    analysis.metadata.dependencies
      .flatMap((dependency) => distributionsOf(dependency.name))
      .map((name) => name.replaceAll('-', '_')),
  );
  return findConflicts({
    finalFiles,
    existing,
    sourceRoot: analysis.blueprint.naming.sourceRoot,
    package: names.package,
    stdlib: STDLIB_MODULES,
    dependencies,
  });
}
