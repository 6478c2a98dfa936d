import type { StringReferenceKind } from './kind';
import { calleeLeaf } from './kind';

/**
 * The name of a module that a build compiles: `Extension("pkg._speedups", ["pkg/_speedups.c"])`, and the package of all of them, `ext_package="pkg"`
 * (https://setuptools.pypa.io/en/latest/userguide/ext_modules.html). It is imported from where its package is now.
 */
export const extensionModule: StringReferenceKind = {
  id: 'extension-module',
  match({ whole, call, position, string, moduleLength, path }) {
    if (!whole || !call || moduleLength === 0) return null;
    if (string.name === 'ext_package' && calleeLeaf(call) === 'setup') return 'package of compiled modules';
    if (moduleLength === path.parts.length) return null;
    const isName = position === 0 || string.name === 'name';
    return isName && /Extension$/.test(calleeLeaf(call)) ? 'name of a compiled module' : null;
  },
};
