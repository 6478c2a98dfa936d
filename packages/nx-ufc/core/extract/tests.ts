import type { Analysis } from '../project/analysis';
import type { Extraction } from './types';
import { closureOf } from './closure';

/** Tests that come along, and those that stay, each with why. */
export interface ChosenTests {
  files: Extraction['files'];
  left: Extraction['leftTests'];
}

/**
 * A test belongs to extracted code when all that it imports of the source, through its helpers too, is extracted, and at least
 * one extracted module is among it. Data files come along when an included test names them.
 */
export function chooseTests(analysis: Analysis, extracted: ReadonlySet<string>): ChosenTests {
  const { project, edges } = analysis;
  const chosen: ChosenTests = { files: [], left: [] };
  const helpers = new Set<string>();
  for (const info of project.modules.values()) {
    if (info.area !== 'test' || !/(^|\/)(test_[^/]*|[^/]*_test)\.py$/.test(info.path)) continue;
    const needs = [...closureOf(project, edges, new Set([info.name]), (name) => !extracted.has(name)).keys()];
    const foreign = needs.find((name) => project.modules.get(name)?.area === 'shipped');
    const direct = edges.some(
      (edge) =>
        extracted.has(edge.to) &&
        needs.includes(edge.from) &&
        project.modules.get(edge.from)?.area === 'test',
    );
    if (foreign !== undefined) chosen.left.push({ path: info.path, reason: `tests ${foreign}` });
    else if (!direct) chosen.left.push({ path: info.path, reason: 'tests nothing of the extracted code' });
    else {
      chosen.files.push({ path: info.path, reason: 'tests extracted code' });
      needs.filter((name) => name !== info.name).forEach((name) => helpers.add(name));
    }
  }
  const taken = new Set(chosen.files.map((file) => file.path));
  for (const name of helpers) add(chosen, taken, project.modules.get(name)!.path, 'used by a test');
  addSurroundings(analysis, chosen, taken, extracted);
  return chosen;
}

function add(chosen: ChosenTests, taken: Set<string>, path: string, reason: string): void {
  if (taken.has(path)) return;
  taken.add(path);
  chosen.files.push({ path, reason });
}

/** `conftest.py` and `__init__.py` of the folders above, where they need nothing foreign, and data that the tests name. */
function addSurroundings(
  { project, edges }: Analysis,
  chosen: ChosenTests,
  taken: Set<string>,
  extracted: ReadonlySet<string>,
): void {
  const folders = new Set<string>();
  for (const { path } of chosen.files)
    for (let at = path.lastIndexOf('/'); at > 0; at = path.lastIndexOf('/', at - 1))
      folders.add(path.slice(0, at));
  for (const folder of folders) {
    for (const name of ['conftest.py', '__init__.py']) {
      const info = project.modulesByPath.get(`${folder}/${name}`);
      if (!info || info.area !== 'test') continue;
      const needs = closureOf(project, edges, new Set([info.name]), (module) => !extracted.has(module));
      const foreign = [...needs.keys()].find((module) => project.modules.get(module)?.area === 'shipped');
      if (foreign === undefined) add(chosen, taken, info.path, 'stands above tests');
      else chosen.left.push({ path: info.path, reason: `needs ${foreign}` });
    }
  }
  const named = namesIn(project, taken);
  for (const { path } of project.tree.files) {
    const isData =
      !path.endsWith('.py') && project.layout.tests.some((place) => path.startsWith(`${place}/`));
    const [base] = path.split('/').slice(-1);
    if (isData && (named.has(base) || named.has(base.replace(/\.[^.]+$/, ''))))
      add(chosen, taken, path, 'named in a test');
  }
}

/** Last parts of every path, and every word, that a literal of the taken files holds. */
function namesIn(project: Analysis['project'], paths: ReadonlySet<string>): Set<string> {
  const names = new Set<string>();
  for (const path of paths)
    for (const string of project.facts.get(path)?.strings ?? [])
      if (string.value.length < 200) names.add(string.value.slice(string.value.lastIndexOf('/') + 1));
  return names;
}
