import type { ClassFact, FileFacts } from '../python/facts/types';
import { parentOf } from './module-name';
import { topLevelNames } from './search-folders';
import type { ProjectFacts } from './types';

const APP_CONFIG = /^django\.apps\.(config\.)?AppConfig$/;
const MIGRATION = /^django\.db\.migrations\.(migration\.)?Migration$/;
const INSTALLED = /^(\w+_)?APPS$/;
/** What stands in the text of a module that says something of apps. */
const MENTIONS = /django|APPS/;

const cache = new WeakMap<ProjectFacts, ReadonlySet<string>>();

/**
 * The Django app that a module is part of, the outermost one; null when it is of none. Django finds models, migrations, admin modules,
 * commands, templates and static files by their places below the app, and names its tables after the last part of the app's name
 * (https://docs.djangoproject.com/en/stable/ref/applications), so an app moves as a whole and keeps that part.
 */
export function djangoAppOf(project: ProjectFacts, module: string): string | null {
  const apps = djangoApps(project);
  let found: string | null = null;
  if (apps.size > 0) for (let name = module; name; name = parentOf(name)) if (apps.has(name)) found = name;
  return found;
}

/** The folder of the outermost app that a file lies in; null when it lies in none. */
export function djangoAppFolderOf(project: ProjectFacts, path: string): string | null {
  const folders = [...djangoApps(project)].map((name) =>
    project.modules.get(name)!.path.replace(/\/?__init__\.py$/, ''),
  );
  const around = folders.filter((folder) => path.startsWith(`${folder}/`));
  return around.length === 0 ? null : around.reduce((a, b) => (a.length < b.length ? a : b));
}

/** Does a class configure an app? */
export function isAppConfig({ bases }: ClassFact): boolean {
  return bases.some(({ resolved }) => resolved !== null && APP_CONFIG.test(resolved));
}

function djangoApps(project: ProjectFacts): ReadonlySet<string> {
  const known = cache.get(project);
  if (known) return known;
  const found = new Set<string>();
  for (const [path, facts] of project.facts) {
    const info = project.modulesByPath.get(path);
    if (info && MENTIONS.test(project.sources.get(path)!.text))
      for (const name of namesIn(facts, info.isPackage ? info.name : parentOf(info.name))) found.add(name);
  }
  const apps = new Set(
    [...found].filter((name) => isShippedPackage(project, name) && isOfDjango(project, name)),
  );
  cache.set(project, apps);
  return apps;
}

/** What a module says is an app. @param home its package */
function namesIn(facts: FileFacts, home: string): string[] {
  const configured = facts.classes.filter(isAppConfig).map((one) => appName(facts, one) ?? home);
  const migrates = facts.classes.some(({ bases }) =>
    bases.some(({ resolved }) => resolved !== null && MIGRATION.test(resolved)),
  );
  return [...configured, ...(migrates ? [parentOf(home)] : []), ...installed(facts)];
}

function appName(facts: FileFacts, { scopeId }: ClassFact): string | null {
  const value = facts.assignments.find((one) => one.scopeId === scopeId && one.target === 'name')?.value;
  return value?.kind === 'literal' && typeof value.value === 'string' ? value.value : null;
}

function installed({ assignments, calls, strings }: FileFacts): string[] {
  const lists = [
    ...assignments.filter(({ target }) => INSTALLED.test(target)),
    ...calls.flatMap((call) => call.arguments.filter(({ keyword }) => keyword === 'INSTALLED_APPS')),
  ];
  if (lists.length === 0) return [];
  return strings
    .filter(({ span }) => lists.some((list) => list.span.start <= span.start && span.end <= list.span.end))
    .map(({ value }) => value);
}

/** What Django finds by its place; a package that only helps to run a project may be listed among the apps, too. */
const FOUND_BY_PLACE = /\/(templates|static|locale|fixtures|templatetags|management|migrations)\//;

function isOfDjango({ facts, modules, modulesByPath, tree }: ProjectFacts, app: string): boolean {
  const folder = modules.get(app)!.path.replace(/__init__\.py$/, '');
  return tree.files.some(
    ({ path }) =>
      path.startsWith(folder) &&
      (FOUND_BY_PLACE.test(path) ||
        (modulesByPath.has(path) && topLevelNames(facts.get(path)!).includes('django'))),
  );
}

function isShippedPackage({ modules }: ProjectFacts, name: string): boolean {
  const info = modules.get(name);
  return info !== undefined && info.isPackage && info.area === 'shipped';
}
