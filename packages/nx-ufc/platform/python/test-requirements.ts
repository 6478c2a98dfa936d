import { lockedVersions } from '../../core/metadata/locked-versions';
import { PYTEST_SETTINGS } from '../../core/metadata/pytest-settings';
import type { Dependency } from '../../core/metadata/types';
import { djangoSettingsOf } from '../../core/project/django-settings';
import { resolveImport } from '../../core/project/resolve';
import type { Analysis } from '../../core/project/analysis';
import { olderPytest } from './older-pytest';
import { olderSetuptools } from './older-setuptools';

/**
 * Libraries that tests may import without declaring them. Other undeclared names are not installed: whoever owns the name
 * on the index is not known, and fixtures import names that nobody owns.
 */
const TEST_LIBRARIES = new Set(
  'hypothesis freezegun mock nose numpy pandas requests httpx flask fastapi starlette django sqlalchemy pydantic yaml attr attrs six pytz dateutil simplejson jinja2 click typer rich aiohttp anyio trio twisted tornado responses respx faker factory pexpect psutil tomli toml tomlkit docutils lxml redis cryptography markupsafe pygments setuptools packaging time_machine parameterized coverage tabulate pyfakefs trustme uvicorn betamax chardet pretend testfixtures dirty_equals inline_snapshot babel watchdog rest_framework'.split(
    ' ',
  ),
);
/** What a module imports that its distribution does not require (https://www.starlette.io/testclient). */
const IMPLIED: Readonly<Record<string, string>> = {
  'fastapi.testclient': 'httpx',
  'starlette.testclient': 'httpx',
};
/** Plugins that an option of the project's own pytest settings needs. */
const PLUGINS: [RegExp, string][] = [
  [/--asyncio-mode|asyncio_mode|asyncio_default/, 'pytest-asyncio'],
  [/--(no-)?cov\b/, 'pytest-cov'],
  [/--timeout\b|^\s*timeout\s*=/m, 'pytest-timeout'],
  [/addopts[^\n]*\s-n[ =]?(auto|\d)|--numprocesses|--dist\b/, 'pytest-xdist'],
  [/--benchmark-/, 'pytest-benchmark'],
  [/--mypy\b/, 'pytest-mypy'],
  [/DJANGO_SETTINGS_MODULE|--ds[ =]/, 'pytest-django'],
  [/--randomly-/, 'pytest-randomly'],
  [/--doctest-plus|doctest_plus/, 'pytest-doctestplus'],
  [/--snapshot-/, 'syrupy'],
];
const TEST_GROUPS = /^(tests?|testing|testenv|test[-_]requirements|requirements[-_]tests?)$/;

/** Programs that run suites in other ways than here; they bring along much, at times the tested package itself as it was published. */
const OTHER_RUNNERS = new Set([
  'stestr',
  'os-testr',
  'testrepository',
  'tox',
  'nox',
  'nose',
  'nose2',
  'ward',
  'zope-testrunner',
]);

/** Groups of what people work with, or of everything. */
const TOOLS =
  /^(all|full|complete|every.*|ci|qa)$|dev|doc|lint|typ|mypy|fmt|format|style|bench|release|build|publish|check|tool|pre-?commit|extra|optional/;

/** Groups with the lowest versions that are supported, for a run of its own. */
const LOWEST = /(^|[-_.])(min|minimum|minimal|oldest|lowest)$/;

/**
 * What the tests of a project need beside the project: everything declared for tests; of other groups (development tools
 * are heavy) what the tests or the package import, pytest and its plugins; and what the tests import without declaring it.
 */
export function testRequirements({ project, metadata }: Analysis): string[] {
  const imported = new Map<string, readonly string[]>();
  const needed = new Set<string>();
  const neededByCode = new Set<string>();
  const declaredMain = new Set(
    metadata.dependencies
      .filter((dependency) => dependency.group === 'main')
      .map((dependency) => dependency.name),
  );
  for (const [path, facts] of project.facts) {
    const info = project.modulesByPath.get(path)!;
    if (info.area !== 'test' && info.area !== 'shipped') continue;
    for (const fact of facts.imports) {
      for (const item of fact.names) {
        const target = resolveImport(project, info, fact, item);
        if (target.kind !== 'external' || fact.scope === 'type_checking') continue;
        if (info.area === 'shipped' || !fact.guarded) for (const name of target.candidates) needed.add(name);
        if (info.area === 'shipped') for (const name of target.candidates) neededByCode.add(name);
        if (info.area !== 'test' || fact.guarded) continue;
        imported.set(target.module.split('.')[0], target.candidates);
        const implied = IMPLIED[target.module];
        if (implied === undefined) continue;
        needed.add(implied);
        imported.set(implied, [implied]);
      }
    }
  }
  const isNeeded = (name: string) => name === 'pytest' || name.startsWith('pytest-') || needed.has(name);
  const groups = metadata.dependencies.filter(
    ({ group, name }) =>
      group !== 'main' && !LOWEST.test(group) && (!OTHER_RUNNERS.has(name) || needed.has(name)),
  );
  const features = featuresOf(groups, neededByCode);
  const chosen = [
    ...groups.filter((dependency) => TEST_GROUPS.test(dependency.group)),
    ...groups.filter(({ name, group }) => isNeeded(name) || features.has(group)),
  ];
  const byName = new Map<string, string[]>();
  for (const { name, requirement, group } of chosen) {
    const known = byName.get(name);
    // One distribution may be listed several times in a group, for different Python versions.
    if (!known) byName.set(name, [requirement]);
    else if (chosen.find((other) => other.name === name)!.group === group && !known.includes(requirement))
      known.push(requirement);
  }
  if (!byName.has('pytest')) byName.set('pytest', ['pytest>=8']);
  addOlder(byName, project);
  const settings = pytestSettings(project);
  for (const [pattern, plugin] of PLUGINS)
    if (pattern.test(settings) && !byName.has(plugin)) byName.set(plugin, [plugin]);
  if (djangoSettingsOf(project) !== null && !byName.has('pytest-django'))
    byName.set('pytest-django', ['pytest-django']);
  for (const [, candidates] of [...imported].filter(([name]) => TEST_LIBRARIES.has(name)).sort()) {
    if (!candidates.some((name) => byName.has(name) || declaredMain.has(name)))
      byName.set(candidates[0], [candidates[0]]);
  }
  const locked = lockedVersions(project.tree);
  return [...byName]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([name, requirements]) =>
      requirements.map((requirement) => pinned(requirement, locked.get(name))),
    );
}

/** What the code of before asks for without saying it. */
function addOlder(requirements: Map<string, string[]>, project: Analysis['project']): void {
  for (const older of [olderPytest(project), olderSetuptools(project)]) {
    if (older === null) continue;
    const [name] = older.split('<', 1);
    requirements.set(name, [...(requirements.get(name) ?? []), older]);
  }
}

/** Extras for what the code itself offers: who imports one distribution of an extra needs the others for it. */
function featuresOf(groups: readonly Dependency[], imported: ReadonlySet<string>): ReadonlySet<string> {
  const offered = groups.filter(({ group, name }) => !TOOLS.test(group) && imported.has(name));
  return new Set(offered.map(({ group }) => group));
}

/** What says nothing about its version is taken at the version of the lock file: the suite was written against that one. */
function pinned(requirement: string, version: string | undefined): string {
  return version !== undefined && /^[\w.-]+(\[[^\]]*\])?$/.test(requirement)
    ? `${requirement}==${version}`
    : requirement;
}

function pytestSettings(project: Analysis['project']): string {
  return project.tree.files
    .filter((file) => PYTEST_SETTINGS.test(file.path))
    .map((file) => Buffer.from(file.bytes).toString('utf8'))
    .join('\n');
}
