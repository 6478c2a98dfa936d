import type { ImportRoot } from '../../core/project/types';
import { searchPathOf } from './toolchain';

test.each([
  [{ name: 'services.orders', kind: 'namespace', path: '', searchPath: '' }, '/w'],
  [{ name: 'other.orders', kind: 'namespace', path: '', searchPath: '' }, '/w/services/orders'],
  [{ name: 'orders', kind: 'module', path: 'orders.py', searchPath: '' }, '/w/services/orders'],
  [{ name: 'orders', kind: 'package', path: 'src/orders', searchPath: 'src' }, '/w/services/orders/src'],
] as [ImportRoot, string][])('where Python finds %j', (root, expected) =>
  expect(searchPathOf('/w/services/orders', root)).toBe(expected),
);
