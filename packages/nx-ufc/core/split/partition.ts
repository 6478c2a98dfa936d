import { components } from '../graph/components';
import { isCopyable, type Anatomy } from './anatomy';

/** Which part each statement goes to, by role; null stays in the old module. */
export type Partition = (string | null)[];

export interface PartitionInput {
  anatomy: Anatomy;
  roles: readonly (string | null)[];
  /** Why a statement cannot leave, by its place. */
  pins: readonly (string | null)[];
  /** Roles that leave. */
  leaving: ReadonlySet<string>;
  minLines: number;
}

/**
 * Parts that need nothing of what stays, so that the old module can import all of them, and that do not need one another in a
 * circle. Statements without a role of their own go with those that need them.
 */
export function partition(input: PartitionInput): Partition {
  const { anatomy, roles, pins, leaving } = input;
  const graph = dependencies(anatomy);
  const barred = new Set(pins.flatMap((pin, at) => (pin === null ? [] : [at])));
  for (;;) {
    const staying = closure(graph, roles, barred, leaving);
    const parts = roles.map((role, at) =>
      role !== null && !staying.has(at) && leaving.has(role) ? role : null,
    );
    assignNeutral(graph, roles, parts, staying);
    mergeCircles(anatomy, graph, parts);
    const small = smallParts(input, graph, parts);
    if (small.length === 0) return parts;
    for (const at of small) barred.add(at);
  }
}

/** The statements that each statement needs, copies of imports aside. */
export function dependencies(anatomy: Anatomy): number[][] {
  return anatomy.reads.map((reads) => [
    ...new Set(
      [...reads.keys()]
        .flatMap((name) => anatomy.binders.get(name) ?? [])
        .filter((binder) => !isCopyable(anatomy, binder)),
    ),
  ]);
}

/** What stays: what is barred or has a role that does not leave, and all that needs it. */
function closure(
  graph: readonly number[][],
  roles: readonly (string | null)[],
  barred: ReadonlySet<number>,
  leaving: ReadonlySet<string>,
): Set<number> {
  const staying = new Set(barred);
  roles.forEach((role, at) => {
    if (role !== null && !leaving.has(role)) staying.add(at);
  });
  for (let before = -1; before !== staying.size;) {
    before = staying.size;
    graph.forEach((needs, at) => {
      if (needs.some((other) => staying.has(other))) staying.add(at);
    });
  }
  return staying;
}

/** Constants and the like: with the one part that needs them, with the lowest of several; with nobody's they stay. */
function assignNeutral(
  graph: readonly number[][],
  roles: readonly (string | null)[],
  parts: Partition,
  staying: ReadonlySet<number>,
): void {
  for (let changed = true; changed;) {
    changed = false;
    graph.forEach((needs, at) => {
      const part = parts[at];
      if (part === null) return;
      for (const other of needs) {
        if (other === at || staying.has(other) || parts[other] === part) continue;
        const wanted = parts[other] === null ? part : roles[other] === null ? 'util' : parts[other];
        if (wanted === parts[other]) continue;
        parts[other] = wanted;
        changed = true;
      }
    });
  }
}

/** Parts that need one another become one, named after the larger. */
function mergeCircles(anatomy: Anatomy, graph: readonly number[][], parts: Partition): void {
  const names = [...new Set(parts.filter((part) => part !== null))];
  const needs = partGraph(graph, parts);
  for (const circle of components(names, (name) => needs.get(name) ?? [])) {
    const largest = circle.reduce((a, b) =>
      linesOf(anatomy, parts, b) > linesOf(anatomy, parts, a) ? b : a,
    );
    parts.forEach((part, at) => {
      if (part !== null && circle.includes(part)) parts[at] = largest;
    });
  }
}

function partGraph(graph: readonly number[][], parts: Partition): Map<string, Set<string>> {
  const needs = new Map<string, Set<string>>();
  graph.forEach((targets, at) => {
    const from = parts[at];
    if (from === null) return;
    const found = needs.get(from) ?? new Set<string>();
    for (const target of targets)
      if (parts[target] !== null && parts[target] !== from) found.add(parts[target]);
    needs.set(from, found);
  });
  return needs;
}

function linesOf({ statements }: Anatomy, parts: Partition, part: string): number {
  return statements.reduce(
    (sum, { line, endLine }, at) => sum + (parts[at] === part ? endLine - line + 1 : 0),
    0,
  );
}

/** Parts with too few lines go along with a part that needs them; what is left of those is barred. */
function smallParts(
  { anatomy, roles, minLines }: PartitionInput,
  graph: readonly number[][],
  parts: Partition,
): number[] {
  // Constants that came along make no module.
  const ownLines = (part: string) =>
    linesOf(
      anatomy,
      parts.map((one, at) => (roles[at] === null ? null : one)),
      part,
    );
  const names = [...new Set(parts)].filter((part) => part !== null);
  for (const part of names.sort((a, b) => ownLines(a) - ownLines(b))) {
    if (!parts.includes(part) || ownLines(part) >= minLines) continue;
    const [user] = [...partGraph(graph, parts)].find(([, needs]) => needs.has(part)) ?? [];
    if (user === undefined) return parts.flatMap((other, at) => (other === part ? [at] : []));
    parts.forEach((other, at) => {
      if (other === part) parts[at] = user;
    });
    mergeCircles(anatomy, graph, parts);
  }
  return [];
}
