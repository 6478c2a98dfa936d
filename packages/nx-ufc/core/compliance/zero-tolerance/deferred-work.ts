import type { FileRule } from '../rule';

/** Comments that put work off. */
export const deferredWork: FileRule = {
  id: 'DEFERRED_WORK',
  check({ facts, definition }) {
    const phrases = new RegExp(`\\b(${definition.settings?.phrases.join('|')})\\b`, 'i');
    return facts.comments.flatMap((comment) => {
      const match = phrases.exec(comment.text);
      return match
        ? [
            {
              line: comment.line,
              column: comment.column + match.index,
              message: `"${match[1]}" puts work off`,
            },
          ]
        : [];
    });
  },
};
