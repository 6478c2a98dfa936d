import fc from 'fast-check';
import { chooseLayers, type PlacementInput } from './placement';

type LayerId = 'core' | 'interface' | 'manifest';
const LAYERS: LayerId[] = ['core', 'interface', 'manifest'];
const settings = { violation: 10, lazyViolation: 8, cohesion: 0.8, riseToManifest: 3, clearRole: 0.5 };
const NAMES = ['p.a', 'p.b', 'p.c', 'q.d', 'q.e', 'f', 'g'];

const shown = (name: string, layers: LayerId[] = LAYERS) =>
  fc.record({
    name: fc.constant(name),
    shows: fc.constantFrom(...layers),
    weight: fc.integer({ min: 2, max: 10 }).map((tenths) => tenths / 10),
    group: fc.constant(name.includes('.') ? name[0] : null),
    needsFramework: fc.boolean(),
  });
const edges = fc.array(
  fc.record({
    from: fc.constantFrom(...NAMES),
    to: fc.constantFrom(...NAMES),
    line: fc.constant(1),
    scope: fc.constantFrom('module' as const, 'function' as const, 'type_checking' as const),
  }),
  { maxLength: 14 },
);
const inputOf = (
  modules: PlacementInput['modules'],
  imports: PlacementInput['edges'],
  more: Partial<typeof settings> = {},
): PlacementInput => ({ modules, edges: imports, parentOf: () => null, settings: { ...settings, ...more } });

test('no other placement in core and interface costs less', () =>
  fc.assert(
    fc.property(
      fc.tuple(...NAMES.map((name) => shown(name, ['core', 'interface']))),
      edges,
      (modules, imports) => {
        const input = inputOf(modules, imports, { violation: 2, lazyViolation: 1 });
        const chosen = chooseLayers(input);
        const others = Array.from(
          { length: 2 ** NAMES.length },
          (_, bits) =>
            new Map(
              NAMES.map((name, i): [string, LayerId] => [name, (bits >> i) & 1 ? 'interface' : 'core']),
            ),
        );
        expect(costOf(input, chosen)).toBeCloseTo(
          Math.min(...others.map((other) => costOf(input, other))),
          6,
        );
      },
    ),
    { numRuns: 300 },
  ));

test('where few modules are concerned no rule is broken, on any import graph', () =>
  fc.assert(
    fc.property(fc.tuple(...NAMES.map((name) => shown(name))), edges, (modules, imports) => {
      const chosen = chooseLayers(inputOf(modules, imports, { violation: 30, lazyViolation: 30 }));
      for (const { from, to } of imports)
        expect(LAYERS.indexOf(chosen.get(from)!)).toBeGreaterThanOrEqual(LAYERS.indexOf(chosen.get(to)!));
      for (const { name, needsFramework } of modules)
        if (needsFramework) expect(chosen.get(name)).not.toBe('core');
    }),
    { numRuns: 500 },
  ));

test('the order of modules and imports decides nothing', () =>
  fc.assert(
    fc.property(fc.tuple(...NAMES.map((name) => shown(name))), edges, (modules, imports) => {
      const chosen = chooseLayers(inputOf(modules, imports));
      const other = chooseLayers(inputOf([...modules].reverse(), [...imports].reverse()));
      for (const name of NAMES) expect(other.get(name)).toBe(chosen.get(name));
    }),
  ));

/** A chain of modules of core above one that shows the interface. */
const chain = (length: number, scope: 'module' | 'function' = 'module') => {
  const names = Array.from({ length }, (_, i) => `m${i}`);
  const plain = { group: null, needsFramework: false };
  return inputOf(
    [
      ...names.map((name) => ({ ...plain, name, shows: 'core' as const, weight: 0.6 })),
      { ...plain, name: 'app', shows: 'interface', weight: 0.95, needsFramework: true },
    ],
    names.map((name, i) => ({
      from: name,
      to: names[i - 1] ?? 'app',
      line: 1,
      scope: i === 0 ? scope : 'module',
    })),
  );
};
const risen = (input: PlacementInput) =>
  [...chooseLayers(input).values()].filter((layer) => layer === 'interface').length - 1;

test.each([
  [13, 'function', 13],
  [16, 'module', 16],
  [14, 'function', 0],
  [17, 'module', 0],
] as const)('of %i modules above an import in a %s, %i rise', (length, scope, expected) =>
  expect(risen(chain(length, scope))).toBe(expected),
);

test('a large cycle stays together, in one layer or the other', () => {
  const input = chain(100);
  const cycle = {
    ...input,
    edges: [...input.edges, { from: 'app', to: 'm99', line: 1, scope: 'module' as const }],
  };
  expect(risen(cycle)).toBe(0);
});

function costOf(
  { modules, edges: imports, settings: costs }: PlacementInput,
  layers: Map<string, LayerId>,
): number {
  const moved = modules.reduce(
    (sum, { name, shows, weight }) => sum + (layers.get(name) === shows ? 0 : weight),
    0,
  );
  const frameworks = modules.filter(
    ({ name, needsFramework }) => needsFramework && layers.get(name) === 'core',
  ).length;
  const pairs = new Map<string, number>();
  for (const { from, to, scope } of imports) {
    if (layers.get(from) !== 'core' || layers.get(to) === 'core') continue;
    const cost = scope === 'module' ? costs.violation : costs.lazyViolation;
    pairs.set(`${from} ${to}`, Math.max(cost, pairs.get(`${from} ${to}`) ?? 0));
  }
  const apart = ['p', 'q'].reduce((sum, group) => {
    const inside = modules.filter((one) => one.group === group);
    const up = inside.filter(({ name }) => layers.get(name) === 'interface').length;
    return sum + costs.cohesion * Math.min(up, inside.length - up);
  }, 0);
  return moved + frameworks * costs.violation + [...pairs.values()].reduce((a, b) => a + b, 0) + apart;
}
