import { compilingArgument } from '../../project/compiled-modules';
import type { FileFacts } from '../../python/facts/types';
import type { StringReference, StringReferenceKind } from './kind';
import { calleeLeaf } from './kind';

/** What is compiled: setuptools, setuptools-rust and Cython (`Extension`), cffi (`set_source`). */
const COMPILES = /Extension$|^(set_source|set_source_pkgconfig)$/;
const BUILD_SCRIPT = /^(setup|build|build_ext|hatch_build|pdm_build|_custom_build)\.py$/;
/** `pkg.conf` is a file. */
const SUFFIX =
  /^(py[xdi]?|[ch](pp|xx|h)?|cc|rs|so|pyd|dll|json|toml|cfg|ini|conf|config|txt|md|rst|ya?ml|xml|html|desktop|service|png|ico|icns|spec|egg|log)$/;

/**
 * The name of a module that a build compiles: `Extension("pkg._speedups", ["pkg/_speedups.c"])`, `ffi.set_source("pkg._ffi", …)`, and the package of all of them,
 * `ext_package="pkg"` (https://setuptools.pypa.io/en/latest/userguide/ext_modules.html). It is imported from where its package is now. A build script that
 * compiles says names in other places, too: `options["name"] = "pkg._c"`.
 */
export const extensionModule: StringReferenceKind = {
  id: 'extension-module',
  match(reference) {
    const { whole, call, position, string, moduleLength, path } = reference;
    if (!whole || moduleLength === 0) return null;
    if (call && string.name === 'ext_package' && calleeLeaf(call) === 'setup')
      return 'package of compiled modules';
    if (moduleLength === path.parts.length) return null;
    const isName = position === 0 || string.name === 'name' || string.name === 'module_name';
    if (call && isName && COMPILES.test(calleeLeaf(call))) return 'name of a compiled module';
    return isMade(reference) ? 'name of a module that the build script compiles' : null;
  },
};

/** Nothing in Python has the name, and it lies in a package: only the build can make it. */
function isMade({ context, string, moduleLength, path, known }: StringReference): boolean {
  const { info, facts, project } = context;
  const leaf = path.parts.at(-1)!;
  if (known || moduleLength !== path.parts.length - 1 || SUFFIX.test(leaf)) return false;
  if (!BUILD_SCRIPT.test(info.path) || !(compiles(facts) || compilingArgument(project))) return false;
  const parent = project.modules.get(path.parts.slice(0, -1).join('.'));
  return (
    parent?.isPackage === true &&
    !project.tree.files.some((file) => file.path === string.value || file.path.endsWith(`/${string.value}`))
  );
}

function compiles({ calls }: FileFacts): boolean {
  return calls.some((call) => COMPILES.test(calleeLeaf(call)));
}
