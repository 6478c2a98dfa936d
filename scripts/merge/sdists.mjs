import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { must, repository, run } from '../lib/scratch.mjs';

const folder = join(repository, 'tmp/sdists');
const venv = join(repository, 'tmp/sdist-venv');
/** With the build backends at hand pip need not make an environment for each package that it looks into. */
const BACKENDS =
  'hatchling hatch-vcs hatch-fancy-pypi-readme poetry-core flit-core setuptools setuptools-scm wheel pdm-backend uv_build';

/** The pinned packages of a list, downloaded once. @returns name with version, and the path of the archive */
export function archives(list) {
  const pinned = JSON.parse(readFileSync(join(repository, 'scripts/merge/packages.json'), 'utf8'));
  return downloaded(Object.entries(pinned[list]));
}

function downloaded(packages) {
  mkdirSync(folder, { recursive: true });
  return packages.flatMap(([name, version]) => {
    if (!archiveOf(name, version)) download(version ? `${name}==${version}` : name);
    const archive = archiveOf(name, version);
    if (!archive) console.log(`${name} ${version ?? ''} could not be downloaded`);
    return archive ? [{ name: version ? `${name} ${version}` : basename(archive), archive }] : [];
  });
}

/**
 * The pyproject.toml of each package, as it was published.
 * @param requirements packages to take instead of the pinned ones: `name==version`, or a name for its newest version
 */
export function pyprojects(requirements = []) {
  const wanted = requirements.map((requirement) => requirement.split('=='));
  const found = wanted.length > 0 ? downloaded(wanted) : archives('pyprojects');
  return found.flatMap(({ name, archive }) => {
    const text = fileOf(archive, /^[^/]+\/pyproject\.toml$/);
    return text === null ? [] : [{ name, text }];
  });
}

/** A file of an archive; null when there is none. */
export function fileOf(archive, pattern) {
  const path = must('tar', ['-tzf', archive], folder)
    .split('\n')
    .find((entry) => pattern.test(entry));
  return path === undefined ? null : must('tar', ['-xOzf', archive, path], folder);
}

/** File names are written in several ways: `python-dotenv`, `zope.interface`, `Jinja2`. */
const flat = (text) => text.toLowerCase().replace(/[-_.]+/g, '_');

function archiveOf(name, version) {
  const stem = flat(`${name}-${version ?? ''}`);
  const isIt = (file) =>
    version ? file === `${stem}_tar_gz` : /^\d.*_tar_gz$/.test(file.slice(stem.length));
  const found = readdirSync(folder).find((entry) => flat(entry).startsWith(stem) && isIt(flat(entry)));
  return found ? join(folder, found) : null;
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
