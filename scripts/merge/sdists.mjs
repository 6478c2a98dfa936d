import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { must, repository, run } from '../lib/scratch.mjs';

const folder = join(repository, 'tmp/sdists');
const venv = join(repository, 'tmp/sdist-venv');
/** With the build backends at hand pip need not make an environment for each package that it looks into. */
const BACKENDS =
  'hatchling hatch-vcs hatch-fancy-pypi-readme poetry-core flit-core setuptools setuptools-scm wheel pdm-backend uv_build';

/** The pinned packages of a list, downloaded once. @returns name with version, and the path of the archive */
export function archives(list) {
  const wanted = JSON.parse(readFileSync(join(repository, 'scripts/merge/packages.json'), 'utf8'))[list];
  mkdirSync(folder, { recursive: true });
  return Object.entries(wanted).flatMap(([name, version]) => {
    if (!archiveOf(name, version)) download(`${name}==${version}`);
    const archive = archiveOf(name, version);
    if (!archive) console.log(`${name} ${version} could not be downloaded`);
    return archive ? [{ name: `${name} ${version}`, archive }] : [];
  });
}

/** The pyproject.toml of each package, as it was published. */
export function pyprojects() {
  return archives('pyprojects').map(({ name, archive }) => ({
    name,
    text: fileOf(archive, /^[^/]+\/pyproject\.toml$/),
  }));
}

/** A file of an archive; null when there is none. */
export function fileOf(archive, pattern) {
  const path = must('tar', ['-tzf', archive], folder)
    .split('\n')
    .find((entry) => pattern.test(entry));
  return path === undefined ? null : must('tar', ['-xOzf', archive, path], folder);
}

function archiveOf(name, version) {
  const stem = `${name}-${version}.tar.gz`.toLowerCase().replaceAll('-', '_');
  const file = readdirSync(folder).find((entry) => entry.toLowerCase().replaceAll('-', '_') === stem);
  return file ? join(folder, file) : null;
}

function download(requirement) {
  const python = join(venv, 'bin/python');
  if (!existsSync(python)) {
    must('python3', ['-m', 'venv', venv], repository);
    must(python, ['-m', 'pip', 'install', '-q', ...BACKENDS.split(' ')], repository);
  }
  const pip = ['-m', 'pip', 'download', '-q', '--no-deps', '--no-binary', ':all:', '-d', folder];
  if (run(python, [...pip, '--no-build-isolation', requirement], repository).status !== 0)
    run(python, [...pip, requirement], repository);
}
