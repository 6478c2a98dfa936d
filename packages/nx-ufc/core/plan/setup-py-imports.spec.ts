import { loadBlueprint } from '../../platform/blueprint';
import { capabilityNames } from '../blueprint/naming';
import { planOfProposal } from '../testing/plan';
import { analysisOf } from '../testing/project';
import { applyEdits } from '../text/edits';

const blueprint = loadBlueprint();
const COMPILES = 'setup(name="bird", ext_modules=[Extension("bird._c", ["c.c"])])\n';

function after(head: string, folder = ''): string {
  const setup = head + COMPILES;
  const files = { 'setup.py': setup, [`${folder}bird/__init__.py`]: 'V = 1\n', 'c.c': '' };
  const plan = planOfProposal(analysisOf(files, blueprint, 'bird'), capabilityNames('bird', blueprint), []);
  const text = applyEdits(setup, plan.files.find(({ source }) => source === 'setup.py')!.edits);
  return text.slice(0, text.indexOf('setup(name='));
}

const TOLD = 'sys.path.insert(0, "src")\n';

test.each([
  ['from bird import V\n', `import sys\n\n${TOLD}from au_sys_bird import V\n`],
  ['import sys\nimport bird\n', `import sys\n${TOLD}import au_sys_bird\n`],
  [
    'def version():\n    from bird import V\n    return V\n',
    `def version():\n    import sys\n\n    ${TOLD}    from au_sys_bird import V\n    return V\n`,
  ],
  ['import birdsong\n', 'import birdsong\n'],
  [
    'import sys\nsys.path.insert(0, ".")\nfrom bird import V\n',
    `import sys\nsys.path.insert(0, ".")\n${TOLD}from au_sys_bird import V\n`,
  ],
])('%j finds the package', (head, expected) => expect(after(head)).toBe(expected));

test('a package that lay in src before is found as before', () =>
  expect(after('from bird import V\n', 'src/')).toBe('from au_sys_bird import V\n'));
