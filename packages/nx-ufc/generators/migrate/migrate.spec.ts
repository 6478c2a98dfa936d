import type * as FileSystem from 'node:fs';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { UsageError } from '../../core/errors';
import { treeHash } from '../../platform/testing/tree-hash';
import { capabilityGenerator } from '../capability/generator';
import { configGenerator } from '../config/generator';
import { containerGenerator } from '../container/generator';
import { entryPointsGenerator } from '../entry-points/generator';
import { manifestGenerator } from '../manifest/generator';
import { mapGenerator } from '../map/generator';
import { pluginGenerator } from '../plugin/generator';
import { generate } from '../testing/nx-tree';
import { undoGenerator } from '../undo/generator';
import { migrateGenerator } from './generator';

const FILES = {
  'nx.json': '{}\n',
  'legacy/bird/pyproject.toml':
    '# kept\n[build-system]\nrequires = ["hatchling"]\nbuild-backend = "hatchling.build"\n\n[project]\nname = "bird"\nversion = "1.0"\ndescription = "Birds that flap."\ndependencies = ["fastapi>=0.110"]\n',
  'legacy/bird/README.md': '# bird\n',
  'legacy/bird/bird/__init__.py': 'from .wing import flap\n\n__all__ = ["flap"]\n',
  'legacy/bird/bird/wing.py':
    'import os\n\nSPEED = os.environ.get("BIRD_SPEED", "1")\n\n\ndef flap(times):\n    return times\n',
  'legacy/bird/bird/api.py':
    'from fastapi import APIRouter\n\nfrom bird.wing import flap\n\nrouter = APIRouter()\n\n\n@router.get("/flap")\ndef get_flap():\n    return flap(1)\n',
  'legacy/bird/tests/test_wing.py':
    'from bird.wing import flap\n\n\ndef test_flap():\n    assert flap(2) == 2\n',
};
const SOURCE = { name: 'bird', source: 'legacy/bird', domain: 'data' };
const PARTS = [pluginGenerator, containerGenerator, configGenerator, entryPointsGenerator, manifestGenerator];

let root: string;
const fs = jest.requireActual<typeof FileSystem>('node:fs');
beforeEach(() => {
  jest.spyOn(fs, 'fsyncSync').mockImplementation(() => undefined);
  jest.spyOn(process.stdout, 'write').mockImplementation(() => true);
  root = mkdtempSync(join(tmpdir(), 'nx-ufc-migrate-'));
  for (const [path, text] of Object.entries(FILES)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
});
afterEach(() => {
  jest.restoreAllMocks();
  rmSync(root, { recursive: true });
});

const capability = (path: string) => join(root, 'capabilities/bird', path);
function filesOf(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
  return Object.fromEntries(
    files
      .map((one) => join(one.parentPath, one.name))
      .sort()
      .map((path) => [path.slice(folder.length), readFileSync(path, 'utf8')]),
  );
}

test('without a map that was looked at nothing is moved', async () => {
  const before = treeHash(root);
  await expect(generate(root, (tree) => migrateGenerator(tree, SOURCE))).rejects.toThrow(UsageError);
  await expect(generate(root, (tree) => migrateGenerator(tree, SOURCE))).rejects.toThrow(
    'nx g @au/nx-ufc:map bird --source=legacy/bird',
  );
  expect(treeHash(root)).toBe(before);
});

test('map, migrate and the parts one by one make what capability makes at once', async () => {
  const whole = `${root}-whole`;
  cpSync(root, whole, { recursive: true });
  await generate(whole, (tree) => capabilityGenerator(tree, SOURCE));
  const expected = filesOf(join(whole, 'capabilities/bird'));
  rmSync(whole, { recursive: true });

  await generate(root, (tree) => mapGenerator(tree, SOURCE));
  await generate(root, (tree) => migrateGenerator(tree, SOURCE));
  expect(existsSync(join(root, 'legacy/bird'))).toBe(false);
  expect(existsSync(capability('SERVICE_MANIFEST.yaml'))).toBe(false);
  expect(existsSync(capability('src/au_sys_bird/manifest'))).toBe(false);
  expect(readFileSync(capability('pyproject.toml'), 'utf8')).not.toContain('entry-points');
  for (const part of PARTS) await generate(root, (tree) => part(tree, { project: 'bird' }));
  expect(filesOf(capability(''))).toEqual(expected);
  // Plugins of pytest that take every function for a test would have the suite run itself.
  const check = readFileSync(capability('src/au_sys_bird/scripts/dev/check.py'), 'utf8');
  expect(check).toContain('__test__ = False');
  for (const part of [...PARTS])
    expect(await generate(root, (tree) => part(tree, { project: 'bird' }))).toEqual([]);
  expect(await generate(root, (tree) => migrateGenerator(tree, SOURCE))).toEqual([]);
});

test('an environment beside the package stays where it is, and a second run has nothing to do all the same', async () => {
  const environment = join(root, 'legacy/bird/.venv/pyvenv.cfg');
  mkdirSync(dirname(environment));
  writeFileSync(environment, 'home = /usr/bin\n');
  await generate(root, (tree) => capabilityGenerator(tree, SOURCE));
  expect(readdirSync(join(root, 'legacy/bird'))).toEqual(['.venv']);
  expect(existsSync(environment)).toBe(true);
  const before = treeHash(root);
  for (const generator of [capabilityGenerator, migrateGenerator])
    expect(await generate(root, (tree) => generator(tree, SOURCE))).toEqual([]);
  expect(treeHash(root)).toBe(before);
});

test('hand edits of the map decide, and undo gives the package back', async () => {
  await generate(root, (tree) => mapGenerator(tree, SOURCE));
  const map = join(root, 'legacy/bird/MIGRATION_MAP.yaml');
  const text = readFileSync(map, 'utf8');
  const target = /src\/au_sys_bird\/\S*wing\.py/.exec(text)![0];
  writeFileSync(map, text.replace(target, 'src/au_sys_bird/core/services/wing.py'));
  const before = treeHash(root);
  await generate(root, (tree) => migrateGenerator(tree, SOURCE));
  expect(existsSync(capability('src/au_sys_bird/core/services/wing.py'))).toBe(true);
  await generate(root, (tree) => undoGenerator(tree, { project: 'bird' }));
  expect(treeHash(root)).toBe(before);
});

test('a capability is found where it lies, also without a baseline', async () => {
  await generate(root, (tree) => mapGenerator(tree, SOURCE));
  const directory = 'services/deep/bird';
  await generate(root, (tree) => migrateGenerator(tree, { ...SOURCE, directory }));
  await generate(root, (tree) => pluginGenerator(tree, { project: 'bird' }));
  const plugin = join(root, directory, 'src/au_sys_bird/manifest/plugin.py');
  expect(existsSync(plugin)).toBe(true);
  rmSync(join(root, '.ufc/baseline/bird'), { recursive: true });
  rmSync(plugin);
  await generate(root, (tree) => pluginGenerator(tree, { project: 'au_sys_bird' }));
  expect(existsSync(plugin)).toBe(true);
  await expect(generate(root, (tree) => pluginGenerator(tree, { project: 'fish' }))).rejects.toThrow(
    'Known: bird',
  );
});
