/** Options of pytest that take no value, so that what follows is an argument. */
const WITHOUT_VALUE =
  /^(-[vqsxlh]+|-r\w+|--(doctest-(modules|continue-on-failure|ignore-import-errors)|strict(-\w+)?|showlocals|verbose|quiet|exitfirst|no-[\w-]+|ff|lf|nf|disable-warnings|isort|pydocstyle|flake8|black|mypy|ruff|pylint))$/;

/**
 * Is the word at a place of pytest's `addopts` a path to test, and neither an option nor the value of one?
 * @param options the whole text, or the items of a list with a space between them
 */
export function isPytestPath(options: string, at: number): boolean {
  const before = options.slice(0, at);
  if (before !== '' && !/\s["']?$/.test(before)) return false;
  const previous = /(\S+)\s+["']?$/.exec(before)?.[1];
  if (previous === undefined || !previous.startsWith('-')) return true;
  return previous.includes('=') || WITHOUT_VALUE.test(previous);
}
