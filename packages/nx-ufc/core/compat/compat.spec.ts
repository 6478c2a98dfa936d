import { capabilityNames } from '../blueprint/naming';
import { loadBlueprint, readTemplates } from '../../platform/blueprint';
import { shipPackages } from './packaging';
import { oldRoots, renderShims } from './shim';

const names = capabilityNames('shop', loadBlueprint());
const MODULES = {
  shop: 'au_sys_shop',
  'shop.table': 'au_sys_shop.core.services.table',
  'shop.__main__': 'au_sys_shop.__main__',
  tests: 'tests',
};

test('a package for every old name, with the modules that a prefix does not tell', () => {
  expect(oldRoots(MODULES)).toEqual(['shop']);
  const [shim, ...more] = renderShims(names, MODULES, readTemplates('ufc-1', 'compat'));
  expect(more).toEqual([]);
  expect(shim.path).toBe('src/shop/__init__.py');
  expect(shim.content).toContain(
    'MODULES = {\n    OLD: NEW,\n    "shop.table": "au_sys_shop.core.services.table",\n}',
  );
});

const build = (backend: string, rest: string) => `[build-system]\nbuild-backend = "${backend}"\n${rest}`;
test.each([
  [
    'hatchling',
    build('hatchling.build', '[tool.hatch.build.targets.wheel]\npackages = ["src/au_sys_shop"] # ours\n'),
    'packages = ["src/au_sys_shop", "src/shop"] # ours',
  ],
  [
    'hatchling with a restricted sdist',
    build(
      'hatchling.build',
      '[tool.hatch.build.targets]\nwheel.packages = ["src/au_sys_shop"]\nsdist.include = ["src/au_sys_shop", "tests"]\n',
    ),
    'sdist.include = ["src/au_sys_shop", "tests", "src/shop"]',
  ],
  [
    'setuptools with a list',
    build('setuptools.build_meta', '[tool.setuptools]\npackages = [\n  "au_sys_shop",\n]\n'),
    '  "au_sys_shop",\n  "shop",\n',
  ],
  [
    'poetry',
    build(
      'poetry.core.masonry.api',
      '[tool.poetry]\npackages = [{ include = "au_sys_shop", from = "src" }]\n',
    ),
    '{ include = "au_sys_shop", from = "src" }, { include = "shop", from = "src" }',
  ],
  [
    'uv',
    build('uv_build', '[tool.uv.build-backend]\nmodule-name = "au_sys_shop"\n'),
    'module-name = ["au_sys_shop", "shop"]',
  ],
])('%s ships the old name too, and no longer', (_backend, text, expected) => {
  const added = shipPackages(text, 'src', 'au_sys_shop', ['shop'], 'add');
  expect(added.ok && added.text).toContain(expected);
  const removed = shipPackages(added.ok ? added.text : '', 'src', 'au_sys_shop', ['shop'], 'remove');
  expect(removed.ok && removed.text).toBe(text);
});

test('setuptools without settings finds it by itself; flit cannot', () => {
  const plain = build('setuptools.build_meta', '');
  expect(shipPackages(plain, 'src', 'au_sys_shop', ['shop'], 'add')).toMatchObject({ ok: true, text: plain });
  expect(shipPackages(build('flit_core.buildapi', ''), 'src', 'au_sys_shop', ['shop'], 'add')).toMatchObject({
    ok: false,
    conflict: expect.stringContaining('one package only') as string,
  });
});
