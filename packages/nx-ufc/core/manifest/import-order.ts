/**
 * Imported names in the order that ruff and isort ask for: constants, classes, then the rest, digits by their value
 * (https://docs.astral.sh/ruff/settings/#lint_isort_order-by-type).
 */
export function inImportOrder(names: Iterable<string>): string[] {
  return [...names].sort(
    (a, b) => kindOf(a) - kindOf(b) || natural(a.toLowerCase(), b.toLowerCase()) || natural(a, b),
  );
}

function kindOf(name: string): number {
  if (name.length > 1 && /\p{Lu}/u.test(name) && name === name.toUpperCase()) return 0;
  return /^\p{Lu}/u.test(name) ? 1 : 2;
}

function natural(a: string, b: string): number {
  const [left, right] = [a, b].map((text) => text.match(/\d+|\D/g) ?? []);
  for (let i = 0; i < Math.min(left.length, right.length); i++) {
    const [x, y] = [left[i], right[i]];
    if (x === y) continue;
    const areNumbers = /^\d/.test(x) && /^\d/.test(y);
    if (areNumbers && Number(x) !== Number(y)) return Number(x) - Number(y);
    return x < y ? -1 : 1;
  }
  return left.length - right.length;
}
