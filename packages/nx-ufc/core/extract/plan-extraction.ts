import { UsageError } from '../errors';
import type { Analysis } from '../project/analysis';
import { parentOf } from '../project/module-name';
import { closureOf, needsOf } from './closure';
import { dataOf } from './data';
import { widestChooser, widestGate } from './gates';
import { metadataAround } from './nested-metadata';
import { ownDistribution } from './own-distribution';
import { outsideOf } from './ports';
import { extractedPyproject } from './pyproject';
import { selectModules } from './select';
import { chooseTests } from './tests';
import type { Extraction } from './types';

/** An extraction with the texts of the files that are made. */
export interface ExtractionPlan {
  extraction: Extraction;
  texts: Map<string, string>;
}

/** Behind the reason of a module that only functions import, or type checkers read. */
export const LATER = ', but not when it is imported';

const LICENCE = /^(LICEN[CS]E|COPYING|NOTICE)([.-][\w.-]+)?$/i;

/**
 * Plan how part of a monolith becomes a package: the named modules, all that they need of the source, the data that they open,
 * the tests that test nothing else. The source is only read.
 * @param include modules, packages, folders or queries, see `selectModules` @throws UsageError when one names nothing
 * @param leave what stays behind although it is needed, named in the same way: imports of it become ports. `texts:pkg.mod` leaves what
 * this module only names in texts, to choose from when it runs
 */
export function planExtraction(
  whole: Analysis,
  name: string,
  include: readonly string[],
  leave: readonly string[] = [],
): ExtractionPlan {
  const { project } = whole;
  const analysis = {
    ...whole,
    metadata: metadataAround(project.tree, whole.metadata, namedFiles(whole, include)),
  };
  const cut = cutTexts(analysis, leave);
  const needs = needsOf(analysis, { cut });
  const left = selectModules(
    analysis,
    leave.filter((entry) => !TEXTS.test(entry)),
    '--leave',
  );
  const selected = selectModules(analysis, include);
  left.forEach((module) => selected.delete(module));
  if (selected.size === 0)
    throw new UsageError(`--leave ${leave.join(',')} leaves nothing of --include ${include.join(',')}.`);
  const isTaken = (module: string) => project.modules.get(module)?.area === 'shipped' && !left.has(module);
  const closure = closureOf(project, needs, selected, isTaken);
  const onImport = closureOf(project, needsOf(analysis, { onImport: true, cut }), selected, isTaken);
  const gate = widestGate(project, needs, selected, closure, onImport, isTaken);
  const chooser = widestChooser(analysis, needs, cut, selected, closure, isTaken);
  const code = [...closure].map(([module, by]) => ({
    path: project.modules.get(module)!.path,
    reason: by === null ? 'named' : `needed by ${by}${onImport.has(module) ? '' : LATER}`,
  }));
  const extracted = new Set(closure.keys());
  const paths = new Set(code.map((file) => file.path));
  const texts = packageInits(analysis, extracted);
  const tests = chooseTests(analysis, needs, extracted, selected);
  const data = dataOf(project, paths, wholePackages(analysis, include));
  const bare = new Set(project.tree.files.flatMap((file) => (file.isBareLink ? [file.path] : [])));
  const files = unique([...code, ...data, ...tests.files, ...licences(analysis)]).filter(
    ({ path }) => !bare.has(path),
  );
  files.sort((a, b) => (a.path < b.path ? -1 : 1));
  const all = files.map((file) => file.path);
  const outside = outsideOf(analysis, all, left, onImport);
  const pyproject = extractedPyproject(analysis, {
    name,
    outside,
    roots: rootsOf(analysis, extracted),
    modules: extracted,
    paths: new Set(all),
  });
  const distribution = ownDistribution(analysis, name, all);
  const made = [...texts.keys()].map((path) => ({ path, reason: 'a package that takes nothing else along' }));
  texts.set('pyproject.toml', pyproject.text);
  made.push({ path: 'pyproject.toml', reason: 'its own name and dependencies' });
  return {
    texts,
    extraction: {
      schema: 'ufc:extraction:1',
      name,
      source: project.tree.root,
      include: [...include],
      ...(leave.length > 0 ? { leave: [...leave] } : {}),
      ...(gate === null ? {} : { gate }),
      ...(chooser === null ? {} : { chooser }),
      files,
      made,
      leftTests: tests.left,
      leftFiles: project.tree.files.length - files.length,
      dependencies: pyproject.dependencies,
      ...(pyproject.unseen.length > 0 ? { unseen: pyproject.unseen } : {}),
      ...(pyproject.leftEntryPoints.length > 0 ? { leftEntryPoints: pyproject.leftEntryPoints } : {}),
      ports: outside.ports,
      ...(distribution === null ? {} : { distribution }),
    },
  };
}

/** Before what of `--leave` names modules whose texts stay texts. */
const TEXTS = /^\s*texts:/;

function cutTexts(analysis: Analysis, leave: readonly string[]): Set<string> {
  const named = leave.filter((entry) => TEXTS.test(entry)).map((entry) => entry.replace(TEXTS, ''));
  return selectModules(analysis, named, '--leave texts:');
}

function namedFiles(analysis: Analysis, include: readonly string[]): string[] {
  return [...selectModules(analysis, include)].map((module) => analysis.project.modules.get(module)!.path);
}

/** Packages above the extracted modules whose own `__init__` nothing needs: an empty one keeps the names importable. */
function packageInits({ project }: Analysis, extracted: ReadonlySet<string>): Map<string, string> {
  const texts = new Map<string, string>();
  for (const module of extracted) {
    for (let above = parentOf(module); above !== ''; above = parentOf(above)) {
      const info = project.modules.get(above);
      if (!info || extracted.has(above)) continue;
      texts.set(info.path, `"""Part of ${above}."""\n`);
    }
  }
  return texts;
}

/** Folders of packages that the include list names, not those that a query finds. */
function wholePackages({ project }: Analysis, include: readonly string[]): Set<string> {
  const named = new Set(include.map((entry) => entry.trim().replace(/\/$/, '')));
  const folders = [...project.modules.values()]
    .filter(({ area, isPackage }) => area === 'shipped' && isPackage)
    .map(({ name, path }) => ({ name, folder: path.replace(/\/__init__\.py$/, '') }))
    .filter(({ name, folder }) => named.has(name) || named.has(folder));
  return new Set(folders.map(({ folder }) => folder));
}

function unique(files: Extraction['files']): Extraction['files'] {
  return [...new Map(files.toReversed().map((file) => [file.path, file])).values()];
}

function licences({ project }: Analysis): Extraction['files'] {
  return project.tree.files
    .filter((file) => LICENCE.test(file.path))
    .map((file) => ({ path: file.path, reason: 'the licence of the code' }));
}

function rootsOf({ project }: Analysis, extracted: ReadonlySet<string>): string[] {
  const names = new Set([...extracted].map((module) => module.split('.')[0]));
  return project.layout.roots.filter((root) => names.has(root.name)).map((root) => root.path);
}
