import { loadBlueprint } from '../../platform/blueprint';
import { analysisOf } from '../testing/project';
import { applyEdits } from '../text/edits';
import { setupCfgVersion } from './setup-cfg-version';

const SETTINGS = '[metadata]\nname = pkg\nversion = attr: pkg.__version__\n\n[options]\npackages = find:\n';
const build = (backend: string) => `[build-system]\nbuild-backend = "${backend}"\n`;
const DYNAMIC = '[project]\nname = "pkg"\ndynamic = ["version"]\n';

function after(pyproject: string | null, init = '__version__ = "1.2"\n'): string {
  const files = {
    'setup.cfg': SETTINGS,
    'pkg/__init__.py': init,
    ...(pyproject === null ? {} : { 'pyproject.toml': pyproject }),
  };
  return applyEdits(SETTINGS, setupCfgVersion(analysisOf(files, loadBlueprint(), 'pkg'), 'setup.cfg'));
}

test.each([
  ['without pyproject.toml', null],
  ['beside one that only says what builds', build('setuptools.build_meta')],
  ['beside metadata of its own', build('setuptools.build_meta') + DYNAMIC],
])('setuptools read the version where they find it, %s', (_, pyproject) => {
  expect(after(pyproject)).toBe(SETTINGS.replace('attr: pkg.__version__', '1.2'));
});

test('what no literal says, and what another backend does not read, stays', () => {
  expect(after(null, '__version__ = made()\n')).toBe(SETTINGS);
  expect(after(build('hatchling.build') + DYNAMIC)).toBe(SETTINGS);
});
