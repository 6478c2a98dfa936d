import { givenParameter } from '../../project/given-parameter';
import { isPackageArgument, isPackageAttribute, takesPackage } from '../../project/package-arguments';
import type { StringReference, StringReferenceKind } from './kind';

/** Web applications and parts of them, by the position of the name of their package (https://flask.palletsprojects.com/en/stable/api/). */
const APPLICATIONS: readonly RegExp[] = [
  /^(flask|quart|apiflask)(\.\w+)*\.(Flask|Quart|APIFlask)$/,
  /^(flask|quart|apiflask)(\.\w+)*\.(Blueprint|APIBlueprint)$/,
];

/**
 * The name of a package for a parameter that is called so: `Loader("pkg", "templates")` with `def __init__(self, package, path)`; its default; for
 * one of a test that pytest gives values to; or compared with an attribute that is called so: `x.package_name == "pkg"`.
 */
export const packageArgument: StringReferenceKind = {
  id: 'package-argument',
  inProgram: 'importing',
  match(reference) {
    const { whole, call, moduleLength, path, at, string, context } = reference;
    if (!whole || moduleLength !== path.parts.length) return null;
    if (isCompared(reference)) return 'compared with the name of a package';
    if (makesApplication(reference)) return `package of a web application, for ${call!.callee}()`;
    const isArgument = call !== null && isPackageArgument(context.project, context.facts, call, at);
    if (isArgument) return `name of a package, for ${call.callee}()`;
    const given = givenParameter(context.facts, context.text, string.span);
    return given && takesPackage(given) ? `name of a package, for ${given.name}` : null;
  },
};

function makesApplication({ call, position }: StringReference): boolean {
  return APPLICATIONS[position]?.test(call?.resolved ?? '') ?? false;
}

function isCompared({ context: { text }, string }: StringReference): boolean {
  if (string.role !== 'comparison') return false;
  const before = text.slice(Math.max(0, string.span.start - 100), string.span.start);
  const attribute = /\.(\w+)\s*[!=]=\s*$/.exec(before)?.[1];
  return attribute !== undefined && isPackageAttribute(attribute);
}
