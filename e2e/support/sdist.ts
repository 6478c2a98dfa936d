import { existsSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { runOk } from './run';

/** Published packages that the tests migrate, at pinned versions. They are downloaded, never committed. */
export const SDISTS = {
  tinydb: '4.9.0',
  itsdangerous: '2.2.0',
  boltons: '26.2.0',
  sqlparse: '0.6.1',
  'python-dotenv': '1.2.4',
  'python-slugify': '9.2.0',
} as const;

/** Download one source distribution and unpack it. Returns its folder; a second call finds it there. */
export function downloadSdist(name: string, version: string, cache: string): string {
  const folder = join(cache, `${name}-${version}`);
  if (existsSync(folder)) return folder;
  const staging = mkdtempSync(`${folder}.`);
  runOk(
    'python3',
    [
      '-m',
      'pip',
      'download',
      '-q',
      '--no-deps',
      '--no-binary',
      ':all:',
      '-d',
      staging,
      `${name}==${version}`,
    ],
    cache,
  );
  const [archive] = readdirSync(staging);
  runOk('tar', ['-xzf', archive], staging);
  const [unpacked] = readdirSync(staging).filter((entry) => entry !== archive);
  // Tests of another file may have been faster.
  if (!existsSync(folder)) renameSync(join(staging, unpacked), folder);
  rmSync(staging, { recursive: true, force: true });
  return folder;
}
