import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decodeSource } from '../../core/python';
import { extractFacts } from '../../core/python/facts';
import { openFactsCache } from './facts-cache';
import { packed, readPack, writePack } from './pack';
import { sweepCache } from './sweep';
import { extractorVersion } from './version';

let root: string;
beforeEach(() => (root = mkdtempSync(join(tmpdir(), 'nx-ufc-test-'))));
afterEach(() => rmSync(root, { recursive: true }));

const FILES = { 'a.py': 'import os\nx = os.sep\n', 'b.py': 'def f(y): return y\n', 'bad.py': 'x = (\n' };

/** Facts of all files through a cache, saved; and how many were served and extracted. */
function run(files: Record<string, string> = FILES) {
  const cache = openFactsCache(root, 'legacy/p');
  const facts = Object.entries(files).map(([path, text]) => {
    const bytes = Buffer.from(text);
    return cache.factsOf(decodeSource(path, bytes), bytes);
  });
  cache.save();
  return { facts, ...cache.counts };
}
const expected = Object.entries(FILES).map(([path, text]) =>
  extractFacts(decodeSource(path, Buffer.from(text))),
);
const packPath = () => {
  const folder = join(root, '.ufc/cache/facts', extractorVersion());
  return join(folder, readdirSync(folder)[0]);
};

test('a second run is served, with the same facts', () => {
  expect(run()).toEqual({ facts: expected, served: 0, extracted: 3 });
  expect(run()).toEqual({ facts: expected, served: 3, extracted: 0 });
});

test('only what changed is extracted, and what is gone does not stay', () => {
  run();
  const changed = { 'a.py': FILES['a.py'], 'b.py': 'z = 1\n' };
  expect(run(changed)).toMatchObject({ served: 1, extracted: 1 });
  expect(readPack(readFileSync(packPath())).size).toBe(2);
  const moved = run({ 'elsewhere/a.py': FILES['a.py'] });
  expect([moved.served, moved.facts[0].path]).toEqual([1, 'elsewhere/a.py']);
});

test('a damaged pack is as good as none, wherever it is damaged', () => {
  run();
  const path = packPath();
  const whole = readFileSync(path);
  for (let at = 0; at < whole.length; at += 5) {
    const damaged = Buffer.from(whole);
    damaged[at] ^= 0x55;
    writeFileSync(path, damaged);
    expect(run().facts).toEqual(expected);
  }
  for (const foreign of [Buffer.alloc(0), whole.subarray(0, whole.length / 2), Buffer.from('UFCPACK1')]) {
    writeFileSync(path, foreign);
    expect(run()).toEqual({ facts: expected, served: expect.any(Number), extracted: expect.any(Number) });
  }
});

test('an entry that is whole but holds no facts is not used', () => {
  run();
  const entries = readPack(readFileSync(packPath()));
  for (const key of entries.keys()) entries.set(key, packed(Buffer.from('anything')));
  writeFileSync(packPath(), writePack(entries));
  expect(run()).toEqual({ facts: expected, served: 0, extracted: 3 });
});

test('a dry run reads and writes nothing', () => {
  process.env.NX_DRY_RUN = 'true';
  try {
    run();
    expect(existsSync(join(root, '.ufc'))).toBe(false);
  } finally {
    delete process.env.NX_DRY_RUN;
  }
});

test('a cache that cannot be written is no error', () => {
  mkdirSync(join(root, '.ufc'));
  writeFileSync(join(root, '.ufc/cache'), 'a file');
  expect(run()).toEqual({ facts: expected, served: 0, extracted: 3 });
});

test('two at once: the last one wins, nothing else stays behind', () => {
  const caches = [openFactsCache(root, 'legacy/p'), openFactsCache(root, 'legacy/p')];
  caches.forEach((cache, i) => {
    const bytes = Buffer.from(`x = ${i}\n`);
    cache.factsOf(decodeSource('a.py', bytes), bytes);
  });
  for (const cache of caches) cache.save();
  expect(run({ 'a.py': 'x = 1\n' })).toMatchObject({ served: 1 });
  expect(readdirSync(join(packPath(), '..'))).toHaveLength(1);
});

test('other versions go, and the oldest packs when there is too much', () => {
  const folder = join(root, 'facts');
  for (const version of ['old', 'now']) mkdirSync(join(folder, version), { recursive: true });
  for (const [i, name] of ['a', 'b', 'c'].entries()) {
    writeFileSync(join(folder, 'now', name), Buffer.alloc(100));
    utimesSync(join(folder, 'now', name), 1000 + i, 1000 + i);
  }
  sweepCache(folder, 'now', 250);
  expect(readdirSync(folder)).toEqual(['now']);
  expect(readdirSync(join(folder, 'now')).sort()).toEqual(['b', 'c']);
});
