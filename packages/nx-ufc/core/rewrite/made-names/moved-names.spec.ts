import type { MoveMapping } from '../mapping';
import { areWhole } from './moved-names';

const mapping = (modules: Record<string, string>) =>
  ({ modules: new Map(Object.entries(modules)) }) as unknown as MoveMapping;

test.each([
  [{ pkg: 'new', 'pkg.a': 'new.core.a', 'pkg.a.x': 'new.core.a.x', 'pkg.b': 'new.b' }, true],
  [{ pkg: 'new', 'pkg.a': 'new.core.a', 'pkg.a.x': 'new.interface.a.x' }, false],
  [{ pkg: 'new', 'pkg.a.x': 'new.a.x' }, false],
])('what lies below goes along: %j', (modules, whole) => {
  expect(areWhole(mapping(modules), 'pkg')).toBe(whole);
});
