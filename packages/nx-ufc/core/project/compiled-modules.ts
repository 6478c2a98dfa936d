import type { Analysis } from './analysis';
import type { CallFact, FileFacts } from '../python/facts/types';
import { cmakeModules, type CmakeModule } from '../cmake/modules';
import { CMAKE_FILE } from '../cmake/calls';
import { leafOf, parentOf } from './module-name';
import type { ProjectFacts } from './types';

/** Sources of Cython, which pyximport imports as they are, and modules that are compiled already. */
const COMPILED = /^\.(pyx|so|pyd|(cpython|cp|abi)[\w-]*\.(so|pyd))$/;
/** Where cffi finds the description of a module: `pkg/_build.py:ffi`. */
const CFFI_MODULE = /^(?:\.\/)?(.+\.py):\w+$/;
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
    isStubOnly(project, module) ||
    namesInSetup(project).includes(module) ||
    isSaidInSetup(project, module) ||
    ofBuildFiles(project, metadata.name).some((made) => isThat(made, module))
  );
}

function isStubOnly({ modules, modulesByPath }: ProjectFacts, module: string): boolean {
  return (
    !modules.has(module) &&
    [...modulesByPath.values()].some(({ area, name }) => area === 'stub' && name === module)
  );
}

/** Names of the modules that setup.py compiles, below its `ext_package` where it has one. */
function namesInSetup({ facts }: ProjectFacts): string[] {
  const { calls, strings } = facts.get('setup.py') ?? { calls: [], strings: [] };
  const scripts = new Set(strings.flatMap(({ value }) => CFFI_MODULE.exec(value)?.[1] ?? []));
  const names = [
    ...calls
      .filter(({ callee }) => /Extension$/.test(callee))
      .flatMap((call) => literalFor(call, ['name', 'target', null])),
    ...[...scripts].flatMap((path) => ofCffi(facts.get(path))),
  ];
  const [home] = calls
    .filter(({ callee }) => /(^|\.)setup$/.test(callee))
    .flatMap((call) => literalFor(call, ['ext_package']));
  return home === undefined ? names : names.map((name) => `${home}.${name}`);
}

/** What a build script of cffi calls the module that it describes (https://cffi.readthedocs.io/en/stable/cdef.html#ffibuilder-set-source). */
function ofCffi(facts: FileFacts | undefined): string[] {
  return (facts?.calls ?? [])
    .filter(({ callee }) => /(^|\.)set_source(_pkgconfig)?$/.test(callee))
    .flatMap((call) => literalFor(call, ['module_name', null]));
}

const built = new WeakMap<ProjectFacts, CmakeModule[]>();

/** Modules that CMake compiles. */
function ofBuildFiles(project: ProjectFacts, distribution: string | null): CmakeModule[] {
  const known = built.get(project);
  if (known) return known;
  const found = project.tree.files
    .filter(({ path }) => CMAKE_FILE.test(path))
    .flatMap(({ bytes }) => cmakeModules(Buffer.from(bytes).toString('latin1'), distribution));
  built.set(project, found);
  return found;
}

/** Where only running the build tells which package a module goes to it is any. */
function isThat({ package: folder, name }: CmakeModule, module: string): boolean {
  return leafOf(module) === name && (folder === null || folder === parentOf(module));
}

/** Names that a setup.py which compiles modules says elsewhere than in a call: `options["name"] = "pkg._c"`. */
function isSaidInSetup(project: ProjectFacts, module: string): boolean {
  const { strings } = project.facts.get('setup.py') ?? { strings: [] };
  return compilingArgument(project) !== undefined && strings.some(({ value }) => value === module);
}

/** The literal that a call is given by one of some keywords; null is the first argument, by its position. */
function literalFor({ arguments: given }: CallFact, keywords: readonly (string | null)[]): string[] {
  const found = given.find(({ keyword }, at) => keywords.includes(keyword) && (keyword !== null || at === 0));
  return found?.value.kind === 'literal' ? [String(found.value.value)] : [];
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
