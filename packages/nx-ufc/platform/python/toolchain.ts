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
const TEST_GROUPS = /^(tests?|testing|dev|develop(ment)?|.*requirements.*)$/;

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
  const requirements = testRequirements(analysis);
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
 * What the tests of a project need beside the project: pytest; of the declared test and development requirements those
 * that the tests import or that are plugins of pytest; and what the tests import without declaring it.
 */
export function testRequirements({ project, metadata }: Analysis): string[] {
  const imported = new Set<string>();
  const declaredMain = new Set(
    metadata.dependencies
      .filter((dependency) => dependency.group === 'main')
      .map((dependency) => dependency.name),
  );
  for (const [path, facts] of project.facts) {
    const info = project.modulesByPath.get(path)!;
    if (info.area !== 'test') continue;
    for (const fact of facts.imports) {
      for (const item of fact.names) {
        const target = resolveImport(project, info, fact, item);
        if (target.kind === 'external' && !fact.guarded) imported.add(target.module.split('.')[0]);
      }
    }
  }
  const isNeeded = (name: string) =>
    name === 'pytest' ||
    name.startsWith('pytest-') ||
    [...imported].some((module) => distributionsOf(module).includes(name));
  const declared = metadata.dependencies.filter(
    (dependency) => TEST_GROUPS.test(dependency.group) && isNeeded(dependency.name),
  );
  const extras = metadata.dependencies.filter(
    (dependency) =>
      !TEST_GROUPS.test(dependency.group) && dependency.group !== 'main' && isNeeded(dependency.name),
  );
  const byName = new Map<string, string>();
  for (const dependency of [...declared, ...extras])
    if (!byName.has(dependency.name)) byName.set(dependency.name, dependency.requirement);
  if (!byName.has('pytest')) byName.set('pytest', 'pytest>=8');
  for (const module of [...imported].sort()) {
    const candidates = distributionsOf(module);
    if (!candidates.some((name) => byName.has(name) || declaredMain.has(name)))
      byName.set(candidates[0], candidates[0]);
  }
  return [...byName]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, requirement]) => requirement.split('#')[0].trim());
}
