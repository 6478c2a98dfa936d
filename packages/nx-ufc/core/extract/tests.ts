import { entryPointModule } from '../metadata/entry-points';
import type { Analysis } from '../project/analysis';
import type { ModuleInfo } from '../project/types';
import { closureOf, type Needs } from './closure';
import { fixtureModules } from './fixtures';
import { chosenModules, namedByTest, namedModules } from './named-modules';
import { pluginModules, settingsModule } from './pytest-settings';
import { testData } from './test-data';
import type { Extraction } from './types';

/** Tests that come along, and those that stay, each with why. */
export interface ChosenTests {
  files: Extraction['files'];
  left: Extraction['leftTests'];
}

const TEST_FILE = /(^|\/)(test_[^/]*|[^/]*_tests?|tests?)\.py$/;
/** Where distributions offer plugins (https://docs.pytest.org/en/stable/how-to/writing_plugins.html#pip-installable-plugins). */
const PLUGINS = 'pytest11';
const SETTINGS = /^\.{0,2}\/?(setup\.(cfg|py)|pyproject\.toml|tox\.ini)$/;

/**
 * A test belongs to extracted code when all that it reaches of the source (by imports, through its helpers, by fixtures of `conftest.py`,
 * as targets of patches and programs) is extracted, and at least one extracted module is among it. Helpers and data come along
 * when an included test uses them.
 * @param selected the modules that were named: of a test of theirs that stays it is said what more it wants
 */
export function chooseTests(
  analysis: Analysis,
  needs: Needs,
  extracted: ReadonlySet<string>,
  selected: ReadonlySet<string>,
): ChosenTests {
  const { project, metadata } = analysis;
  const chosen: ChosenTests = { files: [], left: [] };
  const helpers = new Set<string>();
  const installed = metadata.entryPoints.flatMap(({ group, value }) =>
    group === PLUGINS ? [entryPointModule(value)] : [],
  );
  const plugins = [...installed, ...pluginModules(project)];
  for (const info of project.modules.values()) {
    if (info.area !== 'test' || !TEST_FILE.test(info.path)) continue;
    const reached = reachedBy(analysis, plugins, needs, extracted, info);
    if (reached.foreign !== null) {
      const wants = (needs.get(info.name) ?? []).some((name) => selected.has(name)) ? reached.wants : [];
      const left = { path: info.path, reason: reached.foreign };
      chosen.left.push(wants.length > 0 ? { ...left, wants } : left);
    } else if (!reached.tests) chosen.left.push({ path: info.path, reason: NOTHING });
    else {
      chosen.files.push({ path: info.path, reason: 'tests extracted code' });
      reached.helpers.forEach((name) => helpers.add(name));
    }
  }
  const taken = new Set(chosen.files.map((file) => file.path));
  for (const name of helpers) {
    const { path } = project.modules.get(name)!;
    add(chosen, taken, path, /(^|\/)(conftest|__init__)\.py$/.test(path) ? ABOVE : 'used by a test');
  }
  addSurroundings(analysis, needs, chosen, taken, extracted);
  for (const path of testData(analysis, taken, new Set(chosen.left.map((one) => one.path))))
    add(chosen, taken, path, 'named in a test');
  return chosen;
}

const ABOVE = 'stands above tests';
const SETTINGS_OF_TESTS = 'the settings of pytest';
const PLUGIN_OF_TESTS = 'a plugin of pytest';
const NOTHING = 'tests nothing of the extracted code';

interface Reached {
  /** Other modules of the tests. */
  helpers: string[];
  /** Is extracted code among it? */
  tests: boolean;
  /** Why the test cannot come along. */
  foreign: string | null;
  /** What the test and its helpers name of the source themselves and is not extracted. */
  wants: string[];
}

function reachedBy(
  { project }: Pick<Analysis, 'project'>,
  plugins: readonly string[],
  needs: Needs,
  extracted: ReadonlySet<string>,
  info: ModuleInfo,
): Reached {
  const loaded = settingsModule(project);
  const start = new Set([info.name, ...fixtureModules(project, plugins, info)]);
  if (loaded !== null && project.modules.get(loaded)?.area === 'test') start.add(loaded);
  const found = [...closureOf(project, needs, start, (name) => !extracted.has(name)).keys()];
  const own = found.filter((name) => project.modules.get(name)!.area === 'test');
  const reaches = own.map((name) => {
    const { path } = project.modules.get(name)!;
    const named = namedFrom({ project }, project.modules.get(name)!, info);
    return { name, path, targets: [...(needs.get(name) ?? []), ...named] };
  });
  const isForeign = (name: string) => project.modules.get(name)?.area === 'shipped' && !extracted.has(name);
  if (loaded !== null && isForeign(loaded))
    reaches.push({ name: '', path: SETTINGS_OF_TESTS, targets: [loaded] });
  const given = plugins.filter((plugin) => start.has(plugin) && isForeign(plugin));
  if (given.length > 0) reaches.push({ name: '', path: PLUGIN_OF_TESTS, targets: given });
  const wanting = reaches.filter(({ targets }) => targets.some(isForeign));
  const first = wanting.find(({ name }) => name === info.name) ?? wanting[0];
  const settings = own.map((name) => settingsOf(project, name)).find((file) => file !== null);
  const reason = first ? foreignReason(info, first.path, first.targets.find(isForeign)!) : null;
  return {
    helpers: own.filter((name) => name !== info.name),
    tests: reaches.some(({ targets }) => targets.some((name) => extracted.has(name))),
    foreign: reason ?? (settings ? `reads ${settings}` : null),
    wants: [...new Set(wanting.flatMap(({ targets }) => targets.filter(isForeign)))].sort(),
  };
}

function foreignReason(test: ModuleInfo, path: string, module: string): string {
  return path === test.path ? `tests ${module}` : `needs ${module} by ${path}`;
}

/** What a file of the tests names in texts; of a helper only what stands in functions that the test uses, or in none. */
function namedFrom({ project }: Pick<Analysis, 'project'>, from: ModuleInfo, test: ModuleInfo): string[] {
  const facts = project.facts.get(from.path)!;
  const found = [
    ...namedByTest(project, from),
    ...namedModules(project, from),
    ...chosenModules(project, from),
  ];
  if (from === test) return found.map(({ module }) => module);
  const used = new Set(
    (project.facts.get(test.path)?.imports ?? []).flatMap(({ names }) => names.map(({ name }) => name)),
  );
  for (const { parts } of project.facts.get(test.path)?.references ?? [])
    parts.forEach((part) => used.add(part));
  return found
    .filter(({ scopeId }) => {
      const around = enclosingFunction(facts.scopes, scopeId);
      return around === null || used.has(around) || used.has('*');
    })
    .map(({ module }) => module);
}

/** The outermost function or class that a scope lies in. */
function enclosingFunction(
  scopes: readonly { kind: string; parent: number; name: string }[],
  scopeId: number,
): string | null {
  let found: string | null = null;
  for (let at = scopeId; at > 0; at = scopes[at].parent)
    if (/^(function|class)$/.test(scopes[at].kind)) found = scopes[at].name;
  return found;
}

/** The settings file of the source that a test needs when it is imported: the extracted package has others. */
function settingsOf(project: Analysis['project'], module: string): string | null {
  const facts = project.facts.get(project.modules.get(module)!.path);
  const read = facts?.strings.find(
    ({ role, call, value }) =>
      role === 'argument' && facts.calls[call]?.run === 'module' && SETTINGS.test(value),
  );
  return read ? read.value.replace(/^[./]*/, '') : null;
}

function add(chosen: ChosenTests, taken: Set<string>, path: string, reason: string): void {
  if (taken.has(path)) return;
  taken.add(path);
  chosen.files.push({ path, reason });
}

/** `conftest.py` and `__init__.py` of the folders above, where they need nothing foreign. */
function addSurroundings(
  { project }: Analysis,
  needs: Needs,
  chosen: ChosenTests,
  taken: Set<string>,
  extracted: ReadonlySet<string>,
): void {
  const folders = new Set<string>();
  for (const { path } of chosen.files)
    for (let at = path.lastIndexOf('/'); at >= 0; at = path.lastIndexOf('/', at - 1)) {
      folders.add(path.slice(0, at + 1));
      if (at === 0) break;
    }
  if (chosen.files.length > 0) folders.add('');
  for (const folder of folders) {
    for (const name of ['conftest.py', '__init__.py']) {
      const info = project.modulesByPath.get(`${folder}${name}`);
      if (!info || taken.has(info.path) || !(info.area === 'test' || info.path === 'conftest.py')) continue;
      const found = closureOf(project, needs, new Set([info.name]), (module) => !extracted.has(module));
      const foreign = [...found.keys()].find((module) => project.modules.get(module)?.area === 'shipped');
      if (foreign !== undefined) {
        chosen.left.push({ path: info.path, reason: `needs ${foreign}` });
        continue;
      }
      add(chosen, taken, info.path, ABOVE);
      for (const helper of found.keys())
        add(chosen, taken, project.modules.get(helper)!.path, 'used by a test');
    }
  }
}
