import { capabilityNames } from '../blueprint/naming';
import { loadBlueprint, readTemplates } from '../../platform/blueprint';
import { shipPackages } from './packaging';
import { oldRoots, renderShims, withFormerNames } from './shim';

const names = capabilityNames('shop', loadBlueprint());
const templates = readTemplates('ufc-1', 'compat');
const MODULES = {
  shop: 'au_sys_shop',
  'shop.table': 'au_sys_shop.core.services.table',
  'shop.__main__': 'au_sys_shop.__main__',
  tests: 'tests',
};

test('a package for every old name, with the modules that a prefix does not tell', () => {
  expect(oldRoots(MODULES)).toEqual(['shop']);
  const [shim, ...more] = renderShims(names, { modules: MODULES, distribution: 'shop-py' }, templates);
  expect(more).toEqual([]);
  expect(shim.path).toBe('src/shop/__init__.py');
  expect(shim.content).toContain(
    'MODULES = {\n    OLD: NEW,\n    "shop.table": "au_sys_shop.core.services.table",\n}',
  );
});

test('what shares a namespace with other distributions answers below it only', () => {
  const modules = { 'acme.one': 'au_sys_shop.core.one', 'acme.one.deep': 'au_sys_shop.core.one.deep' };
  const [shim, ...more] = renderShims(names, { modules }, templates);
  expect(more).toEqual([]);
  expect(shim.path).toBe('src/acme/one/__init__.py');
  expect(shim.content).toContain(
    'OLD = "acme.one"\nNEW = "au_sys_shop.core.one"\nMODULES = {\n    OLD: NEW,\n}',
  );
});

test('a folder of modules that had no __init__ answers as a whole; the packages above what was cut out of a host are the host’s', () => {
  const modules = {
    'app.main': 'au_sys_shop.main',
    'app.db.models': 'au_sys_shop.core.models',
    'host.part': 'au_sys_shop.core.part',
  };
  const paths = ['app/main.py', 'app/db/models.py', 'host/part/__init__.py'];
  const all = withFormerNames(modules, ['app', 'host'], paths, 'au_sys_shop');
  expect(all).toEqual({ ...modules, app: 'au_sys_shop' });
  expect(oldRoots(all)).toEqual(['app', 'host.part']);
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

test.each([
  ['hatchling.build', '[tool.hatch.build.targets.wheel]\npackages = ["src/au_sys_shop"]\n', '"src/acme"'],
  ['poetry.core.masonry.api', '', 'include = "acme"\nfrom = "src"'],
  ['uv_build', '', '["au_sys_shop", "acme.one", "acme.two"]'],
  ['setuptools.build_meta', '[tool.setuptools]\npackages = ["au_sys_shop"]\n', '"acme.one", "acme.two"]'],
  [
    'setuptools.build_meta',
    '[tool.setuptools.packages.find]\ninclude = ["au_sys_shop*"]\n',
    '"acme.one*", "acme.two*"]',
  ],
])('%s ships packages of a namespace', (backend, text, expected) => {
  const shipped = shipPackages(build(backend, text), 'src', 'au_sys_shop', ['acme.one', 'acme.two'], 'add');
  expect(shipped.ok && shipped.text.split(expected)).toHaveLength(2);
});

test('setuptools without settings finds it by itself; flit and unknown backends cannot', () => {
  const plain = build('setuptools.build_meta', '');
  expect(shipPackages(plain, 'src', 'au_sys_shop', ['shop'], 'add')).toMatchObject({ ok: true, text: plain });
  expect(shipPackages(build('flit_core.buildapi', ''), 'src', 'au_sys_shop', ['shop'], 'add')).toMatchObject({
    ok: false,
    conflict: expect.stringContaining('flit packs one package only') as string,
  });
  expect(shipPackages(build('mesonpy', ''), 'src', 'au_sys_shop', ['shop'], 'add')).toMatchObject({
    ok: false,
    conflict: expect.stringContaining('how mesonpy is told') as string,
  });
});
