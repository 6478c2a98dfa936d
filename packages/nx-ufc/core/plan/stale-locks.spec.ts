import { treeOf } from '../testing/project';
import { staleLocks } from './stale-locks';

test('lock files at the top are listed with what makes them anew', () => {
  const tree = treeOf({ 'poetry.lock': '', 'uv.lock': '', 'tests/uv.lock': '', 'package-lock.json': '{}' });
  const found = staleLocks(tree, 'capabilities/shop');
  expect(found.map(({ path, rule }) => [path, rule])).toEqual([
    ['poetry.lock', 'LOCK_FILE_STALE'],
    ['uv.lock', 'LOCK_FILE_STALE'],
  ]);
  expect(found[0].message).toMatch(/run poetry lock in capabilities\/shop$/);
});
