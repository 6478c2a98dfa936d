import type { CommentFact } from '../../python/facts/types';

/** `# ufc: allow RULE — reason`, on the line itself or the one above. */
export interface Allow {
  rule: string;
  reason: string;
  line: number;
  column: number;
  used: boolean;
}

/** The allow comments of a file. Without a reason it allows nothing, and is itself a finding. */
export function allowsOf(comments: readonly CommentFact[]): Allow[] {
  return comments.flatMap((comment) => {
    const match = /#\s*ufc:\s*allow\s+([A-Z_]+)\s*(?:[—–:-]+\s*(.*))?$/.exec(comment.text);
    if (!match) return [];
    const reason = match[2]?.trim() ?? '';
    return [
      {
        rule: reason ? match[1] : `${match[1]} `,
        reason,
        line: comment.line,
        column: comment.column,
        used: false,
      },
    ];
  });
}
