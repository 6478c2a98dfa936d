import type { DataValue } from '../merge/data/value';
import { readPytestSettings } from '../metadata/pytest-settings';
import { modulePrefixLength } from '../project/names';
import type { ProjectFacts } from '../project/types';

/** Options of coverage and of running in parallel say how the monolith is tested, not how a test works. */
const HOUSE_OPTION =
  /^(--(no-)?cov\b|--cov-|--numprocesses|--dist\b|--maxprocesses|--junit|--durations|--html)/;

type Adapt = (value: DataValue, paths: ReadonlySet<string>, project: ProjectFacts) => DataValue | null;
/** Settings that say something about the files of the monolith. */
const ADAPTED: Record<string, Adapt | undefined> = {
  addopts: (value, paths, project) => withoutHouseOptions(value, (name) => isLeft(name, paths, project)),
  filterwarnings: (value, paths, project) => filters(value, (name) => isLeft(name, paths, project)),
  testpaths: present,
  python_files: (value, paths) => (matchesAny(value, paths) ? value : null),
};

/**
 * The settings of pytest that a project has, for the table `[tool.pytest.ini_options]`, which takes texts as files of other formats have
 * them. @param paths files that come along: places of tests that are empty now are left out
 */
export function pytestSettings(project: ProjectFacts, paths: ReadonlySet<string>): Record<string, DataValue> {
  const settings = readPytestSettings(project.tree);
  const found: Record<string, DataValue> = {};
  for (const [key, value] of Object.entries(settings)) {
    const kept = (ADAPTED[key] ?? ((same) => same))(value, paths, project);
    if (kept !== null) found[key] = kept;
  }
  return found;
}

/** Modules that pytest loads as plugins before any test: `-p pkg.testing` (https://docs.pytest.org/en/stable/how-to/plugins.html#early-loading-plugins). */
export function pluginModules(project: ProjectFacts): string[] {
  const { addopts = '' } = readPytestSettings(project.tree);
  return pluginsOf(words(addopts)).filter((name) => project.modules.has(name));
}

function pluginsOf(options: readonly string[]): string[] {
  return options.flatMap((word, i) =>
    options[i - 1] === '-p' ? [word] : (/^-p([\w.]+)$/.exec(word)?.[1] ?? []),
  );
}

/** Does a dotted name mean a module of the monolith that stays behind, or something in one? */
function isLeft(name: string, paths: ReadonlySet<string>, project: ProjectFacts): boolean {
  const parts = name.split('.');
  const module = parts.slice(0, modulePrefixLength(project, parts)).join('.');
  const info = project.modules.get(module);
  return info !== undefined && !paths.has(info.path);
}

/** Filters of warnings whose classes come along: pytest imports them. */
function filters(value: DataValue, isAway: (name: string) => boolean): DataValue | null {
  const all = Array.isArray(value) ? value.map(String) : String(value).split('\n');
  const kept = all.filter((one) => !isAway(one.split(':')[2]?.trim() ?? ''));
  if (kept.length === all.length) return value;
  if (kept.every((one) => one.trim() === '')) return null;
  return Array.isArray(value) ? kept : kept.join('\n');
}

const loadedCache = new WeakMap<ProjectFacts, string | null>();

/** The module with Django's settings that pytest loads before any test (https://pytest-django.readthedocs.io/en/latest/configuring_django.html). */
export function settingsModule(project: ProjectFacts): string | null {
  const known = loadedCache.get(project);
  if (known !== undefined) return known;
  const { DJANGO_SETTINGS_MODULE: named, addopts = '' } = readPytestSettings(project.tree);
  const [, given] = /(?:^|\s)--ds[= ]\s*([\w.]+)/.exec(words(addopts).join(' ')) ?? [];
  const module = given ?? (typeof named === 'string' ? named.trim() : null);
  const found = module !== null && project.modules.has(module) ? module : null;
  loadedCache.set(project, found);
  return found;
}

/** Does a pattern of file names find anything? Without one pytest takes `test_*.py`. */
function matchesAny(value: DataValue, paths: ReadonlySet<string>): boolean {
  return words(value).some((pattern) => {
    const escaped = pattern
      .replace(/[.+^${}()|[\]\\]/g, '\\$&')
      .replaceAll('*', '.*')
      .replaceAll('?', '.');
    const whole = new RegExp(`(^|/)${escaped}$`);
    return [...paths].some((path) => whole.test(path));
  });
}

function words(value: DataValue): string[] {
  return Array.isArray(value) ? value.map(String) : String(value).split(/\s+/);
}

function withoutHouseOptions(value: DataValue, isAway: (name: string) => boolean): DataValue | null {
  const all = words(value);
  const plugins = new Set(pluginsOf(all).filter(isAway));
  const kept = all.filter((word, i) => {
    if (plugins.has(word) || plugins.has(word.slice(2)) || (word === '-p' && plugins.has(all[i + 1])))
      return false;
    const isValue = i > 0 && /^(-n|--cov|--cov-report|--cov-config|--dist|--numprocesses)$/.test(all[i - 1]);
    return (
      word !== '' &&
      !HOUSE_OPTION.test(word) &&
      !/^-n(\d+|auto)?$/.test(word) &&
      !(isValue && !word.startsWith('-'))
    );
  });
  if (kept.length === all.length) return value;
  if (kept.length === 0) return null;
  return Array.isArray(value) ? kept : kept.join(' ');
}

function present(value: DataValue, paths: ReadonlySet<string>): DataValue | null {
  const kept = words(value).filter((place) => {
    const folder = place.replace(/^\.\/|\/$/g, '');
    return folder === '.' || [...paths].some((path) => path === folder || path.startsWith(`${folder}/`));
  });
  return kept.length === 0 ? null : kept;
}
