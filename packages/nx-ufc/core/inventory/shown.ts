const NOT_SHOWN = new Set(['test', 'doc', 'script', 'stub']);

/** Tests, scripts and documents are in the totals; the rest of the page is about what ships. */
export function isShown({ classification }: { classification: { role: string } }): boolean {
  return !NOT_SHOWN.has(classification.role);
}
