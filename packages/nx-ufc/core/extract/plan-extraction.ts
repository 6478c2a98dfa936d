import { openedBy } from '../plan/data-files';
import type { Analysis } from '../project/analysis';
import { parentOf } from '../project/module-name';
import { closureOf } from './closure';
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
  const { project, edges } = analysis;
  const selected = selectModules(analysis, include);
  const isShipped = (module: string) => project.modules.get(module)?.area === 'shipped';
  const closure = closureOf(project, edges, selected, isShipped);
  const code = [...closure].map(([module, by]) => ({
    path: project.modules.get(module)!.path,
    reason: by === null ? 'named' : `needed by ${by}`,
  }));
  const extracted = new Set(closure.keys());
  const paths = new Set(code.map((file) => file.path));
  const texts = packageInits(analysis, extracted);
  const tests = chooseTests(analysis, extracted);
  const files = [...code, ...dataOf(analysis, paths), ...tests.files, ...licences(analysis)];
  files.sort((a, b) => (a.path < b.path ? -1 : 1));
  const outside = outsideOf(
    analysis,
    files.map((file) => file.path),
  );
  const pyproject = extractedPyproject(analysis, name, outside.distributions, rootsOf(analysis, extracted));
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

function dataOf({ project }: Analysis, code: ReadonlySet<string>): Extraction['files'] {
  return project.tree.files.flatMap(({ path }) => {
    if (path.endsWith('.py')) return [];
    if (path.endsWith('.pyi') && code.has(path.slice(0, -1))) return [{ path, reason: 'types of a module' }];
    const opener = openedBy(project, path);
    if (opener !== null && code.has(opener)) return [{ path, reason: `opened by ${opener}` }];
    const isMarker =
      path.endsWith('/py.typed') && [...code].some((file) => file.startsWith(path.slice(0, -8)));
    return isMarker ? [{ path, reason: 'marks a typed package' }] : [];
  });
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
