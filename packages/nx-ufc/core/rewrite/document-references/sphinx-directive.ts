import { dottedEdit, matchedEdits, type DocumentReferenceKind } from './kind';

/** A space may stand before the colons (https://docutils.sourceforge.io/docs/ref/rst/restructuredtext.html#directives). */
const DIRECTIVE =
  /^[ \t]*\.\. (?:py:)?(?:auto\w+|module|currentmodule|class|function|method|attribute|data|exception|click|typer|autodoc\w*|program-output|inheritance-diagram)[ ]?::[ \t]+([A-Za-z_]\w*(?:\.\w+)*)/gm;
const OPTION = /^[ \t]+:(?:modules?|imported-members|app|prog-module):[ \t]+([A-Za-z_]\w*(?:\.\w+)*)/gm;
/** What makes the application whose routes are shown is given: `pkg.app:make('pkg.config.Dev')` (https://sphinxcontrib-httpdomain.readthedocs.io). */
const ARGUMENT =
  /^[ \t]*\.\. auto(?:flask|tornado|bottle)[ ]?::[ \t]+[\w.]+:[^\n'"]*["']([A-Za-z_]\w*(?:\.\w+)+)["']/gm;
/** What a function that is described raises, returns and takes (https://www.sphinx-doc.org/en/master/usage/domains/python.html#info-field-lists). */
const FIELD =
  /^[ \t]+:(?:(?:raises?|except|exception)[ \t]+|(?:rtype|type[ \t]+\*{0,2}\w+):[ \t]+)([A-Za-z_]\w*(?:\.\w+)+)/gm;
const SUMMARY = /^([ \t]*)\.\. autosummary[ ]?::[^\n]*\n((?:(?:\1[ \t]+[^\n]*)?\n)+)/gm;
const ENTRY = /^[ \t]+~?([A-Za-z_]\w*(?:\.\w+)+)[ \t]*$/gm;

/** `.. automodule:: pkg.mod`, `.. currentmodule::`, `:module:` options, fields (`:raises pkg.mod.Error:`) and the entries of `.. autosummary::`. */
export const sphinxDirective: DocumentReferenceKind = {
  id: 'sphinx-directive',
  find(context) {
    const summaries = [...context.text.matchAll(SUMMARY)].flatMap((match) => {
      const body = match.index + match[0].length - match[2].length;
      return [...match[2].matchAll(ENTRY)].flatMap((entry) => {
        const start = body + entry.index + entry[0].indexOf(entry[1]);
        return dottedEdit(context, start, entry[1], 'sphinx-directive: autosummary', false);
      });
    });
    return [
      ...matchedEdits(context, 'sphinx-directive', DIRECTIVE, false),
      ...matchedEdits(context, 'sphinx-directive', OPTION, false),
      ...matchedEdits(context, 'sphinx-directive', ARGUMENT, true),
      ...matchedEdits(context, 'sphinx-directive', FIELD, true),
      ...summaries,
    ];
  },
};
