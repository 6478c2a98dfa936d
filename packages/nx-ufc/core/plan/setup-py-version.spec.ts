import { loadBlueprint } from '../../platform/blueprint';
import { analysisOf } from '../testing/project';
import { applyEdits } from '../text/edits';
import { setupPyVersion } from './setup-py-version';

function after(setup: string, version: string): string {
  const files = {
    'setup.py': setup,
    'pkg/__init__.py': '',
    'PKG-INFO': `Metadata-Version: 2.1\nName: pkg\n${version}\n`,
    'pyproject.toml':
      '[build-system]\nbuild-backend = "setuptools.build_meta"\n[project]\nname = "pkg"\ndynamic = ["version"]\n',
  };
  return applyEdits(setup, setupPyVersion(analysisOf(files, loadBlueprint(), 'pkg'), 'setup.py'));
}
const setup = (version: string) =>
  `from setuptools import setup\nfrom setuptools_scm import get_version\n\nV = ${version}\nsetup(extras_require={"c": [f"other=={V}"]})\n`;

test('the version that version control tells is written down', () =>
  expect(after(setup('get_version(local_scheme="no-local-version")'), 'Version: 1.2')).toBe(setup('"1.2"')));

test('a function of its own, and a version that is not known, stay', () => {
  const own = setup('own.get_version()');
  expect(after(own, 'Version: 1.2')).toBe(own);
  const unknown = setup('get_version()');
  expect(after(unknown, '')).toBe(unknown);
});
