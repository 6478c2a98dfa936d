import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { pythonFiles } from '../../scripts/python-inputs.mjs';
import { must, repository } from '../../scripts/lib/scratch.mjs';

const WANTED_LINES = 1_000_000;
/** Taken when the Pythons of the machine do not have that many lines: large, pure and without a build. */
const WHEELS = ['sympy==1.13.3', 'django==5.1.4', 'sqlalchemy==2.0.36', 'mypy==1.13.0', 'scipy==1.14.1'];

/**
 * At least a million lines: standard library and site-packages of the CPythons at hand, the newest first, then pinned wheels.
 * @returns the files, also as a file with one path a line, the sums, and the newest Python
 */
export function makeCorpus() {
  const chosen = [];
  const sums = { lines: 0, bytes: 0 };
  const pythons = libraries();
  const folders = new Set(pythons.map(({ folder }) => folder));
  for (const folder of [...folders, ...WHEELS]) {
    if (sums.lines >= WANTED_LINES) break;
    for (const path of pythonFiles([folders.has(folder) ? folder : wheel(folder)])) {
      const bytes = readFileSync(path);
      chosen.push(path);
      sums.bytes += bytes.length;
      for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) sums.lines++;
    }
  }
  const list = join(repository, 'tmp/bench/corpus.txt');
  mkdirSync(join(repository, 'tmp/bench'), { recursive: true });
  writeFileSync(list, chosen.join('\n'));
  return { list, files: chosen, python: pythons[0]?.command ?? 'python3', ...sums };
}

function libraries() {
  const versions = join(homedir(), '.pyenv', 'versions');
  const installed = existsSync(versions)
    ? readdirSync(versions).map((name) => join(versions, name, 'bin/python3'))
    : [];
  const found = ['python3', ...installed].flatMap((command) => {
    const code = 'import sys, sysconfig; print(sys.version_info[1], sysconfig.get_path("stdlib"))';
    const { stdout, status } = spawnSync(command, ['-c', code], { encoding: 'utf8' });
    const [minor, folder] = status === 0 ? stdout.trim().split(' ') : [];
    return Number(minor) >= 11 ? [{ minor: Number(minor), folder, command }] : [];
  });
  found.sort((a, b) => b.minor - a.minor);
  return found;
}

function wheel(requirement) {
  const target = join(repository, 'tmp/bench/wheels', requirement);
  if (!existsSync(target))
    must('python3', ['-m', 'pip', 'install', '-q', '--no-deps', '--target', target, requirement], repository);
  return target;
}
