import { LABELS } from '../sphinx-labels';
import { matchedEdits, type DocumentReferenceKind } from './kind';

/** A role in reStructuredText and in MyST: `:py:class:` and `{py:class}`. */
const role = (names: string) => `(?::(?:py:)?(?:${names}):|\\{(?:py:)?(?:${names})\\})\`(?:[^\`<]*<)?[~!.]?`;
/** Of a role that cannot mean a package, a name without a dot is that of a class or function: :func:`deprecated`. */
const NO_PACKAGE = `${role('class|func|meth|attr|data|exc|const')}(?!\\w+[\`>(])`;
const ANY = role('mod|obj|any');

/** Roles of extensions: :paramref:`pkg.mod.Name.x`. */
const OTHER = new RegExp(
  `:(?!(?:code|literal|${LABELS}):)[a-z][\\w-]*:\`(?:[^\`<]*<)?[~!.]?([A-Za-z_]\\w*(?:\\.\\w+)+)`,
  'g',
);
/** A role that is not named: `` `~pkg.mod.Name` ``, `` `text <pkg.mod.Name>` ``; with `_` behind it is a link. */
const DEFAULT = /(?<![:`\w])`(?:~|[^`<]+<[~!]?)([A-Za-z_]\w*(?:\.\w+)+)(?:\(\))?>?`(?![_`\w])/g;

/** Cross-references of documents: :class:`pkg.mod.Name`, :func:`~pkg.mod.f`, :mod:`text <pkg.mod>`. */
export const sphinxRole: DocumentReferenceKind = {
  id: 'sphinx-role',
  find: (context) => [
    ...matchedEdits(
      context,
      'sphinx-role',
      new RegExp(`(?:${NO_PACKAGE}|${ANY})([A-Za-z_]\\w*(?:\\.\\w+)*)`, 'g'),
      false,
    ),
    ...matchedEdits(context, 'sphinx-role', OTHER, true),
    ...matchedEdits(context, 'sphinx-role', DEFAULT, true),
  ],
};
