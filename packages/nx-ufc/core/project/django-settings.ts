import { readIni } from '../metadata/ini';
import { readProjectMetadata } from '../metadata/read';
import { readPytestSettings } from '../metadata/pytest-settings';
import { textAt } from '../metadata/tree-text';
import type { FileFacts } from '../python/facts/types';
import type { ProjectFacts } from './types';

const VARIABLE = 'DJANGO_SETTINGS_MODULE';
/** Programs that run the suite of a package of Django from its folder. */
const RUNNERS = ['manage.py', 'runtests.py', 'run_tests.py', 'tests/runtests.py', 'tests/manage.py'];

/** Do pytest's own settings say which ones of Django it runs with? */
export function tellsPytestSettings({ tree }: ProjectFacts): boolean {
  return Object.entries(readPytestSettings(tree)).some(
    ([key, value]) =>
      key.toUpperCase() === VARIABLE || (key === 'addopts' && /--ds[ =]/.test([value].flat().join(' '))),
  );
}

/** What modules of a Django project find in their environment when its commands import them. */
export function djangoEnvironment(project: ProjectFacts): Record<string, string> {
  const settings = djangoSettingsOf(project);
  return settings === null ? {} : { [VARIABLE]: settings };
}

/**
 * The settings that a Django project runs with: as `[testenv]` of its tox.ini runs its tests, or as its `manage.py` or what it runs its
 * tests by says, else the only ones among the tests; null when nothing says it (https://docs.djangoproject.com/en/stable/topics/settings/#designating-the-settings).
 */
export function djangoSettingsOf(project: ProjectFacts): string | null {
  return toldSettings(project)?.settings ?? null;
}

/**
 * The folder that has to be on `sys.path` for those settings, beside that of the project: a program in a folder of its own finds them there
 * (`settings` of `tests/manage.py`). Null where they are found without.
 */
export function djangoSearchPath(project: ProjectFacts): string | null {
  const { settings = '', program = '' } = toldSettings(project) ?? {};
  const folder = program.slice(0, Math.max(0, program.lastIndexOf('/')));
  const place = settings.replaceAll('.', '/');
  const isThere = (path: string) =>
    [`${path}.py`, `${path}/__init__.py`].some((one) => project.facts.has(one));
  return folder !== '' && !isThere(place) && isThere(`${folder}/${place}`) ? folder : null;
}

function toldSettings(project: ProjectFacts): { settings: string; program?: string } | null {
  const { facts, tree } = project;
  const told = toldByTox(textAt(tree, 'tox.ini') ?? '');
  if (told !== null) return { settings: told };
  for (const program of RUNNERS) {
    const settings = facts.has(program) ? settingsOfProgram(facts.get(program)!) : null;
    if (settings !== null) return { settings, program };
  }
  const [only, ...others] = settingsAmongTests(project);
  return only !== undefined && others.length === 0 ? { settings: only } : toldBelow(project);
}

/** The one `manage.py` in a folder of the project that runs its code, `site/manage.py` beside `site/site`: not that of an example. */
function toldBelow({ facts, modules }: ProjectFacts): { settings: string; program: string } | null {
  const [program, ...others] = [...facts.keys()].filter((path) => /^[^/]+\/manage\.py$/.test(path));
  if (program === undefined || others.length > 0) return null;
  const settings = settingsOfProgram(facts.get(program)!);
  return settings !== null && modules.get(settings)?.area === 'shipped' ? { settings, program } : null;
}

/** Modules among the tests of a package for Django that list apps, unless a `conftest.py` makes settings of its own. */
function settingsAmongTests({ facts, modules, tree }: ProjectFacts): string[] {
  const { dependencies } = readProjectMetadata(tree);
  if (!dependencies.some(({ name, group }) => name === 'django' && group === 'main')) return [];
  const isConfigured = [...facts].some(
    ([path, { calls, strings }]) =>
      /(^|\/)conftest\.py$/.test(path) &&
      (calls.some(({ callee }) => /(^|\.)settings\.configure$/.test(callee)) ||
        strings.some(({ value }) => value === VARIABLE)),
  );
  if (isConfigured) return [];
  return [...modules.values()]
    .filter(({ path, area }) => area === 'test' && listsApps(facts.get(path)))
    .map(({ name }) => name);
}

function listsApps(facts: FileFacts | undefined): boolean {
  return !!facts?.assignments.some(({ target, scopeId }) => target === 'INSTALLED_APPS' && scopeId === 0);
}

/** `setenv = DJANGO_SETTINGS_MODULE = x`, or `django-admin test --settings=x` (https://tox.wiki/en/stable/config.html#set_env). */
function toldByTox(text: string): string | null {
  for (const { section, key, value } of readIni(text)) {
    if (section !== 'testenv') continue;
    const set = /^set_?env$/.test(key) ? /\bDJANGO_SETTINGS_MODULE\s*=\s*([A-Za-z_][\w.]*)\s*$/m : null;
    const command =
      key === 'commands'
        ? /\b(?:django|django-admin|manage\.py) test\b[^\n]*--settings[ =]([A-Za-z_][\w.]*)/
        : null;
    const match = (set ?? command)?.exec(value);
    if (match) return match[1];
  }
  return null;
}

/** `os.environ.setdefault("DJANGO_SETTINGS_MODULE", "x")`, or `os.environ["DJANGO_SETTINGS_MODULE"] = "x"`. */
export function settingsOfProgram({ calls, strings }: FileFacts): string | null {
  for (const { callee, arguments: given } of calls) {
    if (!callee.endsWith('environ.setdefault')) continue;
    const [name, value] = given.map((one) => (one.value.kind === 'literal' ? one.value.value : null));
    if (name === VARIABLE && typeof value === 'string') return value;
  }
  const named = strings.find(({ value, role }) => value === VARIABLE && role === 'subscript');
  const given = named && strings.find(({ line, role }) => line === named.line && role === 'assignment');
  return given?.value ?? null;
}
