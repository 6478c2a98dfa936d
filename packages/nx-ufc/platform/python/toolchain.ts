import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Analysis } from '../../core/project/analysis';
import { run } from '../process';
import type { Environment } from './environment';
import { environmentFor } from './environment';
import { findInterpreter } from './interpreter';
import { testRequirements } from './test-requirements';

const TOOLS = join(__dirname, 'requirements-tools.txt');
/** mypy looks for stubs beside the packages; the generated settings read YAML. */
const STUBS = 'types-PyYAML';
/** The environment with ruff, mypy and build, at the versions that ship with the plugin. */
export async function toolsEnvironment(workspaceRoot: string): Promise<Environment> {
  const interpreter = await findInterpreter(run, workspaceRoot);
  return environmentFor(run, workspaceRoot, interpreter, {
    requirements: ['-r', TOOLS],
    key: readFileSync(TOOLS, 'utf8'),
  });
}

/**
 * An environment with a project, editable, and what its tests need. A new pyproject.toml makes a new environment. A service that no
 * packaging describes is run from its folder, with what its requirements say.
 */
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
  const { metadata, project } = analysis;
  const isInstalled = metadata.name !== null || packaging.some(({ path }) => path === 'setup.py');
  const paths = [...new Set(project.layout.roots.map(({ searchPath }) => join(folder, searchPath)))];
  const main = metadata.dependencies.filter(({ group }) => group === 'main');
  const key = `${folder}\0${packaging.map((file) => Buffer.from(file.bytes).toString('utf8')).join('\0')}`;
  return environmentFor(run, workspaceRoot, interpreter, {
    requirements: [
      'pytest',
      STUBS,
      ...(isInstalled ? ['-e', folder] : main.map(({ requirement }) => requirement)),
    ],
    ...(isInstalled ? {} : { paths }),
    helpful: testRequirements(analysis),
    key,
  });
}
