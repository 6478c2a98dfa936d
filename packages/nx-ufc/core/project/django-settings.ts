import { readIni } from '../metadata/ini';
import type { FileFacts } from '../python/facts/types';
import type { ProjectFacts } from './types';

const VARIABLE = 'DJANGO_SETTINGS_MODULE';
/** Where pytest reads its settings, and the section of each that is pytest's (https://docs.pytest.org/en/stable/reference/customize.html). */
const PYTEST_SETTINGS: Readonly<Record<string, RegExp>> = {
  'pytest.ini': /^pytest$/,
  '.pytest.ini': /^pytest$/,
  'tox.ini': /^pytest$/,
  'setup.cfg': /^tool:pytest$/,
  'pyproject.toml': /^tool\.pytest\b/,
};
/** Programs that run the suite of a package of Django from its folder. */
const RUNNERS = ['manage.py', 'runtests.py', 'run_tests.py', 'tests/runtests.py', 'tests/manage.py'];

/** Do pytest's own settings say which ones of Django it runs with? */
export function tellsPytestSettings({ tree }: ProjectFacts): boolean {
  return Object.entries(PYTEST_SETTINGS).some(([path, section]) =>
    readIni(textOf(tree, path)).some(
      (option) =>
        section.test(option.section) &&
        (option.key === VARIABLE.toLowerCase() ||
          (option.key === 'addopts' && /--ds[ =]/.test(option.value))),
    ),
  );
}

/** What modules of a Django project find in their environment when its commands import them. */
export function djangoEnvironment(project: ProjectFacts): Record<string, string> {
  const settings = djangoSettingsOf(project);
  return settings === null ? {} : { [VARIABLE]: settings };
}

/**
 * The settings that a Django project runs with: as `[testenv]` of its tox.ini runs its tests, or as its `manage.py` or what it runs its
 * tests by says; null when nothing says it (https://docs.djangoproject.com/en/stable/topics/settings/#designating-the-settings).
 */
export function djangoSettingsOf({ facts, tree }: ProjectFacts): string | null {
  const told = toldByTox(textOf(tree, 'tox.ini'));
  if (told !== null) return told;
  for (const path of RUNNERS) {
    const found = facts.has(path) ? toldByProgram(facts.get(path)!) : null;
    if (found !== null) return found;
  }
  return null;
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
function toldByProgram({ calls, strings }: FileFacts): string | null {
  for (const { callee, arguments: given } of calls) {
    if (!callee.endsWith('environ.setdefault')) continue;
    const [name, value] = given.map((one) => (one.value.kind === 'literal' ? one.value.value : null));
    if (name === VARIABLE && typeof value === 'string') return value;
  }
  const named = strings.find(({ value, role }) => value === VARIABLE && role === 'subscript');
  const given = named && strings.find(({ line, role }) => line === named.line && role === 'assignment');
  return given?.value ?? null;
}

function textOf(tree: ProjectFacts['tree'], path: string): string {
  const file = tree.files.find((one) => one.path === path);
  return file ? Buffer.from(file.bytes).toString('utf8') : '';
}
