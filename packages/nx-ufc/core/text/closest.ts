/**
 * The candidate that differs least from a name, by edit distance; null when none is near. Of dotted names what both begin with does not
 * count: `pkg.gone` is as far from `pkg.conf` as `gone` is from `conf`.
 */
export function closest(name: string, candidates: Iterable<string>): string | null {
  let best: string | null = null;
  let least = Infinity;
  for (const candidate of candidates) {
    const from = sharedPath(name, candidate);
    const [own, other] = [name.slice(from), candidate.slice(from)];
    const bound = Math.min(least, Math.max(1, Math.floor(own.length / 4)) + 1);
    if (Math.abs(other.length - own.length) >= bound) continue;
    const distance = editDistance(own, other);
    if (distance < bound) {
      least = distance;
      best = candidate;
    }
  }
  return best;
}

/** Length of the leading parts that two dotted names share. */
function sharedPath(a: string, b: string): number {
  let shared = 0;
  for (let at = 0; at < a.length && a[at] === b[at]; at++) if (a[at] === '.') shared = at + 1;
  return shared;
}

/** Letters added, left out, replaced, or swapped with their neighbour. */
function editDistance(a: string, b: string): number {
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const isSwapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      row[j] = Math.min(
        previous[j] + 1,
        row[j - 1] + 1,
        previous[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1),
        isSwapped ? before[j - 2] + 1 : Infinity,
      );
    }
    before = previous;
    previous = row;
  }
  return previous[b.length];
}
