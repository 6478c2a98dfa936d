import { matchedEdits, type DocumentReferenceKind } from './kind';

/** `` `pkg.mod.name` ``: code in a sentence that is nothing but the dotted name of something that is there. */
export const inlineCode: DocumentReferenceKind = {
  id: 'inline-code',
  isProse: true,
  find: (context) => matchedEdits(context, 'inline-code', /(?<!:)`([A-Za-z_]\w*(?:\.\w+)+)(?:\(\))?`/g, true),
};
