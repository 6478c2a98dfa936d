import fc from 'fast-check';
import { minCut, type Arc } from './min-cut';

const SIZE = 7;
const arc = fc.record({
  from: fc.nat(SIZE - 1),
  to: fc.nat(SIZE - 1),
  capacity: fc.nat(9),
});

test('no cut is cheaper, and none as cheap has fewer nodes on the side of the source', () =>
  fc.assert(
    fc.property(fc.array(arc, { maxLength: 24 }), (arcs) => {
      const side = minCut(SIZE, arcs, 0, 1);
      expect([side[0], side[1]]).toEqual([1, 0]);
      const best = allSides().reduce((a, b) => Math.min(a, costOf(arcs, b)), Infinity);
      expect(costOf(arcs, side)).toBe(best);
      const smallest = allSides()
        .filter((other) => costOf(arcs, other) === best)
        .reduce((a, b) => Math.min(a, count(b)), Infinity);
      expect(count(side)).toBe(smallest);
    }),
    { numRuns: 500 },
  ));

test('a chain of 100,000 nodes is no matter', () => {
  const size = 100_000;
  const arcs = Array.from({ length: size - 1 }, (_, i): Arc => ({
    from: i === 0 ? 0 : i + 1,
    to: i + 2,
    capacity: 5,
  }));
  arcs[size - 2] = { from: size - 1, to: 1, capacity: 4 };
  const side = minCut(size, arcs, 0, 1);
  expect(count(side)).toBe(size - 1);
});

function allSides(): Uint8Array[] {
  return Array.from({ length: 2 ** (SIZE - 2) }, (_, bits) =>
    Uint8Array.from({ length: SIZE }, (_, node) =>
      node === 0 ? 1 : node === 1 ? 0 : (bits >> (node - 2)) & 1,
    ),
  );
}
function costOf(arcs: readonly Arc[], side: Uint8Array): number {
  return arcs.reduce(
    (sum, { from, to, capacity }) => sum + (side[from] === 1 && side[to] === 0 ? capacity : 0),
    0,
  );
}
function count(side: Uint8Array): number {
  return side.reduce((sum, one) => sum + one, 0);
}
