import type { FileRule } from '../rule';

/** TODO, FIXME and their like in comments, as whole words in capitals. */
export const markerComment: FileRule = {
  id: 'MARKER_COMMENT',
  check({ facts, definition }) {
    const words = new RegExp(`\\b(${definition.settings?.words.join('|')})\\b`);
    return facts.comments.flatMap((comment) => {
      const match = words.exec(comment.text);
      return match
        ? [{ line: comment.line, column: comment.column + match.index, message: `${match[1]} in a comment` }]
        : [];
    });
  },
};
