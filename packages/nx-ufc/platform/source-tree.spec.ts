import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
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
