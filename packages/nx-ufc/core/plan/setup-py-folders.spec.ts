import { loadBlueprint } from '../../platform/blueprint';
import { capabilityNames } from '../blueprint/naming';
import { planOfProposal } from '../testing/plan';
import { analysisOf } from '../testing/project';
import { applyEdits } from '../text/edits';

const blueprint = loadBlueprint();

function after(given: string, code: string): string {
  const setup = `from setuptools import Extension, setup\n\nsetup(name="bird", ext_modules=[Extension("bird._c", ["c.c"])], ${given})\n`;
  const files = { 'setup.py': setup, [`${code}/__init__.py`]: '', [`${code}/wing.py`]: 'X = 1\n', 'c.c': '' };
  const plan = planOfProposal(analysisOf(files, blueprint, 'bird'), capabilityNames('bird', blueprint), []);
  return applyEdits(setup, plan.files.find(({ source }) => source === 'setup.py')!.edits);
}

test.each([
  ['package_dir={"": "lib"}', 'lib/bird', 'package_dir={"": "src"}'],
  ["package_dir={'bird': 'code'}", 'code', "package_dir={'au_sys_bird': 'src/au_sys_bird'}"],
  ['package_dir={"": "src"}', 'src/bird', 'package_dir={"": "src"}'],
  ['package_dir={"": ROOT}', 'bird', 'package_dir={"": ROOT}'],
])('%s follows', (given, code, expected) => expect(after(given, code)).toContain(` ${expected})`));
