import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FsTree } from '../testing/nx-tree';
import { capabilityNames } from '../../core/blueprint/naming';
import { loadBlueprint } from '../../platform/blueprint';
import { showInGit } from './show-in-git';

const blueprint = loadBlueprint();
const names = capabilityNames('shop', blueprint);
const PATHS = ['scripts/build/wheel.py', 'core/services/cart.py', 'config/x.yaml'].map(
  (path) => `src/au_sys_shop/${path}`,
);

function after(patterns: string | null): string | null {
  const root = mkdtempSync(join(tmpdir(), 'nx-ufc-git-'));
  if (patterns !== null) writeFileSync(join(root, '.gitignore'), patterns);
  const tree = new FsTree(root, false);
  showInGit(tree, names, blueprint, [...PATHS, 'tests/build/x.py']);
  const text = tree.exists('.gitignore') ? tree.read('.gitignore', 'utf8') : null;
  rmSync(root, { recursive: true });
  return text;
}

test.each([
  ['build/\ndist/\n', 'build/\ndist/\n!**/src/au_sys_*/scripts/build/\n'],
  ['core\n*.yaml', 'core\n*.yaml\n!**/src/au_sys_*/core/\n!**/src/au_sys_*/config/x.yaml\n'],
  ['build/\n!**/src/au_sys_*/scripts/build/\n', 'build/\n!**/src/au_sys_*/scripts/build/\n'],
  ['/build/\n', '/build/\n'],
  ['capabilities/\nbuild/\n', 'capabilities/\nbuild/\n'],
  [null, null],
])('%j becomes %j', (before, expected) => expect(after(before)).toBe(expected));
