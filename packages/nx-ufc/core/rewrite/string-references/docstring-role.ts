import type { DottedPath } from '../dotted-paths';
import { isLinkText } from '../link-text';
import { LABELS } from '../sphinx-labels';
import { isDefinition } from './dotted-path';
import { previousItem, type StringReference, type StringReferenceKind } from './kind';

const DIRECTIVE = /(?:^|[\n"'])[ \t]*\.\. (?:py:)?(auto\w+|module|currentmodule)[ ]?::[ \t]+$/;
const LABEL = new RegExp(`^(${LABELS})$`);
/** These name no package: a name without a dot is that of a class or function. */
const NO_PACKAGE = /^(class|func|meth|attr|data|exc|const)$/;
/** A role need not be named: `` `~pkg.mod.Name` ``, `` `text <pkg.mod.Name>` `` (https://www.sphinx-doc.org/en/master/usage/configuration.html#confval-default_role). */
const DEFAULT_ROLE = /(^|[^:`\w])`([^`<]+<[~!]?|~)$/;
/** Code in a sentence, which some tools link, too (https://pdoc.dev/docs/pdoc.html#link-to-other-identifiers). */
const CODE = /(^|[^:`\w])``?$/;
const CODE_END = /^(\(\))?``?(?![_`\w])/;
/** Of epytext, which pydoctor reads: `L{pkg.mod.Name}`, `L{text <pkg.mod.Name>}` (https://epydoc.sourceforge.net/manual-epytext.html). */
const EPYTEXT = /\bL\{(?:[^{}<]*<)?$/;
/** With `_` behind it is a link. */
const ROLE_END = /^(\(\))?>?`(?![_`\w])/;
/** Of mkdocstrings: `[text][pkg.mod.Name]`, `[pkg.mod.Name][]`, each with or without backticks (https://mkdocstrings.github.io/usage/#cross-references). */
const LINK_BEFORE = /\]\[`?$/;
const LINK_AFTER = /^`?\](?![[(:])/;
const SHORT_BEFORE = /(?:^|[^\w\])"'`])\[`?$/;
const SHORT_AFTER = /^`?\]\[\]/;
/** A line of its own among those below the directive. */
const ENTRY = /^([ \t]*)\.\. autosummary[ ]?::[^\n]*\n(?:(?:\1[ \t][^\n]*)?\n)*[ \t]+[~!]?(?![\s\S])/m;

/**
 * Sphinx cross-references in docstrings and other texts, which may become docstrings: :class:`pkg.mod.Name`, :func:`~pkg.mod.f`, :mod:`text <pkg.mod>`;
 * directives that name what they document: `.. automodule:: pkg.mod`; what settings of Sphinx say of them: `("py:class", r"pkg\.mod\..*")`.
 */
export const docstringRole: StringReferenceKind = {
  id: 'docstring-role',
  match(reference) {
    const { context, string, path, known } = reference;
    const before = context.text.slice(Math.max(string.span.start, path.start - 120), path.start);
    const role = /:(?:py:)?(\w+):`(?:[^`<]*<)?[~!]?$/.exec(before);
    if (role)
      return LABEL.test(role[1]) || (NO_PACKAGE.test(role[1]) && path.parts.length === 1)
        ? null
        : `:${role[1]}: cross-reference`;
    const after = context.text.slice(path.end, path.end + 20);
    if (known && path.parts.length > 1 && DEFAULT_ROLE.test(before) && ROLE_END.test(after))
      return 'cross-reference of the default role';
    if (known && isCode(reference, before, after)) return 'code in a docstring';
    if (known && EPYTEXT.test(before) && /^(\(\))?>?\}/.test(after)) return 'L{} cross-reference';
    if (known && path.parts.length > 1 && isLink(context.text, path, after))
      return 'cross-reference of mkdocstrings';
    if (context.info.area === 'doc' && previousItem(reference)?.startsWith('py:'))
      return 'object of Python, named to Sphinx';
    const directive = DIRECTIVE.exec(before);
    if (directive) return `directive ${directive[1]}`;
    const isSummary = string.value.includes('.. autosummary::');
    const all = isSummary ? context.text.slice(string.span.start, path.start) : '';
    return ENTRY.test(all) ? 'entry of autosummary' : null;
  },
};

/** Two words may be a setting or a group, which have the name of a module: ``pkg.plugins``. */
function isCode({ context, path, string }: StringReference, before: string, after: string): boolean {
  const isNamed = path.parts.length > 2 || isDefinition(context, path, true);
  return string.role === 'docstring' && isNamed && CODE.test(before) && CODE_END.test(after);
}

function isLink(text: string, { start }: DottedPath, after: string): boolean {
  const code = text[start - 1] === '`' ? 1 : 0;
  const before = text.slice(Math.max(0, start - 3), start);
  return (
    (LINK_BEFORE.test(before) && LINK_AFTER.test(after) && isLinkText(text, start - code - 1)) ||
    (SHORT_BEFORE.test(before) && SHORT_AFTER.test(after))
  );
}
