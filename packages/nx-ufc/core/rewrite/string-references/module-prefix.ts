import { calleeLeaf } from '../../project/calls-named';
import { commonHome, movedNames } from '../made-names/moved-names';
import { namingCalls, writtenNames } from '../made-names/name-sites';
import type { StringReference, StringReferenceKind } from './kind';
import { leadingText } from './kind';
import { isPatcher } from './patch-target';
import { isKeyOfModules } from './sys-modules';

/** Evidence that all the modules which may be meant went to one place. */
export const TOGETHER = 'beginning of the names of modules that are imported';

/** What is filled in, by an f-string, `format` or `%` (https://docs.python.org/3/library/stdtypes.html#printf-style-string-formatting). */
const FIELD = String.raw`\{|%(?:\(|[-+ #0]*\d*(?:\.\d+)?[diouxXsrac])`;
const AT_FIELD = new RegExp(`^(?:${FIELD})`);
const BEFORE_FIELD = new RegExp(String.raw`^\.(?:${FIELD}|$)`);
const BELOW_FIELD = new RegExp(String.raw`^\.(?:${FIELD})`);
/** An object of a module, by what takes `module:attribute`. */
const BEFORE_OBJECT = new RegExp(String.raw`^:(?:${FIELD}|$)`);

/**
 * A literal that begins with the path of a package and goes on with what only exists at run time: `f"pkg.sub.{name}"`,
 * `"pkg.sub.%s" % name`, `"pkg.sub." + name`. Certain for what an import is given, and where all that lies below the path
 * kept its name there. The package's name alone proves nothing elsewhere.
 */
export const modulePrefix: StringReferenceKind = {
  id: 'module-prefix',
  inProgram: 'importing',
  match(reference) {
    const { context, string, path, moduleLength } = reference;
    if (string.role === 'docstring' || leadingText(reference) !== '') return null;
    if (moduleLength === path.parts.length - 1 && homeOfPrefix(reference) !== null) return TOGETHER;
    if (isPatched(reference)) return 'beginning of the name of what is replaced';
    if (moduleLength === path.parts.length && BEFORE_OBJECT.test(rest(reference)) && isImported(reference))
      return 'beginning of the name of an object that is imported';
    if (moduleLength !== path.parts.length || !BEFORE_FIELD.test(rest(reference))) return null;
    if (isImported(reference)) return 'beginning of the name of a module that is imported';
    if (isWalked(reference)) return 'prefix of the names of modules that are found';
    const holds = moduleLength >= 2 && movedNames(context.mapping, path.parts.join('.'))?.size === 0;
    return holds ? 'beginning of the path of a module that moved with its package' : null;
  },
};

/** The package where the modules are now whose names begin as the literal ends: `import_module(f"pkg.v{number}")`. */
export function homeOfPrefix(reference: StringReference): string | null {
  const { context, path, moduleLength } = reference;
  if (moduleLength !== path.parts.length - 1 || !AT_FIELD.test(rest(reference))) return null;
  const home = commonHome(
    context.mapping,
    path.parts.slice(0, moduleLength).join('.'),
    path.parts[moduleLength],
  );
  return isImported(reference) ? home : null;
}

/** `"from pkg.{} import x".format(name)`: which module is imported is only known at run time. */
export function isImportOfField(reference: StringReference): boolean {
  const { context, path, moduleLength } = reference;
  const before = context.text.slice(Math.max(0, path.start - 10), path.start);
  const isWhole = moduleLength === path.parts.length;
  return isWhole && /\b(?:from|import)\s+$/.test(before) && BELOW_FIELD.test(rest(reference));
}

/** `patch(f"pkg.mod.get_{name}")`: the module has all names that may be meant, since no module below it is called so. */
function isPatched(reference: StringReference): boolean {
  const { context, path, moduleLength, call, position } = reference;
  if (moduleLength === 0 || moduleLength !== path.parts.length - 1) return false;
  if (!call || position !== 0 || !isPatcher(call) || !AT_FIELD.test(rest(reference))) return false;
  const beginning = path.parts.join('.');
  return ![...context.project.modules.keys()].some((name) => name.startsWith(beginning));
}

/** `pkgutil.walk_packages(pkg.__path__, "pkg.")`, `iter_modules(path, prefix="pkg.")`. */
function isWalked({ call, position, string }: StringReference): boolean {
  return (
    call !== null &&
    /^(walk_packages|iter_modules)$/.test(calleeLeaf(call)) &&
    (position === 1 || string.name === 'prefix')
  );
}

function rest({ context, string, path }: StringReference): string {
  return context.text.slice(path.end, string.span.end - string.quote.length);
}

/** It begins what an import is given, or a key of `sys.modules`. */
function isImported(reference: StringReference): boolean {
  const { context, string } = reference;
  if (isKeyOfModules(reference)) return true;
  return namingCalls(context.facts).some((call) =>
    writtenNames(context.facts, call).some(
      (span) => span.start <= string.span.start && string.span.end <= span.end,
    ),
  );
}
