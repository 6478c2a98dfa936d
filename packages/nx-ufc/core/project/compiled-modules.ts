import type { Analysis } from './analysis';
import { compiledNames } from './compiled-names';
import { cmakeModules, type CmakeModule } from '../cmake/modules';
import { CMAKE_FILE } from '../cmake/calls';
import { MESON_FILE } from '../meson/calls';
import { mesonModules } from '../meson/modules';
import { leafOf, parentOf } from './module-name';
import type { ProjectFacts } from './types';

/** Sources of Cython, which pyximport imports as they are, modules that are compiled already, and what a build fills in to make one. */
const COMPILED = /^\.(pyx|so|pyd|py\.in|(cpython|cp|abi)[\w-]*\.(so|pyd))$/;
/** Arguments of `setup()` that modules are compiled by: setuptools, cffi, setuptools-rust, scikit-build; mypyc's and Cython's lists go to the first. */
const ARGUMENTS = new Set([
  'ext_modules',
  'cffi_modules',
  'rust_extensions',
  'cmake_install_dir',
  'cmake_source_dir',
  'cmake_args',
]);

/**
 * Is a module compiled when the package is built, so that no file of Python holds it? The build's settings say so, setup.py does by
 * `Extension("pkg._speedups", …)` of setuptools, Cython or setuptools-rust or by a script of cffi, it lies there without being Python, or all of it that
 * does is its stub.
 */
export function isCompiled({ project, metadata }: Analysis, module: string): boolean {
  const { tree } = project;
  const base = module.replaceAll('.', '/');
  const isThere = tree.files.some(({ path }) => {
    const at = path.lastIndexOf(base);
    return (at === 0 || path[at - 1] === '/') && COMPILED.test(path.slice(at + base.length));
  });
  return (
    isThere ||
    metadata.compiledModules.includes(module) ||
    compiledNames(project).has(module) ||
    isSaidInSetup(project, module) ||
    ofBuildFiles(project, metadata.name).some((made) => isThat(made, module))
  );
}

const built = new WeakMap<ProjectFacts, CmakeModule[]>();

/** Modules that CMake and Meson compile. */
function ofBuildFiles(project: ProjectFacts, distribution: string | null): CmakeModule[] {
  const known = built.get(project);
  if (known) return known;
  const found = project.tree.files.flatMap(({ path, bytes }) => {
    const text = () => Buffer.from(bytes).toString('latin1');
    if (CMAKE_FILE.test(path)) return cmakeModules(text(), distribution);
    return MESON_FILE.test(path) ? mesonModules(text()) : [];
  });
  built.set(project, found);
  return found;
}

/** Where only running the build tells which package a module goes to it is any. */
function isThat({ package: folder, name }: CmakeModule, module: string): boolean {
  return leafOf(module) === name && (folder === null || folder === parentOf(module));
}

/** Names that a setup.py which compiles modules says elsewhere than in a call: `options["name"] = "pkg._c"`, or puts together: `f"pkg.sub.{name}"`. */
function isSaidInSetup(project: ProjectFacts, module: string): boolean {
  const { strings } = project.facts.get('setup.py') ?? { strings: [] };
  return (
    compilingArgument(project) !== undefined &&
    strings.some(({ value, formatted }) => (formatted ? isMadeAs(value, module) : value === module))
  );
}

function isMadeAs(template: string, module: string): boolean {
  if (!/^[A-Za-z_]\w*\.[\w.]*(\{\}\w*)+$/.test(template)) return false;
  return new RegExp(`^${template.replaceAll('.', '\\.').replaceAll('{}', '\\w+')}$`).test(module);
}

/** Where setup.py is told to compile modules: `setup(ext_modules=…)`, or the same as a key of what `setup(**options)` is given. */
export function compilingArgument({
  facts,
}: ProjectFacts): { name: string; line: number; column: number } | undefined {
  const { calls, strings } = facts.get('setup.py') ?? { calls: [], strings: [] };
  for (const { callee, arguments: given, line, column } of calls) {
    const name = given.find(({ keyword }) => ARGUMENTS.has(keyword ?? ''))?.keyword;
    if (name && /(^|\.)(setup|dict|update)$/.test(callee)) return { name, line, column };
  }
  const key = strings.find(
    ({ value, role }) => ARGUMENTS.has(value) && (role === 'key' || role === 'subscript'),
  );
  return key && { name: key.value, line: key.line, column: key.column };
}
