import fc from 'fast-check';
import { same } from '../merge/data/same';
import type { DataPath, DataValue } from '../merge/data/value';
import { isDataTable, valueAt } from '../merge/data/value';
import type { StructuredFormat } from '../merge/formats';
import { EDITORS } from '../merge/formats';
import { extractFacts } from '../python/facts';
import type { FileSync } from './plan-types';
import type { SyncedCapability } from '../testing/synced-capability';
import { emptyCapability, syncWith } from '../testing/synced-capability';
import type { ThreeVersions } from '../testing/three-versions';
import { dataVersions, isValid, lineVersions } from '../testing/three-versions';

/** More runs than in every day's tests: UFC_RUNS=20. */
const RUNS = { numRuns: 60 * Number(process.env.UFC_RUNS ?? 1) };

const BOM = /^\uFEFF/;
const names = ['alpha', 'beta', 'gamma', 'delta'];
const statement = fc
  .tuple(fc.constantFrom(...names), fc.nat(99), fc.constantFrom('def', 'import', 'set', 'call', '# note'))
  .map(([name, number, kind]) => {
    if (kind === 'def') return `def ${name}(): return ${number}`;
    if (kind === 'import') return `import ${name}.part${number}`;
    if (kind === 'set') return `${name.toUpperCase()} = ${number}`;
    return kind === 'call' ? `if ${name}(${number}): pass` : `# ${name} ${number}`;
  });
const prose = fc.tuple(fc.constantFrom(...names), fc.nat(99)).map(([name, number]) => `${name} ${number}`);
const ended = (lines: string[]) => lines.map((line) => `${line}\n`).join('');

const VERSIONS: Record<string, fc.Arbitrary<ThreeVersions>> = {
  'notes.txt': fc
    .boolean()
    .chain((isEnded) => lineVersions(prose, (lines) => (isEnded ? ended(lines) : lines.join('\n')))),
  'module.py': lineVersions(statement, ended),
  'data.toml': dataVersions('toml'),
  'data.yaml': dataVersions('yaml'),
  'data.json': dataVersions('json'),
};

/** A capability as it was generated with a base, and what a person made of the file. */
function edited(path: string, base: string, yours: string | Buffer): SyncedCapability {
  const { after } = syncWith(emptyCapability(), { [path]: base });
  after.files.set(path, Buffer.from(yours));
  return after;
}

const textOf = (capability: SyncedCapability, path: string) => capability.files.get(path)!.toString('utf8');
const baseOf = ({ lock, texts }: SyncedCapability, path: string) => texts.get(lock.files[path].text!)!;
const parses = (path: string, text: string): boolean => {
  const format = /(toml|yaml|json)$/.exec(path)?.[1] as StructuredFormat | undefined;
  if (format) return isValid(format, text);
  if (!path.endsWith('.py')) return true;
  return (
    extractFacts({ path, text: text.replace(BOM, ''), codec: 'utf-8', bom: false, encoding: 'utf-8' })
      .parseErrors.length === 0
  );
};

describe.each(Object.entries(VERSIONS))('%s', (path, versions) => {
  test('a template that did not change leaves every byte, whatever they are', () => {
    fc.assert(
      fc.property(versions, fc.uint8Array(), fc.boolean(), ({ base, yours }, noise, isText) => {
        const before = edited(path, base, isText ? yours : Buffer.from(noise));
        const { sync } = syncWith(before, { [path]: base });
        expect([sync.writes, sync.files, sync.lock.files]).toEqual([[], [], before.lock.files]);
      }),
      RUNS,
    );
  });

  test('a file as it was generated becomes what the template says, to the byte', () => {
    fc.assert(
      fc.property(versions, ({ base, theirs }) => {
        const { after } = syncWith(edited(path, base, base), { [path]: theirs });
        expect(textOf(after, path)).toBe(theirs);
      }),
      RUNS,
    );
  });

  test('the second run changes nothing; what waits comes back as it was, until it is settled', () => {
    const seen = { merged: 0, waiting: 0 };
    fc.assert(
      fc.property(versions, ({ base, yours, theirs }) => {
        const first = syncWith(edited(path, base, yours), { [path]: theirs });
        const second = syncWith(first.after, { [path]: theirs });
        expect([second.sync.writes, second.after.lock.files]).toEqual([[], first.after.lock.files]);
        const [before, again] = [first, second].map(({ sync }) => sync.files[0]);
        if (before?.action !== 'conflict') {
          seen.merged += before?.action === 'merge' ? 1 : 0;
          return expect(again).toBeUndefined();
        }
        seen.waiting++;
        expect(shown(again)).toEqual(shown(before));
        for (const accept of ['ours', 'theirs'] as const) {
          const settled = syncWith(second.after, { [path]: theirs }, { accept });
          const rest = syncWith(settled.after, { [path]: theirs });
          const open = settled.sync.files.filter(({ action }) => action === 'conflict');
          expect([open, rest.sync.files, rest.sync.writes]).toEqual([[], [], []]);
          if (accept === 'ours')
            expect(lost(path, base, yours, theirs, textOf(settled.after, path))).toEqual([]);
        }
      }),
      RUNS,
    );
    expect(seen.merged).toBeGreaterThan(0);
    expect(seen.waiting).toBeGreaterThan(0);
  });

  test('the base moves only with what was brought in', () => {
    fc.assert(
      fc.property(versions, ({ base, yours, theirs }) => {
        const { sync, after } = syncWith(edited(path, base, yours), { [path]: theirs });
        const { state, base: hash } = after.lock.files[path];
        const isOpen = sync.files[0]?.action === 'conflict';
        expect([state, hash === theirs]).toEqual(isOpen ? ['pending', false] : ['clean', true]);
        if (!isOpen) return;
        if (!/toml|yaml|json/.test(path))
          expect([baseOf(after, path), textOf(after, path)]).toEqual([base, yours]);
        else expect(parses(path, baseOf(after, path))).toBe(true);
      }),
      RUNS,
    );
  });

  test('what is merged parses, and holds everything of the person that the template did not touch', () => {
    fc.assert(
      fc.property(versions, fc.boolean(), fc.boolean(), ({ base, yours, theirs }, crlf, bom) => {
        const form = (text: string) => (bom ? '\uFEFF' : '') + (crlf ? text.replaceAll('\n', '\r\n') : text);
        const file = path.endsWith('py') || path.endsWith('txt') ? form(yours) : yours;
        const { sync, after } = syncWith(edited(path, base, file), { [path]: theirs });
        const merged = textOf(after, path);
        if (sync.files[0]?.action === 'merge') expect(parses(path, merged)).toBe(true);
        expect(merged.startsWith('\uFEFF')).toBe(file.startsWith('\uFEFF'));
        if (/\r\n/.test(file) && !/(^|[^\r])\n/.test(file)) expect(merged).not.toMatch(/(^|[^\r])\n/);
        expect(lost(path, base, file, theirs, merged)).toEqual([]);
      }),
      RUNS,
    );
  });
});

/** A conflict as it is shown; the order of keys in what is quoted of data means nothing. */
function shown({ conflicts, ...rest }: FileSync) {
  const value = (text: string): unknown =>
    /^[[{"]/.test(text) && isValid('json', text) ? JSON.parse(text) : text;
  return {
    ...rest,
    conflicts: conflicts.map(({ where, ...sides }) => [where, Object.values(sides).map(value)]),
  };
}

/** What is the person's, or in all versions, and missing in a merged text. */
function lost(path: string, base: string, yours: string, theirs: string, merged: string): string[] {
  const format = /(toml|yaml|json)$/.exec(path)?.[1] as StructuredFormat | undefined;
  if (!format) {
    const linesOf = (text: string) => text.replace(BOM, '').split(/\r?\n/);
    const [before, now, after] = [base, theirs, merged].map((text) => new Set(linesOf(text)));
    return linesOf(yours).filter((line) => (!before.has(line) || now.has(line)) && !after.has(line));
  }
  const { data, comments } = EDITORS[format];
  const kept = comments(merged);
  const known = new Set(comments(base));
  const lostComments = comments(yours).filter((one) => !known.has(one) && !kept.includes(one));
  const [b, y, m] = [base, yours, merged].map(data);
  return [...lostComments, ...lostValues(b, y, m)];
}

/** Values that the person set or changed. Lists are compared item by item. */
function lostValues(base: DataValue, yours: DataValue, merged: DataValue, path: DataPath = []): string[] {
  const [b, y, m] = [base, yours, merged].map((data) => valueAt(data, path));
  if (same(b, y)) return [];
  if (isDataTable(y)) return Object.keys(y).flatMap((key) => lostValues(base, yours, merged, [...path, key]));
  const before = Array.isArray(b) ? b : [];
  if (Array.isArray(y) && Array.isArray(m))
    return y
      .filter((item) => !before.some((one) => same(one, item)) && !isDataTable(item) && !Array.isArray(item))
      .filter((item) => !m.some((one) => same(one, item)))
      .map((item) => `${path.join('.')}: ${JSON.stringify(item)}`);
  return same(y, m) ? [] : [`${path.join('.')}: ${JSON.stringify(y)}`];
}
