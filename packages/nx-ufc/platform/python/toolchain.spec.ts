import type { ImportRoot } from '../../core/project/types';
import { loadBlueprint } from '../blueprint';
import { analysisOf } from '../../core/testing/project';
import { searchPathOf, specOf } from './toolchain';

const blueprint = loadBlueprint();
const spec = (files: Record<string, string>) => specOf('/w/p', analysisOf(files, blueprint), true);

test.each([
  [{ name: 'services.orders', kind: 'namespace', path: '', searchPath: '' }, '/w'],
  [{ name: 'other.orders', kind: 'namespace', path: '', searchPath: '' }, '/w/services/orders'],
  [{ name: 'orders', kind: 'module', path: 'orders.py', searchPath: '' }, '/w/services/orders'],
  [{ name: 'orders', kind: 'package', path: 'src/orders', searchPath: 'src' }, '/w/services/orders/src'],
] as [ImportRoot, string][])('where Python finds %j', (root, expected) =>
  expect(searchPathOf('/w/services/orders', root)).toBe(expected),
);

test('an installation follows Python by itself, and sources of compiled modules as another environment', () => {
  const files = { 'pyproject.toml': '[project]\nname = "p"\n', 'p/__init__.py': '' };
  const key = (more: Record<string, string>) => spec({ ...files, ...more }).key;
  expect(spec(files)).toMatchObject({
    requirements: ['pytest', 'types-PyYAML', '-e', '/w/p'],
    editable: '/w/p',
  });
  expect(key({ 'p/a.py': 'x = 1\n' })).toBe(key({}));
  expect(key({ 'p/a.c': '' })).not.toBe(key({}));
  expect(key({ 'p/a.c': 'int x;' })).not.toBe(key({ 'p/a.c': '' }));
});

test('what meson-python would build at every import is installed as a copy', () => {
  const build = '[build-system]\nbuild-backend = "mesonpy"\n[project]\nname = "p"\n';
  const files = { 'pyproject.toml': build, 'p/__init__.py': '' };
  expect(spec(files).requirements).toEqual(['pytest', 'types-PyYAML', '/w/p']);
  expect(spec({ ...files, 'p/a.py': '' }).key).not.toBe(spec(files).key);
});
