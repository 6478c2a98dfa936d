import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const PAIRS = 40000;

/** Random specifier sets and versions, epochs, pre-, post- and development releases among them. @returns the number of differences */
export function compareSpecifiers(load) {
  const { specifierRange } = load('core/merge/requirements/specifier.js');
  const { contains } = load('core/merge/requirements/range.js');
  const { readVersion } = load('core/merge/requirements/version.js');
  const pairs = randomPairs(randomNumbers(2463534242));
  const { stdout, stderr, status } = spawnSync('python3', [join(import.meta.dirname, 'specifiers.py')], {
    input: JSON.stringify(pairs),
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (status !== 0) throw new Error(stderr);
  const theirs = JSON.parse(stdout);
  // packaging compares base versions: `>3b2` excludes 3.post2 there, `<3.post1` excludes 3rc1. PEP 440 only speaks of V itself.
  const isBase = (text) => />[^=,]*(a|b|rc|dev)\d|<[^=,]*post/.test(text);
  const different = pairs.filter(
    ([text, version], i) =>
      !isBase(text) && contains(specifierRange(text), readVersion(version).key) !== theirs[i],
  );
  for (const [text, version] of different.slice(0, 10))
    console.log(`specifiers differ: ${version} in ${text}`);
  console.log(
    `specifiers: ${pairs.filter(([text]) => !isBase(text)).length} pairs compared with packaging, ${different.length} differ`,
  );
  return different.length;
}

function randomPairs(random) {
  const pick = (list) => list[random(list.length)];
  const release = (least) => Array.from({ length: least + random(4 - least) }, () => random(4)).join('.');
  const version = (least) =>
    pick(['', '', '', '1!']) +
    release(least) +
    pick(['', '', '', 'a1', 'b2', 'rc1']) +
    pick(['', '', '', '.post1', '.post2']) +
    pick(['', '', '', '.dev1']);
  const clause = () => {
    const kind = random(8);
    if (kind < 6) return ['>=', '<=', '<', '>', '==', '!='][kind] + version(1);
    return kind === 6 ? `${pick(['==', '!='])}${release(1)}.*` : `~=${random(4)}.${release(1)}`;
  };
  return Array.from({ length: PAIRS }, () => {
    const text = Array.from({ length: 1 + random(2) }, clause).join(',');
    // packaging does not pad `1rc1` before it compares it with `1.0.*`; PEP 440 says that it does.
    return [text, version(/\*|~=/.test(text) ? 3 : 1)];
  });
}

/** xorshift: the same numbers in every run. */
function randomNumbers(seed) {
  let state = seed;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
}
