import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { distributionsOf } from '../../core/project/distributions';
import { resolveImport } from '../../core/project/resolve';
import type { Analysis } from '../../core/project/analysis';
import { run } from '../process';
import type { Environment } from './environment';
import { environmentFor } from './environment';
import { findInterpreter } from './interpreter';

const TOOLS = join(__dirname, 'requirements-tools.txt');
/** mypy looks for stubs beside the packages; the generated settings read YAML. */
const STUBS = 'types-PyYAML';
const TEST_GROUPS = /^(tests?|testing|test[-_]requirements|requirements[-_]tests?)$/;

/** The environment with ruff, mypy and build, at the versions that ship with the plugin. */
export async function toolsEnvironment(workspaceRoot: string): Promise<Environment> {
  const interpreter = await findInterpreter(run, workspaceRoot);
  return environmentFor(run, workspaceRoot, interpreter, {
    requirements: ['-r', TOOLS],
    key: readFileSync(TOOLS, 'utf8'),
  });
}

/** An environment with a project, editable, and what its tests need. A new pyproject.toml makes a new environment. */
export async function projectEnvironment(
  workspaceRoot: string,
  root: string,
  analysis: Analysis,
): Promise<Environment> {
  const interpreter = await findInterpreter(run, workspaceRoot);
  const folder = join(workspaceRoot, root);
  const packaging = analysis.project.tree.files.filter((file) =>
    /^(pyproject\.toml|setup\.(py|cfg))$/.test(file.path),
  );
  const key = `${folder}\0${packaging.map((file) => Buffer.from(file.bytes).toString('utf8')).join('\0')}`;
  const install = (requirements: string[]) =>
    environmentFor(run, workspaceRoot, interpreter, { requirements: [...requirements, '-e', folder], key });
  const requirements = [...testRequirements(analysis), STUBS];
  try {
    return await install(requirements);
  } catch (error) {
    const names = [
      ...new Set(requirements.map((requirement) => requirement.replace(/[\s[<>=!~;@(].*$/, ''))),
    ];
    if (names.join() === requirements.join()) throw error;
    return install(names);
  }
}

/**
 * What the tests of a project need beside the project: everything declared for tests; of other groups (development tools
 * are heavy) what the tests or the package import, pytest and its plugins; and what the tests import without declaring it.
 */
export function testRequirements({ project, metadata }: Analysis): string[] {
  const imported = new Set<string>();
  const optional = new Set<string>();
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
        if (target.kind !== 'external') continue;
        if (info.area === 'shipped') optional.add(target.module.split('.')[0]);
        else if (!fact.guarded) imported.add(target.module.split('.')[0]);
      }
    }
  }
  const isNeeded = (name: string) =>
    name === 'pytest' ||
    name.startsWith('pytest-') ||
    [...imported, ...optional].some((module) => distributionsOf(module).includes(name));
  const groups = metadata.dependencies.filter((dependency) => dependency.group !== 'main');
  const tests = groups.filter((dependency) => TEST_GROUPS.test(dependency.group));
  const chosen =
    tests.length > 0
      ? [...tests, ...groups.filter((dependency) => isNeeded(dependency.name))]
      : groups.filter((dependency) => isNeeded(dependency.name));
  const byName = new Map<string, string[]>();
  for (const { name, requirement, group } of chosen) {
    const known = byName.get(name);
    // One distribution may be listed several times in a group, for different Python versions.
    if (!known) byName.set(name, [requirement]);
    else if (chosen.find((other) => other.name === name)!.group === group && !known.includes(requirement))
      known.push(requirement);
  }
  if (!byName.has('pytest')) byName.set('pytest', ['pytest>=8']);
  for (const module of [...imported].sort()) {
    const candidates = distributionsOf(module);
    if (!candidates.some((name) => byName.has(name) || declaredMain.has(name)))
      byName.set(candidates[0], [candidates[0]]);
  }
  return [...byName]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, requirements]) => requirements.map((requirement) => requirement.split(' #')[0].trim()));
}
