import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { Analysis } from '../../core/project/analysis';
import type { ImportRoot, SourceTree } from '../../core/project/types';
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
 * An environment with a project, editable, and what its tests need. A new pyproject.toml makes a new environment, and so do new sources of compiled modules. A service that no
 * packaging describes is run from its folder, with what its requirements say.
 * @param mayBeRunInPlace whether a project that its build backend refuses is run from its folder, too: metadata that lists requirements only
 */
export async function projectEnvironment(
  workspaceRoot: string,
  root: string,
  analysis: Analysis,
  mayBeRunInPlace = false,
): Promise<Environment> {
  const interpreter = await findInterpreter(run, workspaceRoot);
  const make = (isInstalled: boolean) =>
    environmentFor(run, workspaceRoot, interpreter, specOf(join(workspaceRoot, root), analysis, isInstalled));
  const { metadata, project } = analysis;
  if (metadata.name === null && project.tree.files.every(({ path }) => path !== 'setup.py'))
    return make(false);
  if (!mayBeRunInPlace) return make(true);
  try {
    return await make(true);
  } catch (refused) {
    return await make(false).catch(() => {
      throw refused;
    });
  }
}

/** What compiled modules are made of; an installation of a project does not follow it as it follows Python. */
const COMPILED_FROM =
  /\.(c|cc|cpp|cxx|h|hh|hpp|rs|pyx|pxd|pxi|i|f|f90|cmake)$|(^|\/)(CMakeLists\.txt|meson\.build|Cargo\.(toml|lock))$/;

/**
 * What is built anew whenever it is imported, with tools that are gone after it was installed (https://mesonbuild.com/meson-python/how-to-guides/editable-installs.html): it
 * is installed as a copy, each time that a file changed.
 */
const REBUILDS = /^mesonpy/;

function bytesOf({ files }: SourceTree, which: RegExp): string {
  const hash = createHash('sha256');
  for (const { path, bytes } of files) if (which.test(path)) hash.update(`${path}\0`).update(bytes);
  return hash.digest('hex');
}

/** Where Python finds a root; a folder that is imported by its own path, from above that. */
export function searchPathOf(folder: string, { name, kind, path, searchPath }: ImportRoot): string {
  const names = name.split('.');
  const isFolder =
    kind !== 'module' && path === '' && folder.split(sep).slice(-names.length).join('.') === name;
  return isFolder ? join(folder, ...names.map(() => '..')) : join(folder, searchPath);
}

/** What an environment with a project is made of. */
export function specOf(
  folder: string,
  analysis: Analysis,
  isInstalled: boolean,
): Parameters<typeof environmentFor>[3] {
  const { metadata, project } = analysis;
  const packaging = project.tree.files.filter((file) =>
    /^(pyproject\.toml|setup\.(py|cfg))$/.test(file.path),
  );
  const paths = [...new Set(project.layout.roots.map((root) => searchPathOf(folder, root)))];
  const main = metadata.dependencies.filter(({ group }) => group === 'main');
  const isCopied = REBUILDS.test(metadata.backend);
  const sources = isCopied ? /^/ : COMPILED_FROM;
  return {
    requirements: [
      'pytest',
      STUBS,
      ...(isInstalled ? [...(isCopied ? [] : ['-e']), folder] : main.map(({ requirement }) => requirement)),
    ],
    ...(isInstalled ? {} : { paths }),
    helpful: testRequirements(analysis),
    key: [
      folder,
      ...packaging.map((file) => Buffer.from(file.bytes).toString('utf8')),
      ...(project.tree.files.some(({ path }) => sources.test(path)) ? [bytesOf(project.tree, sources)] : []),
    ].join('\0'),
    ...(isInstalled ? { editable: folder } : {}),
  };
}
