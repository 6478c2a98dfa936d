import type { StringFact } from '../../python/facts/types';
import { offersDefinition } from '../../project/handed-on';
import type { RewriteContext } from '../context';
import type { DottedPath } from '../dotted-paths';
import { isDataFolder, isSchemed } from './data-folder';
import { isFileElsewhere } from './file-name';
import { leadingText, type StringReference, type StringReferenceKind } from './kind';
import { isBesideObject } from './beside-object';
import { isSaidBare } from './messages';
import { isModuleAttribute } from './module-attribute';
import { isAmongModuleWords } from './module-words';
import { isOfSettings } from './settings-keys';
import { isSettingsLine } from './settings-line';

/**
 * A literal that is nothing but the dotted path of a module below the package, or of a name that such a module
 * defines: settings lists, registries, `sys.modules[...]`, `"pkg.mod:attr"`. The package's name alone proves nothing; with a class
 * or function that it offers it does.
 */
export const dottedPath: StringReferenceKind = {
  id: 'dotted-path',
  inProgram: 'importing',
  match(reference) {
    const { whole, moduleLength, known, string, path, context } = reference;
    if (isDataFolder(reference)) return 'folder of data in a package that moved';
    if (string.role === 'docstring' || !known) return null;
    if (whole && moduleLength === path.parts.length && isOfSettings(reference)) return null;
    if (isFileElsewhere(reference)) return null;
    if ((whole || isSchemed(reference)) && moduleLength >= 2) return 'dotted path of a module that moved';
    if (moduleLength >= 2 && isOptionValue(reference)) return 'value of an option';
    if (whole && isDefinition(context, path, isFactory(context, string)))
      return 'dotted path of a class or function';
    if (!whole && isAmongModuleWords(reference)) return 'nothing but modules that moved';
    if (isBesideObject(reference)) return 'name beside what it names';
    if (moduleLength >= 2 && isAttributeValue(context.text, path)) return 'value of an attribute in markup';
    if (!whole && moduleLength >= 2 && isSettingsLine(reference)) return 'value or key of settings in a text';
    if (moduleLength >= 2 && isInlineCode(context.text, path)) return 'code in a sentence';
    return isModuleAttribute(reference) ? 'module:attribute of a module that moved' : null;
  },
};

/** `"pkg.Name"`. Tests have such words in what they compare: there it counts where shipped code says it, too. */
export function isDefinition(context: RewriteContext, { parts }: DottedPath, isFactory: boolean): boolean {
  return (
    parts.length === 2 &&
    offersDefinition(context.project, parts[0], parts[1]) &&
    (isFactory || context.info.area !== 'test' || isSaidBare(context, parts.join('.')))
  );
}

/**
 * `"class": "pkg.Name"` and `"()": "pkg.make"` in the configuration of logging, `"BACKEND": "pkg.Name"` and `STORAGE_CLASS = "pkg.Name"` in that of Django,
 * `settings["tm.hook"] = "pkg.make"` and `add_tween("pkg.make", over="pkg.other")` in that of Pyramid.
 */
function isFactory({ text }: RewriteContext, { span }: StringFact): boolean {
  const before = text.slice(Math.max(0, span.start - 40), span.start);
  return (
    /["'](class|\(\)|([A-Z]+_)*(BACKEND|CLASS))["']\s*:\s*$/.test(before) ||
    /(^|[\s(,.])([A-Z]+_)*(BACKEND|CLASS)\s*=\s*$/.test(before) ||
    /["'][a-z_]\w*\.[\w.]+["'](\s*:|\]\s*=)\s*$/.test(before) ||
    /\badd_tween\(\s*$|[\s(](over|under)=$/.test(before)
  );
}

/** `--plugin=pkg.mod`: an argument of a command line. */
function isOptionValue(reference: StringReference): boolean {
  const { string, path } = reference;
  return (
    path.end === string.span.end - string.quote.length && /^--?[A-Za-z][\w-]*=$/.test(leadingText(reference))
  );
}

/** `` `pkg.mod.X` `` in a text that people read, as Markdown and reStructuredText have it. */
function isInlineCode(text: string, { start, end }: DottedPath): boolean {
  return text[start - 1] === '`' && text[end] === '`';
}

/** `package="pkg.sub"` inside of a longer text, as XML and reprs have it. */
function isAttributeValue(text: string, { start, end }: DottedPath): boolean {
  const quote = /\w\s*=\s*(\\?["'])$/.exec(text.slice(Math.max(0, start - 10), start))?.[1];
  return quote !== undefined && text.startsWith(quote, end);
}
