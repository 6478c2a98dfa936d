import type { CallFact, FileFacts } from '../python/facts/types';
import { leafOf, moduleNameOf, parentOf } from './module-name';
import { rootOf } from './roots';
import type { ProjectFacts } from './types';

/** Where cffi finds the description of a module: `pkg/_build.py:ffi`. */
const CFFI_MODULE = /^(?:\.\/)?(.+\.py):\w+$/;
/** `pkg.conf` is a file. */
export const SUFFIX =
  /^(py[xdi]?|[ch](pp|xx|h)?|cc|rs|so|pyd|dll|json|toml|cfg|ini|conf|config|txt|md|rst|ya?ml|xml|html|desktop|service|png|ico|icns|spec|egg|log)$/;

const COMPILES = /(Extension|(^|\.)set_source(_pkgconfig)?)$/;

const cache = new WeakMap<ProjectFacts, ReadonlySet<string>>();

/**
 * Modules of the project that no file of Python holds, by their names: sources of Cython, those which have nothing but a stub, and what a build script compiles by a
 * name that it says.
 */
export function compiledNames(project: ProjectFacts): ReadonlySet<string> {
  const known = cache.get(project);
  if (known) return known;
  const found = [...builtNames(project), ...stubs(project)];
  const names = new Set(found.filter((name) => !project.modules.has(name)));
  cache.set(project, names);
  return names;
}

/** Those that a build is known to compile. */
export function builtNames(project: ProjectFacts): Set<string> {
  const found = [...namesInBuild(project), ...cythonModules(project)];
  return new Set(found.filter((name) => !project.modules.has(name)));
}

function cythonModules({ tree, layout }: ProjectFacts): string[] {
  return tree.files.flatMap(({ path }) => {
    const root = path.endsWith('.pyx') ? rootOf(layout.roots, path) : undefined;
    return root ? [moduleNameOf(path.replace(/x$/, ''), root.searchPath)] : [];
  });
}

function stubs({ modulesByPath, layout }: ProjectFacts): string[] {
  return [...modulesByPath.values()]
    .filter(({ area, path }) => area === 'stub' && rootOf(layout.roots, path) !== undefined)
    .map(({ name }) => name);
}

/** Names of the modules that setup.py, or a build script beside it, compiles, below its `ext_package` where it has one. */
function namesInBuild(project: ProjectFacts): string[] {
  const { facts } = project;
  const scripts = [...facts].filter(([path]) => /^\w+\.py$/.test(path)).map(([, one]) => one);
  return scripts.flatMap((one) => [...namesIn(one, facts), ...saidIn(one, project)]);
}

/** What a script that compiles says of a package elsewhere, and nothing in it defines: `def extension(name="pkg._c")`. */
function saidIn({ calls, strings }: FileFacts, { facts, modules, tree }: ProjectFacts): string[] {
  if (!calls.some(({ callee }) => COMPILES.test(callee))) return [];
  return strings.flatMap(({ value, role }) => {
    const home = role === 'docstring' ? undefined : modules.get(parentOf(value));
    const bindings = facts.get(home?.path ?? '')?.scopes[0]?.bindings ?? {};
    const leaf = leafOf(value);
    const isMade = /^[A-Za-z_]\w*$/.test(leaf) && !SUFFIX.test(leaf) && !Object.hasOwn(bindings, leaf);
    const isFile = () => tree.files.some(({ path }) => path === value || path.endsWith(`/${value}`));
    return home?.isPackage && isMade && !isFile() ? [value] : [];
  });
}

function namesIn(own: FileFacts, facts: ProjectFacts['facts']): string[] {
  const { calls, strings } = own;
  const scripts = new Set(strings.flatMap(({ value }) => CFFI_MODULE.exec(value)?.[1] ?? []));
  const names = [
    ...calls
      .filter(({ callee }) => /Extension$/.test(callee))
      .flatMap((call) => literalFor(call, ['name', 'target', null])),
    ...[own, ...[...scripts].map((path) => facts.get(path))].flatMap(ofCffi),
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

/** The literal that a call is given by one of some keywords; null is the first argument, by its position. */
function literalFor({ arguments: given }: CallFact, keywords: readonly (string | null)[]): string[] {
  const found = given.find(({ keyword }, at) => keywords.includes(keyword) && (keyword !== null || at === 0));
  return found?.value.kind === 'literal' ? [String(found.value.value)] : [];
}
