/** Tests that failed for the same reason, as far as its first line says. */
export interface FailureGroup {
  reason: string;
  ids: string[];
}

/** The most frequent reason first. @param reasons by the id of a test that failed */
function failureGroups(reasons: ReadonlyMap<string, string>): FailureGroup[] {
  const groups = new Map<string, string[]>();
  for (const [id, reason] of reasons) groups.set(reason, [...(groups.get(reason) ?? []), id]);
  return [...groups]
    .map(([reason, ids]) => ({ reason, ids: ids.sort() }))
    .sort((a, b) => b.ids.length - a.ids.length || (a.ids[0] < b.ids[0] ? -1 : 1));
}

const MAX_GROUPS = 10;

/** One line a reason: how many tests, what it says, one of them. */
export function describeFailures(reasons: ReadonlyMap<string, string>): string {
  const groups = failureGroups(reasons);
  const lines = groups.slice(0, MAX_GROUPS).map(({ reason, ids }) => {
    const more = ids.length > 1 ? ` and ${ids.length - 1} more` : '';
    // A file that cannot be collected has no class.
    return `  ${ids[0].replace(/^::/, '')}${more}: ${reason}\n`;
  });
  const more = groups.length - MAX_GROUPS;
  if (more > 0) lines.push(`  … and ${more} other ${more === 1 ? 'reason' : 'reasons'}\n`);
  return lines.join('');
}
