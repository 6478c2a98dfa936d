import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { backups } from '../../platform/transaction/transaction';
import { capabilityGenerator } from '../capability/generator';
import { generate } from '../testing/nx-tree';
import { undoGenerator } from './generator';

test('what version control took back is forgotten; what somebody changed is not', async () => {
  const root = mkdtempSync(join(tmpdir(), 'nx-ufc-undo-'));
  const copy = mkdtempSync(join(tmpdir(), 'nx-ufc-undo-copy-'));
  mkdirSync(join(root, 'legacy/bird/bird'), { recursive: true });
  writeFileSync(join(root, 'legacy/bird/bird/__init__.py'), 'X = 1\n');
  cpSync(join(root, 'legacy'), copy, { recursive: true });
  const undo = () => generate(root, (tree) => undoGenerator(tree, { project: 'bird' }));

  await generate(root, (tree) => capabilityGenerator(tree, { name: 'bird', source: 'legacy/bird' }));
  expect(existsSync(join(root, 'legacy/bird'))).toBe(false);
  for (const folder of ['capabilities', '.ufc/baseline']) rmSync(join(root, folder), { recursive: true });
  await expect(undo()).rejects.toThrow(/changed since/);
  cpSync(copy, join(root, 'legacy'), { recursive: true });
  await undo();
  expect(backups(root)).toEqual([]);
  expect(existsSync(join(root, 'legacy/bird/bird/__init__.py'))).toBe(true);
  await expect(undo()).rejects.toThrow(/nothing to take back/);
  for (const folder of [root, copy]) rmSync(folder, { recursive: true });
});
