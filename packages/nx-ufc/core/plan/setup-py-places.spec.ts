import { loadBlueprint } from '../../platform/blueprint';
import { capabilityNames } from '../blueprint/naming';
import { planOfProposal } from '../testing/plan';
import { analysisOf } from '../testing/project';
import { applyEdits } from '../text/edits';

const blueprint = loadBlueprint();

function after(given: string, code: string): string {
  const setup = `from setuptools import Extension, setup\n\nsetup(name="bird", ext_modules=[Extension("bird._c", ["c.c"])], ${given})\n`;
  return afterIn({
    'setup.py': setup,
    [`${code}/__init__.py`]: '',
    [`${code}/wing.py`]: 'X = 1\n',
    'c.c': '',
  });
}

function afterIn(files: Record<string, string>): string {
  const plan = planOfProposal(analysisOf(files, blueprint, 'bird'), capabilityNames('bird', blueprint), []);
  return applyEdits(files['setup.py'], plan.files.find(({ source }) => source === 'setup.py')!.edits);
}

test.each([
  ['package_dir={"": "lib"}', 'lib/bird', 'package_dir={"": "src"}'],
  ["package_dir={'bird': 'code'}", 'code', "package_dir={'au_sys_bird': 'src/au_sys_bird'}"],
  ['package_dir={"": "src"}', 'src/bird', 'package_dir={"": "src"}'],
  ['scripts=["bird/wing.py", "c.c"]', 'bird', 'scripts=["src/au_sys_bird/core/utils/wing.py", "c.c"]'],
  ['package_dir={"": ROOT}', 'bird', 'package_dir={"": ROOT}'],
])('%s follows', (given, code, expected) => expect(after(given, code)).toContain(` ${expected})`));

test('a program that is the only module follows, where pyproject.toml has the metadata', () => {
  const files = {
    'pyproject.toml':
      '[build-system]\nrequires = ["setuptools"]\nbuild-backend = "setuptools.build_meta"\n[project]\nname = "bird"\nversion = "1"\n',
    'setup.py': "from setuptools import setup\n\nsetup(py_modules=['bird'], scripts=('bird.py',))\n",
    'bird.py': 'X = 1\n',
  };
  expect(afterIn(files)).toMatch(/scripts=\('src\/au_sys_bird\/core\/[\w/]*bird\.py',\)\)/);
});
