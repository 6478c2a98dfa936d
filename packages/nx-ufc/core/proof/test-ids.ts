import type { Ledger } from '../plan/ledger';
import type { Outcomes } from './junit';

/**
 * What a test of the legacy suite is called after the migration. A test file that was moved gives its tests another class
 * name; a parametrised id can hold the name of a module, and the name of a test that code makes. All of it follows from the ledger.
 */
export function renamedTestId(ledger: Pick<Ledger, 'moves'>): (id: string) => string[] {
  const pairs = ledger.moves
    .filter((move) => move.from !== move.to && move.from.endsWith('.py'))
    .flatMap((move) => spellings(move.from, move.to))
    .sort(([a], [b]) => b.length - a.length);
  const identifiers = pairs.filter(([from]) => /^\w+(\.\w+)+$/.test(from)).map(inIdentifier);
  return (id) => {
    const at = id.indexOf('::');
    const owner = id.slice(0, at);
    const test = id.slice(at);
    const owners = [
      owner,
      ...pairs.filter(([from]) => isWithin(owner, from)).map(([from, to]) => to + owner.slice(from.length)),
    ];
    const tests = [
      test,
      ...doctests(owner, test, pairs),
      ...pairs.filter(([from]) => test.includes(from)).map(([from, to]) => test.replaceAll(from, to)),
      ...identifiers.filter(([from]) => isPart(test, from)).map(([from, to]) => test.replace(from, to)),
    ];
    return [...new Set(owners.flatMap((name) => tests.map((rest) => name + rest)))];
  };
}

/**
 * What all ids of a suite begin with besides its own folders: where pytest finds settings above the project, in the workspace, ids begin at the
 * folder of these (https://docs.pytest.org/en/stable/reference/customize.html#finding-the-rootdir).
 * @param folder of the project in the workspace @param paths of its files: ids that name some as they are have no prefix, whatever the folder is called
 * @returns `libs.shop.`, or "" when ids begin at the project
 */
export function prefixOfIds(ids: Iterable<string>, folder: string, paths: ReadonlySet<string>): string {
  const owned = [...ids].filter((id) => !id.startsWith('::'));
  const parts = folder.split('/');
  const prefixes = ['', ...parts.map((_, at) => `${parts.slice(at).join('.')}.`)];
  const fits = (prefix: string) =>
    owned.every((id) => id.startsWith(prefix)) &&
    owned.some((id) => isOfFile(id.slice(prefix.length), paths));
  return prefixes.find(fits) ?? '';
}

/** `tests.test_a.TestShop::test_it` is of `tests/test_a.py`. */
function isOfFile(id: string, paths: ReadonlySet<string>): boolean {
  const parts = id.slice(0, id.indexOf('::')).split('.');
  return parts.some((_, at) => paths.has(`${parts.slice(0, at + 1).join('/')}.py`));
}

/** The same by ids without a prefix; a file that could not be collected has its name behind the colons. */
export function withoutPrefix<T>(tests: ReadonlyMap<string, T>, prefix: string): Map<string, T> {
  const short = (id: string) =>
    id.startsWith(prefix)
      ? id.slice(prefix.length)
      : id.startsWith(`::${prefix}`)
        ? `::${id.slice(prefix.length + 2)}`
        : id;
  return new Map([...tests].map(([id, value]) => [short(id), value]));
}

/** A test that is made for a module may be called after it, in what a name can hold: `test_pkg_mod`. */
function inIdentifier([from, to]: [string, string]): [string, string] {
  return [from.replaceAll('.', '_'), to.replaceAll('.', '_')];
}

/** Does a name hold another one between its underscores? */
function isPart(name: string, part: string): boolean {
  const at = name.indexOf(part);
  return at > 0 && /[\W_]/.test(name[at - 1]) && /^([\W_]|$)/.test(name.slice(at + part.length));
}

/** Doctests of a module are called after it; one in a folder without `__init__` after its file alone, until the folder becomes a package. */
function doctests(owner: string, test: string, pairs: readonly [string, string][]): string[] {
  const name = owner.slice(owner.lastIndexOf('.') + 1);
  if (test !== `::${name}` && !test.startsWith(`::${name}.`)) return [];
  return pairs.filter(([from]) => from === owner).map(([, to]) => `::${to}${test.slice(name.length + 2)}`);
}

/** A move as paths, as dotted names, and as dotted names below `src`. */
function spellings(from: string, to: string): [string, string][] {
  const dotted = (path: string) => path.replace(/(\/__init__)?\.py$/, '').replaceAll('/', '.');
  const below = (path: string) => dotted(path.replace(/^src\//, ''));
  return [
    [from, to],
    [dotted(from), dotted(to)],
    [below(from), below(to)],
    [dotted(from), below(to)],
  ];
}

function isWithin(owner: string, module: string): boolean {
  return owner === module || owner.startsWith(`${module}.`);
}

/**
 * Parameters that hold the time, or code that was rewritten, give a test another id. The missing ids of a test function are paired
 * with its new ones when there are as many of them, all passing; the pairs leave `missing`.
 * @param known ids that are not new: those of before, and those that have a pair already
 */
export function pairByTest(
  missing: { before: string; after: string | null }[],
  known: ReadonlySet<string>,
  after: Outcomes,
): { before: string; after: string }[] {
  const pairs: { before: string; after: string }[] = [];
  for (const test of new Set(
    missing.filter((item) => item.after === null).map((item) => testOf(item.before)),
  )) {
    const lost = missing.filter((item) => item.after === null && testOf(item.before) === test);
    const fresh = [...after.keys()].filter((id) => id.includes('[') && testOf(id) === test && !known.has(id));
    if (fresh.length !== lost.length || fresh.some((id) => after.get(id) !== 'passed')) continue;
    lost.forEach((item, i) => {
      pairs.push({ before: item.before, after: fresh[i] });
      missing.splice(missing.indexOf(item), 1);
    });
  }
  return pairs;
}

function testOf(id: string): string {
  const at = id.indexOf('[');
  return at < 0 ? id : id.slice(0, at);
}
