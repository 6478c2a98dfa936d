import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { capabilityNames } from '../../core/blueprint/naming';
import { loadBlueprint } from '../../platform/blueprint';
import { capabilityGenerator } from '../capability/generator';
import { compatGenerator } from '../compat/generator';
import { FsTree } from '../testing/nx-tree';
import { followOldName } from './follow-old-name';

const SHIM = 'capabilities/storage/src/storage/__init__.py';
let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'nx-ufc-old-name-'));
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  write('nx.json', '{}\n');
  write('legacy/storage/pyproject.toml', '[project]\nname = "storage"\nversion = "1"\n');
  write('legacy/storage/storage/__init__.py', '');
  write('legacy/storage/storage/table.py', 'def rows():\n    return 1\n');
  jest.spyOn(process.stdout, 'write').mockImplementation(() => true);
});
afterEach(() => {
  jest.restoreAllMocks();
  rmSync(root, { recursive: true });
});

test('the package under the old name follows, and can still be taken away', async () => {
  const tree = new FsTree(root, false);
  await capabilityGenerator(tree, { name: 'storage', source: 'legacy/storage', compat: 'shim' } as never);
  const names = capabilityNames('storage', loadBlueprint());
  const home = /"storage\.table": "([\w.]+)"/.exec(tree.read(SHIM, 'utf8')!)![1];
  const moved = { [home]: 'au_sys_storage.core.fresh.table' };
  expect([...followOldName(tree, names, moved)]).toEqual(['src/storage/__init__.py']);
  expect(tree.read(SHIM, 'utf8')).toContain('"storage.table": "au_sys_storage.core.fresh.table"');
  expect([...followOldName(tree, names, moved)]).toEqual([]);
  tree.write('apps/a/main.py', 'import storage.table\n');
  const said = jest.spyOn(process.stdout, 'write');
  await compatGenerator(tree, { project: 'storage', remove: true });
  expect(tree.exists(SHIM)).toBe(false);
  expect(said).toHaveBeenCalledWith(
    'apps/a/main.py:1:1 OLD_NAME_USED imports storage.table, which is gone: give it the new name, or keep the old one\n',
  );
});
