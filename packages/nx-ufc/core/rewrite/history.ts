/** What says how former releases were, which had the old names. */
const HISTORY =
  /(^|\/)(\d{4}-)?(change(s|log)|history|news|what'?s[-_ ]?new|release[-_ ]?notes?)([-_ ]v?\d+)?(\.\w+)*$|(^|\/)(change(s|logs?)|news(fragments)?|releases|release[-_]notes|what'?s[-_]?new)\//i;

/** Is a document one that says how former releases were? */
export function isHistory(path: string): boolean {
  return HISTORY.test(path);
}
