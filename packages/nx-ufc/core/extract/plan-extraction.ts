import type { Analysis } from '../project/analysis';
import { parentOf } from '../project/module-name';
import { closureOf, needsOf } from './closure';
import { dataOf } from './data';
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

const LICENCE = /^(LICEN[CS]E|COPYING|NOTICE)([.-][\w.-]+)?$/i;

/**
 * Plan how part of a monolith becomes a package: the named modules, all that they need of the source, the data that they open,
 * the tests that test nothing else. The source is only read.
 * @param include modules, packages, folders or queries, see `selectModules` @throws UsageError when one names nothing
 */
export function planExtraction(analysis: Analysis, name: string, include: readonly string[]): ExtractionPlan {
  const { project } = analysis;
  const needs = needsOf(analysis);
  const selected = selectModules(analysis, include);
  const isShipped = (module: string) => project.modules.get(module)?.area === 'shipped';
  const closure = closureOf(project, needs, selected, isShipped);
  const code = [...closure].map(([module, by]) => ({
    path: project.modules.get(module)!.path,
    reason: by === null ? 'named' : `needed by ${by}`,
  }));
  const extracted = new Set(closure.keys());
  const paths = new Set(code.map((file) => file.path));
  const texts = packageInits(analysis, extracted);
  const tests = chooseTests(analysis, needs, extracted, selected);
  const data = dataOf(project, paths, wholePackages(analysis, include));
  const files = unique([...code, ...data, ...tests.files, ...licences(analysis)]);
  files.sort((a, b) => (a.path < b.path ? -1 : 1));
  const all = files.map((file) => file.path);
  const outside = outsideOf(analysis, all);
  const pyproject = extractedPyproject(analysis, {
    name,
    outside,
    roots: rootsOf(analysis, extracted),
    modules: extracted,
    paths: new Set(all),
  });
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
      files,
      made,
      leftTests: tests.left,
      leftFiles: project.tree.files.length - files.length,
      dependencies: pyproject.dependencies,
      ports: outside.ports,
    },
  };
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
