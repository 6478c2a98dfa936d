import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { must } from '../lib/scratch.mjs';
import { archives, fileOf } from './sdists.mjs';

/** Metadata of packages that only have a setup.py or setup.cfg, against the PKG-INFO that building them wrote. @returns the number of differences */
export function compareDerived(load) {
  const { readSourceTree } = load('platform/source-tree.js');
  const { readProjectMetadata } = load('core/metadata/read.js');
  const { readRequirement } = load('core/merge/requirements/requirement.js');
  let different = 0;
  const rows = archives('setupPy').map(({ name, archive }) => {
    const scratch = mkdtempSync(join(tmpdir(), 'nx-ufc-derived-'));
    must('tar', ['-xzf', archive], scratch);
    const [root] = readdirSync(scratch);
    const metadata = readProjectMetadata(readSourceTree(join(scratch, root), name));
    rmSync(scratch, { recursive: true });
    const theirs = built(archive, readRequirement);
    const ours = derived(metadata, readRequirement);
    const unknown = metadata.unknown.map((one) => one.key);
    const wrong = Object.keys(theirs).filter((key) => theirs[key] !== ours[key] && !isUnknown(unknown, key));
    for (const key of wrong) console.log(`${name}: ${key} is "${ours[key]}", built "${theirs[key]}"`);
    different += wrong.length;
    const told = Object.keys(theirs).filter((key) => theirs[key] !== ours[key] && isUnknown(unknown, key));
    return {
      package: name,
      fields: Object.keys(theirs).length,
      differ: wrong.length,
      'told as unknown': told.join(', '),
    };
  });
  console.table(rows);
  console.log(
    `setup.py and setup.cfg: ${rows.length} packages compared with their built metadata, ${different} fields differ`,
  );
  return different;
}

/** Keys that the reader says that it could not read. */
function isUnknown(unknown, key) {
  const names = {
    version: ['version'],
    requires: ['install_requires'],
    extras: ['extras_require'],
    python: ['python_requires'],
    name: ['name'],
  };
  return names[key].some((name) => unknown.some((one) => one.startsWith(name)));
}

function built(archive, readRequirement) {
  const header = fileOf(archive, /^[^/]+\/PKG-INFO$/).split(/\r?\n\r?\n/, 1)[0];
  const all = (field) =>
    [...header.matchAll(new RegExp(`^${field}: *(.*)$`, 'gm'))].map((match) => match[1].trim());
  const requirements = all('Requires-Dist');
  const extra = (text) => /extra\s*==\s*["']([^"']+)["']/.exec(text)?.[1];
  return {
    name: normal(all('Name')[0]),
    version: all('Version')[0],
    python: all('Requires-Python')[0]?.replace(/\s/g, '') ?? '',
    ...(requirements.length > 0
      ? {
          requires: names(
            requirements.filter((text) => !extra(text)),
            readRequirement,
          ),
          extras: [...new Set(all('Provides-Extra').map(normal))].sort().join(' '),
        }
      : {}),
  };
}

function derived(metadata, readRequirement) {
  const own = metadata.dependencies.filter((one) => /^setup\.(py|cfg)$/.test(one.file));
  return {
    name: normal(metadata.name ?? ''),
    version: metadata.version ?? '',
    python: metadata.requiresPython?.replace(/\s/g, '') ?? '',
    requires: names(
      own.filter((one) => one.group === 'main').map((one) => one.requirement),
      readRequirement,
    ),
    extras: [...new Set(own.filter((one) => one.group !== 'main').map((one) => normal(one.group)))]
      .sort()
      .join(' '),
  };
}

/** Names with their ranges, clauses sorted: the builder writes them in its own order. */
function names(requirements, readRequirement) {
  return requirements
    .map((text) => readRequirement(text))
    .map(
      (one) =>
        `${one.name}${one.specifier
          .replace(/[()\s]/g, '')
          .split(',')
          .sort()
          .join(',')}`,
    )
    .sort()
    .join(' ');
}

function normal(name) {
  return name.toLowerCase().replace(/[-_.]+/g, '-');
}
