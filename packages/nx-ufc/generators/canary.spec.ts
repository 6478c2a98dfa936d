import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type * as FileSystem from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { GeneratorCallback, Tree } from '@nx/devkit';
import { auditGate } from '../executors/audit/executor';
import { inventoryGate } from '../executors/inventory/executor';
import type { GateTarget } from '../executors/lib/define-executor';
import { verifyGate } from '../executors/verify/executor';
import { zeroToleranceGate } from '../executors/zero-tolerance/executor';
import { capabilityGenerator } from './capability/generator';
import { extractGenerator } from './extract/generator';
import { importsGenerator } from './imports/generator';
import { mapGenerator } from './map/generator';
import { onboardGenerator } from './onboard/generator';
import { undoGenerator } from './undo/generator';
import { FsTree, flushChanges } from './testing/nx-tree';

const fs = jest.requireActual<typeof FileSystem>('node:fs');

let root: string;
let sung: string;
beforeEach(() => {
  jest.spyOn(fs, 'fsyncSync').mockImplementation(() => undefined);
  jest.spyOn(process.stdout, 'write').mockImplementation(() => true);
  root = mkdtempSync(join(tmpdir(), 'nx-ufc-canary-'));
  sung = join(root, 'sung.txt');
  const song = `open(${JSON.stringify(sung)}, 'a').write(__name__)\n`;
  const files = {
    'nx.json': '{}\n',
    'legacy/bird/setup.py': `${song}from setuptools import setup\nsetup(name='bird', version='1.0', packages=['bird'])\n`,
    'legacy/bird/bird/__init__.py': `${song}from .wing import flap\n__version__ = '1.0'\n`,
    'legacy/bird/bird/__main__.py': `${song}from bird import flap\nflap(1)\n`,
    'legacy/bird/bird/wing.py': `${song}from pydantic import BaseModel\n\nclass Wing(BaseModel):\n    size: int = 1\n\ndef flap(times): return Wing(size=times)\n`,
    'legacy/bird/bird/api.py': `${song}from fastapi import FastAPI\napp = FastAPI()\n\n@app.get('/flap')\ndef flap(): return {}\n`,
    'legacy/bird/tests/test_wing.py': `${song}from bird.wing import flap\n\ndef test_flap(): assert flap(2).size == 2\n`,
    'legacy/bird/tests/conftest.py': song,
  };
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
});
afterEach(() => {
  jest.restoreAllMocks();
  rmSync(root, { recursive: true });
});

/** What `nx g` does; a dry run drops the changes. */
async function generate(
  run: (tree: Tree) => Promise<GeneratorCallback | void>,
  dry = false,
): Promise<number> {
  const tree = new FsTree(root, false);
  if (dry) process.env.NX_DRY_RUN = 'true';
  try {
    const callback = await run(tree);
    if (dry) return tree.listChanges().length;
    flushChanges(root, tree.listChanges());
    await callback?.();
    return tree.listChanges().length;
  } finally {
    delete process.env.NX_DRY_RUN;
  }
}

/** Onboarding asks the Python on PATH for what is installed; here there is none. */
async function withoutPrograms<T>(act: () => Promise<T>): Promise<T> {
  const { PATH } = process.env;
  process.env.PATH = root;
  try {
    return await act();
  } finally {
    process.env.PATH = PATH;
  }
}

function target(project: string, folder: string): GateTarget {
  return { project, root: folder, workspaceRoot: root, output: join(root, 'dist/ufc', folder) };
}

test('no command of analysis or migration runs the code that it reads', async () => {
  const legacy = target('bird', 'legacy/bird');
  for (const gate of [inventoryGate, zeroToleranceGate, verifyGate])
    expect(gate(legacy).terminalOutput).toContain('bird');
  auditGate(legacy, {});
  const source = 'legacy/bird';
  expect(await generate((tree) => mapGenerator(tree, { name: 'bird', source }))).toBe(1);
  expect(
    await withoutPrograms(() => generate((tree) => onboardGenerator(tree, { name: 'bird', source }))),
  ).toBe(2);
  expect(
    await generate((tree) => extractGenerator(tree, { name: 'wing', source, include: 'bird.wing' })),
  ).toBeGreaterThan(0);
  const migrate = (tree: Tree) => capabilityGenerator(tree, { name: 'bird', source });
  expect(await generate(migrate, true)).toBeGreaterThan(5);
  expect(existsSync(join(root, 'capabilities/bird'))).toBe(false);
  expect(await generate(migrate)).toBeGreaterThan(5);
  const moved = target('bird', 'capabilities/bird');
  for (const gate of [inventoryGate, zeroToleranceGate, verifyGate])
    expect(gate(moved).terminalOutput).toContain('bird');
  auditGate(moved, { strict: true });
  await generate((tree) => importsGenerator(tree, { project: 'bird' }));
  expect(await generate((tree) => undoGenerator(tree, { project: 'bird' }))).toBe(0);
  expect(existsSync(join(root, 'legacy/bird/bird/wing.py'))).toBe(true);
  expect(existsSync(sung)).toBe(false);
}, 60_000);
