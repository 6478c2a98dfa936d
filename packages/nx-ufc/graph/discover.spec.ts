import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { discoverProjects } from './discover';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'nx-ufc-test-'));
});
afterEach(() => rmSync(root, { recursive: true }));

function discover(files: Record<string, string>, options = {}) {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return discoverProjects(Object.keys(files), options, root);
}

test('a manifest, a table for capabilities and a table for hosts make projects, each with the file that shows it', () => {
  const { projects, errors } = discover({
    'capabilities/a/SERVICE_MANIFEST.yaml': 'service_name: au_sys_alpha\ndomain: data\n',
    'capabilities/a/pyproject.toml': '[project]\nname = "au_sys_alpha"\n',
    'capabilities/b/pyproject.toml': '[tool.ufc]\nproject = "beta"\ndomain = "core"\n',
    'hosts/h/pyproject.toml': '[tool.ufc-host]\nproject = "shop"\n',
    'libs/plain/pyproject.toml': '[project]\nname = "plain"\n',
  });
  expect(errors).toEqual([]);
  expect(projects).toEqual([
    {
      name: 'alpha',
      root: 'capabilities/a',
      kind: 'capability',
      domain: 'data',
      file: 'capabilities/a/SERVICE_MANIFEST.yaml',
    },
    {
      name: 'beta',
      root: 'capabilities/b',
      kind: 'capability',
      domain: 'core',
      file: 'capabilities/b/pyproject.toml',
    },
    { name: 'shop', root: 'hosts/h', kind: 'host', domain: null, file: 'hosts/h/pyproject.toml' },
  ]);
});

test('a folder of legacy packages is known by any file; its name gives way to that of a capability', () => {
  const { projects } = discover({
    'capabilities/storage/pyproject.toml': '[tool.ufc]\n',
    'legacy/storage/storage/__init__.py': '',
    'legacy/mail/setup.py': '',
    'legacy/mail/mail/__init__.py': '',
  });
  expect(projects.map(({ name, root, file }) => [name, root, file])).toEqual([
    ['storage', 'capabilities/storage', 'capabilities/storage/pyproject.toml'],
    ['mail', 'legacy/mail', 'legacy/mail/setup.py'],
    ['legacy-storage', 'legacy/storage', 'legacy/storage/storage/__init__.py'],
  ]);
});

test('templates and fixtures are no projects, and a broken file costs its own project only', () => {
  const { projects, errors } = discover({
    'tools/templates/x/pyproject.toml': '[tool.ufc]\n',
    'capabilities/broken/pyproject.toml': '[tool.ufc\n',
    'capabilities/good/pyproject.toml': '[tool.ufc]\n',
  });
  expect(projects.map(({ name }) => name)).toEqual(['good']);
  expect(errors.map(([file]) => file)).toEqual(['capabilities/broken/pyproject.toml']);
});

test('the glob of legacy packages is an option', () => {
  const { projects } = discover({ 'old/py/a/setup.py': '', 'legacy/b/setup.py': '' }, { legacy: 'old/py/*' });
  expect(projects.map(({ root }) => root)).toEqual(['old/py/a']);
});
