import { loadBlueprint, readTemplates } from '../../platform/blueprint';
import { capabilityNames } from '../blueprint/naming';
import { planOfProposal } from '../testing/plan';
import { analysisOf } from '../testing/project';
import { applyEdits } from '../text/edits';
import { unresolvedImports } from './unresolved';

const blueprint = loadBlueprint();
const OWN = 'src.shared.services.storage';

/** A package cut out of an application that is not there: 104 imports by that application's name, 60 of them of itself. */
function hosted(): { files: Record<string, string>; host: [string, number, string][] } {
  const files: Record<string, string> = {
    '__init__.py': 'from .factory import make\n',
    'factory.py': `from ${OWN}.config import SETTINGS\n\n\ndef make():\n    from ${OWN}.providers.local import Local\n\n    return Local(SETTINGS)\n`,
    'config.py': 'SETTINGS = {}\n',
    'index.json': '{}\n',
    'providers/__init__.py': '',
    'providers/local.py': 'class Local:\n    pass\n',
    'tests/verify.py': `import os\n\nimport ${OWN}.factory as factory\n`,
  };
  const host: [string, number, string][] = [];
  for (let i = 0; i < 44; i++) {
    const path = `services_${String(i).padStart(2, '0')}.py`;
    files[path] =
      `import json\nfrom ${OWN}.config import SETTINGS\n\n\ndef run():\n    from src.shared.logging_${i % 7} import get, put\n\n    return get(SETTINGS, json)\n`;
    host.push([path, 6, `src.shared.logging_${i % 7}`]);
  }
  for (let i = 0; i < 13; i++)
    files[`services_${String(i).padStart(2, '0')}.py`] += `import ${OWN}.providers.local\n`;
  files['config.py'] += 'try:\n    import boto3, src.shared\nexcept ImportError:\n    boto3 = None\n';
  host.push(['config.py', 3, 'boto3'], ['config.py', 3, 'src.shared']);
  return { files, host };
}

test('what only type checkers have is not missing', () => {
  const text = 'if TYPE_CHECKING:\n    from _typeshed import StrPath\n    from elsewhere import X\n';
  const analysis = analysisOf({ 'setup.py': '', 'pkg/__init__.py': text }, blueprint, 'pkg');
  expect(unresolvedImports(analysis).map(({ module }) => module)).toEqual(['elsewhere']);
});

test('a package of a host that is not there: its own imports are its own, the list of the others is exact', () => {
  const { files, host } = hosted();
  const analysis = analysisOf(files, blueprint, 'storage');
  expect(analysis.project.layout.roots).toEqual([{ name: OWN, kind: 'package', path: '', searchPath: '' }]);
  const found = unresolvedImports(analysis).map(({ path, line, module }) => [path, line, module]);
  expect(found.sort()).toEqual(host.sort());
});

test.each([
  ['', []],
  ['[build-system]\nrequires = ["setuptools>=61", "Cython"]\n', []],
  ['[build-system]\nrequires = ["hatchling"]\n', ['setuptools']],
])('setup.py imports what is there when it builds: %j', (pyproject, missing) => {
  const files = {
    'pyproject.toml': `${pyproject}[project]\nname = "pkg"\n`,
    'setup.py': 'import setuptools\nsetuptools.setup()\n',
    'pkg/__init__.py': 'import setuptools\n',
  };
  const found = unresolvedImports(analysisOf(files, blueprint, 'pkg'));
  const of = (wanted: string) => found.filter(({ path }) => path === wanted).map(({ module }) => module);
  expect(of('setup.py')).toEqual(missing);
  expect(of('pkg/__init__.py')).toEqual(['setuptools']);
});

test('it migrates as far as it can: every import of itself is rewritten, every one of the host is left', () => {
  const { files } = hosted();
  const analysis = analysisOf(files, blueprint, 'storage');
  const names = capabilityNames('storage', blueprint);
  const plan = planOfProposal(analysis, names, readTemplates(blueprint.id, 'manifest'));
  expect(plan.conflicts).toEqual([]);
  const after = new Map(plan.files.map((file) => [file.source, applyEdits(files[file.source], file.edits)]));
  expect([...after.values()].filter((text) => text.includes(OWN))).toEqual([]);
  expect([...after.values()].join('').match(/from src\.shared\.logging_\d import get, put/g)).toHaveLength(
    44,
  );
  expect(after.get('tests/verify.py')).toMatch(
    /^import os\n\nimport au_sys_storage\.core\.\w+\.factory as factory\n$/,
  );
  expect(plan.files.find((file) => file.source === '__init__.py')!.target).toBe(
    'src/au_sys_storage/__init__.py',
  );
  expect(plan.files.find((file) => file.source === 'tests/verify.py')!.target).toBe('tests/verify.py');
  expect(plan.files.find((file) => file.source === 'index.json')!.target).toBe(
    'src/au_sys_storage/index.json',
  );
});

test('a stray __init__ at the top of a project makes no package of it; a name needs witnesses', () => {
  const stray = { 'pyproject.toml': '[project]\nname = "shop"\n', '__init__.py': '', 'shop/__init__.py': '' };
  expect(analysisOf(stray, blueprint, 'shop').project.layout.roots[0].path).toBe('shop');
  const few = { '__init__.py': '', 'utils.py': '', 'a.py': 'from flask.utils import x\n' };
  expect(analysisOf(few, blueprint, 'parts').project.layout.roots[0].name).toBe('parts');
});
