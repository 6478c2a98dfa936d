import { isLinkText } from '../link-text';
import { matchedEdits, type DocumentReferenceKind } from './kind';

/** `::: pkg.mod.Name` of mkdocstrings, and its cross-references `[text][pkg.mod.Name]` and `[pkg.mod.Name][]`. */
export const mkdocstrings: DocumentReferenceKind = {
  id: 'mkdocstrings',
  find: (context) =>
    /\.(rst|rest|txt)$/i.test(context.info.path)
      ? []
      : [
          ...matchedEdits(context, 'mkdocstrings', /^:::[ \t]+([A-Za-z_]\w*(?:\.\w+)*)[ \t]*$/gm, false),
          ...matchedEdits(context, 'mkdocstrings', /\]\[([A-Za-z_]\w*(?:\.\w+)+)\]/g, true).filter(
            ({ start }) => isLinkText(context.text, start - 1),
          ),
          ...matchedEdits(context, 'mkdocstrings', /(?<![\w\])"'`])\[([A-Za-z_]\w*(?:\.\w+)+)\]\[\]/g, true),
        ],
};
