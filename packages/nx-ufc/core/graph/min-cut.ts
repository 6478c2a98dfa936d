/** An edge of a flow network; cutting it costs `capacity`, a whole number of 0 or more. */
export interface Arc {
  from: number;
  to: number;
  capacity: number;
}

/**
 * The cheapest cut between two nodes, by Dinic's algorithm. Of several cheapest cuts it is the one with the fewest nodes on the side of
 * the source, which there is exactly one of: the answer does not depend on the order of the arcs.
 * @param size number of nodes, which are 0 … size − 1
 * @returns 1 for every node on the side of the source
 */
export function minCut(size: number, arcs: readonly Arc[], source: number, sink: number): Uint8Array {
  const network = residual(size, arcs);
  const level = new Int32Array(size);
  while (levels(network, level, source) && level[sink] >= 0) augment(network, level, source, sink);
  return Uint8Array.from(level, (depth) => (depth >= 0 ? 1 : 0));
}

/** Arcs of a node lie side by side; `twin` is the arc in the other direction. */
interface Network {
  first: Int32Array;
  target: Int32Array;
  twin: Int32Array;
  left: Float64Array;
}

function residual(size: number, arcs: readonly Arc[]): Network {
  const first = new Int32Array(size + 1);
  for (const { from, to } of arcs) {
    first[from + 1]++;
    first[to + 1]++;
  }
  for (let node = 0; node < size; node++) first[node + 1] += first[node];
  const next = first.slice();
  const target = new Int32Array(2 * arcs.length);
  const twin = new Int32Array(2 * arcs.length);
  const left = new Float64Array(2 * arcs.length);
  for (const { from, to, capacity } of arcs) {
    const there = next[from]++;
    const back = next[to]++;
    target[there] = to;
    target[back] = from;
    twin[there] = back;
    twin[back] = there;
    left[there] = capacity;
  }
  return { first, target, twin, left };
}

/** How far each node is from the source over arcs that are not full; −1 where it cannot be reached. */
function levels({ first, target, left }: Network, level: Int32Array, source: number): boolean {
  level.fill(-1);
  level[source] = 0;
  const queue = [source];
  for (let at = 0; at < queue.length; at++) {
    const node = queue[at];
    for (let arc = first[node]; arc < first[node + 1]; arc++) {
      if (left[arc] <= 0 || level[target[arc]] >= 0) continue;
      level[target[arc]] = level[node] + 1;
      queue.push(target[arc]);
    }
  }
  return queue.length > 1;
}

/** Fill every shortest path; a walk with a stack of its own, for paths may be long. */
function augment(network: Network, level: Int32Array, source: number, sink: number): void {
  const { first, target, twin, left } = network;
  const next = first.slice(0, -1);
  const path: number[] = [];
  for (let node = source; ;) {
    if (node === sink) {
      const flow = path.reduce((least, arc) => Math.min(least, left[arc]), Infinity);
      for (const arc of path) {
        left[arc] -= flow;
        left[twin[arc]] += flow;
      }
      path.length = path.findIndex((arc) => left[arc] <= 0);
      node = path.length === 0 ? source : target[path[path.length - 1]];
      continue;
    }
    while (next[node] < first[node + 1] && !leads(next[node], node)) next[node]++;
    if (next[node] < first[node + 1]) {
      path.push(next[node]);
      node = target[next[node]];
      continue;
    }
    if (node === source) return;
    path.pop();
    level[node] = -1;
    node = path.length === 0 ? source : target[path[path.length - 1]];
  }
  function leads(arc: number, node: number): boolean {
    return left[arc] > 0 && level[target[arc]] === level[node] + 1;
  }
}
