import { calleeLeaf, callsNamed } from '../../project/calls-named';
import { compiledNames, SUFFIX } from '../../project/compiled-names';
import { compilingArgument } from '../../project/compiled-modules';
import { isModule } from '../../project/names';
import type { ProjectFacts } from '../../project/types';
import type { FileFacts } from '../../python/facts/types';
import type { StringReference, StringReferenceKind } from './kind';
import { leadingText } from './kind';

/** What is compiled: setuptools, setuptools-rust and Cython (`Extension`), cffi (`set_source`). */
const COMPILES = /Extension$|^(set_source|set_source_pkgconfig)$/;
const BUILD_SCRIPT = /^(setup|build|build_ext|hatch_build|pdm_build|_custom_build)\.py$/;
/**
 * The name of a module that a build compiles: `Extension("pkg._speedups", ["pkg/_speedups.c"])`, `ffi.set_source("pkg._ffi", …)`, and the package of all of them,
 * `ext_package="pkg"` (https://setuptools.pypa.io/en/latest/userguide/ext_modules.html). It is imported from where its package is now. A build script that
 * compiles says names in other places, too: `options["name"] = "pkg._c"`.
 */
export const extensionModule: StringReferenceKind = {
  id: 'extension-module',
  match(reference) {
    const { whole, call, position, string, moduleLength, path } = reference;
    if (moduleLength === 0) return null;
    if (!whole) return isBeginning(reference) ? 'beginning of the names of compiled modules' : null;
    if (call && string.name === 'ext_package' && calleeLeaf(call) === 'setup')
      return 'package of compiled modules';
    // The module of a package that is compiled as a whole is none of its own.
    if (path.parts.length === 1) return null;
    const isName = position === 0 || string.name === 'name' || string.name === 'module_name';
    if (call && isName && COMPILES.test(calleeLeaf(call))) return 'name of a compiled module';
    return isMade(reference) ? 'name of a module that the build script compiles' : null;
  },
};

/** `Extension("pkg.sub." + name, …)`, `f"pkg.sub._{name}"`: what a build script compiles into a package. */
function isBeginning(reference: StringReference): boolean {
  const { context, string, path, moduleLength } = reference;
  const rest = context.text.slice(path.end, string.span.end - string.quote.length);
  const isPart = moduleLength === path.parts.length && /^\.(?:$|\{|%\(|%s)/.test(rest);
  const isStart = moduleLength === path.parts.length - 1 && /^(?:$|\{|%\(|%s)/.test(rest) && !reference.whole;
  return (
    (isPart || isStart) &&
    leadingText(reference) === '' &&
    isBuilding(reference) &&
    isPackage(context.project, path.parts.slice(0, moduleLength).join('.'))
  );
}

/** Scripts beside setup.py that say what is compiled are imported by it. */
function isBuilding({ context: { info, facts, project } }: StringReference): boolean {
  if (compiles(facts))
    return BUILD_SCRIPT.test(info.path) || (info.area === 'script' && !info.path.includes('/'));
  return BUILD_SCRIPT.test(info.path) && compilingArgument(project) !== undefined;
}

/** Nothing in Python has the name, and it lies in a package: only the build can make it. */
function isMade(reference: StringReference): boolean {
  const { context, string, moduleLength, path, known } = reference;
  const { project } = context;
  const leaf = path.parts.at(-1)!;
  if (!isBuilding(reference)) return false;
  if (compiledNames(project).has(path.parts.join('.'))) return true;
  if (known || moduleLength !== path.parts.length - 1 || SUFFIX.test(leaf)) return false;
  return (
    isPackage(project, path.parts.slice(0, -1).join('.')) &&
    !project.tree.files.some((file) => file.path === string.value || file.path.endsWith(`/${string.value}`))
  );
}

/** A folder without `__init__.py` is one, too. */
function isPackage(project: ProjectFacts, name: string): boolean {
  return project.modules.get(name)?.isPackage ?? isModule(project, name);
}

function compiles(facts: FileFacts): boolean {
  return callsNamed(facts, (leaf) => COMPILES.test(leaf)).length > 0;
}
