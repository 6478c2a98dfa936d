import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { contentCache } from './content-cache';

let root: string;
beforeEach(() => (root = mkdtempSync(join(tmpdir(), 'nx-ufc-cache-'))));
afterEach(() => rmSync(root, { recursive: true }));

/** One command: asks for some texts. @returns what had to be made */
function command(texts: string[], version = '1'): string[] {
  const cache = contentCache<string>(root, 'sizes', version);
  const made: string[] = [];
  for (const text of texts) {
    const value = cache.get([Buffer.from(text), null], () => {
      made.push(text);
      return `made of ${text}`;
    });
    expect(value).toBe(`made of ${text}`);
  }
  cache.save();
  return made;
}

test('made once for the same bytes, and forgotten when nobody asks any more', () => {
  expect(command(['a', 'b', 'a'])).toEqual(['a', 'b']);
  expect(command(['a', 'b'])).toEqual([]);
  expect(command(['a', 'c'])).toEqual(['c']);
  expect(command(['b'])).toEqual(['b']);
  expect(readdirSync(join(root, '.nx/workspace-data'))).toEqual(['nx-ufc-sizes.json']);
});

test('another version of the code, and a damaged file, start anew', () => {
  command(['a']);
  expect(command(['a'], '2')).toEqual(['a']);
  writeFileSync(join(root, '.nx/workspace-data/nx-ufc-sizes.json'), '{"version": "2", "ent');
  expect(command(['a'], '2')).toEqual(['a']);
  expect(command(['a'], '2')).toEqual([]);
});

test('bytes in other files are other bytes', () => {
  const cache = contentCache<number>(root, 'sizes', '1');
  expect(cache.get([Buffer.from('a'), null], () => 1)).toBe(1);
  expect(cache.get([null, Buffer.from('a')], () => 2)).toBe(2);
});

test('what fails is tried again', () => {
  const cache = contentCache<number>(root, 'sizes', '1');
  const fails = () => {
    throw new Error('no');
  };
  expect(() => cache.get([null], fails)).toThrow('no');
  expect(cache.get([null], () => 3)).toBe(3);
});
