import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSourceTree } from './source-tree';

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'nx-ufc-test-'))));
afterEach(() => rmSync(folder, { recursive: true }));

test('a name that is not UTF-8 is refused by name, one that holds the sign for that is not', () => {
  writeFileSync(join(folder, 'a\uFFFD.txt'), '');
  expect(readSourceTree(folder, 'legacy/a').files.map(({ path }) => path)).toEqual(['a\uFFFD.txt']);
  writeFileSync(Buffer.concat([Buffer.from(`${folder}/caf`), Buffer.from([0xe9])]), '');
  expect(() => readSourceTree(folder, 'legacy/a')).toThrow('legacy/a/caf\uFFFD: the name is not UTF-8');
});

test('links to folders and to nothing are bare links, one that leads out is refused', () => {
  mkdirSync(join(folder, 'data'));
  writeFileSync(join(folder, 'data/a.txt'), 'a');
  symlinkSync('data', join(folder, 'alias'));
  symlinkSync('data/a.txt', join(folder, 'a.txt'));
  symlinkSync('data/gone.txt', join(folder, 'gone.txt'));
  const found = readSourceTree(folder, 'legacy/a').files.map(
    ({ path, symlink, isBareLink = false, bytes }) => ({
      path,
      symlink,
      isBareLink,
      size: bytes.length,
    }),
  );
  expect(found).toEqual([
    { path: 'a.txt', symlink: 'data/a.txt', isBareLink: false, size: 1 },
    { path: 'alias', symlink: 'data', isBareLink: true, size: 0 },
    { path: 'data/a.txt', symlink: null, isBareLink: false, size: 1 },
    { path: 'gone.txt', symlink: 'data/gone.txt', isBareLink: true, size: 0 },
  ]);
  symlinkSync('../gone.txt', join(folder, 'out.txt'));
  expect(() => readSourceTree(folder, 'legacy/a')).toThrow(
    'legacy/a/out.txt: the link leads out of the package, to ../gone.txt.',
  );
});
