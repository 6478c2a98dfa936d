import { matchedEdits, type DocumentReferenceKind } from './kind';

/** Cross-references of documents: :class:`pkg.mod.Name`, :func:`~pkg.mod.f`, :mod:`text <pkg.mod>`. */
export const sphinxRole: DocumentReferenceKind = {
  id: 'sphinx-role',
  find: (context) =>
    matchedEdits(
      context,
      'sphinx-role',
      /:(?:py:)?(?:mod|class|func|meth|attr|data|exc|obj|const|any):`(?:[^`<]*<)?[~!.]?([A-Za-z_]\w*(?:\.\w+)*)/g,
      false,
    ),
};
