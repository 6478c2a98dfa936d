import { isImportCall, writtenNames } from '../made-names/made-name';
import { movedNames } from '../made-names/moved-names';
import type { StringReferenceKind } from './kind';
import { leadingText } from './kind';

/**
 * A literal that begins with the path of a package and goes on with what only exists at run time: `f"pkg.sub.{name}"`,
 * `"pkg.sub.%s" % name`, `"pkg.sub." + name`. Certain for what an import is given, and where all that lies below the path
 * kept its name there. The package's name alone proves nothing elsewhere.
 */
export const modulePrefix: StringReferenceKind = {
  id: 'module-prefix',
  match(reference) {
    const { context, string, path, moduleLength } = reference;
    const rest = context.text.slice(path.end, string.span.end - string.quote.length);
    if (string.role === 'docstring' || leadingText(reference) !== '' || moduleLength !== path.parts.length)
      return null;
    if (!/^\.(?:\{|%s|%\(|$)/.test(rest)) return null;
    const isImported = context.facts.calls.some(
      (call) =>
        isImportCall(call) &&
        writtenNames(context.facts, call).some(
          (span) => span.start <= string.span.start && string.span.end <= span.end,
        ),
    );
    if (isImported) return 'beginning of the name of a module that is imported';
    const holds = moduleLength >= 2 && movedNames(context.mapping, path.parts.join('.'))?.size === 0;
    return holds ? 'beginning of the path of a module that moved with its package' : null;
  },
};
