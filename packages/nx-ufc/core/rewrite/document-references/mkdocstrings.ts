import { matchedEdits, type DocumentReferenceKind } from './kind';

/** `::: pkg.mod.Name` of mkdocstrings, and its cross-references `[text][pkg.mod.Name]` and `[pkg.mod.Name][]`. */
export const mkdocstrings: DocumentReferenceKind = {
  id: 'mkdocstrings',
  find: (context) => [
    ...matchedEdits(context, 'mkdocstrings', /^:::[ \t]+([A-Za-z_]\w*(?:\.\w+)*)[ \t]*$/gm, false),
    ...matchedEdits(context, 'mkdocstrings', /\]\[([A-Za-z_]\w*(?:\.\w+)+)\]/g, true),
    ...matchedEdits(context, 'mkdocstrings', /(?<!\])\[([A-Za-z_]\w*(?:\.\w+)+)\]\[\]/g, true),
  ],
};
