import { isPackageArgument, isPackageAttribute } from '../../project/package-arguments';
import type { StringReference, StringReferenceKind } from './kind';

/**
 * The name of a package for a parameter that is called so: `Loader("pkg", "templates")` with `def __init__(self, package, path)`; or
 * compared with an attribute that is called so: `x.package_name == "pkg"`.
 */
export const packageArgument: StringReferenceKind = {
  id: 'package-argument',
  match(reference) {
    const { whole, call, moduleLength, path, at, context } = reference;
    if (!whole || moduleLength !== path.parts.length) return null;
    if (isCompared(reference)) return 'compared with the name of a package';
    const isArgument = call !== null && isPackageArgument(context.project, context.facts, call, at);
    return isArgument ? `name of a package, for ${call.callee}()` : null;
  },
};

function isCompared({ context: { text }, string }: StringReference): boolean {
  if (string.role !== 'comparison') return false;
  const before = text.slice(Math.max(0, string.span.start - 100), string.span.start);
  const attribute = /\.(\w+)\s*[!=]=\s*$/.exec(before)?.[1];
  return attribute !== undefined && isPackageAttribute(attribute);
}
