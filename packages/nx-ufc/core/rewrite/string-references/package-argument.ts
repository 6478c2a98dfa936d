import { isPackageArgument } from '../../project/package-arguments';
import type { StringReferenceKind } from './kind';

/** The name of a package for a parameter that is called so: `Loader("pkg", "templates")` with `def __init__(self, package, path)`. */
export const packageArgument: StringReferenceKind = {
  id: 'package-argument',
  match({ whole, call, moduleLength, path, at, context: { project, facts } }) {
    if (!whole || !call || moduleLength !== path.parts.length) return null;
    return isPackageArgument(project, facts, call, at) ? `name of a package, for ${call.callee}()` : null;
  },
};
