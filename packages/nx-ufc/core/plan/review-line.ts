import type { ReviewItem } from './types';

/** A place to look at as one line: where, which rule, why, and the edit that a person may make. */
export function reviewLine({ path, line, column, rule, message, proposal }: ReviewItem): string {
  const edit = proposal ? ` — proposed: ${proposal.before} → ${proposal.after}` : '';
  return `${path}:${line}:${column} ${rule} ${message}${edit}`;
}
