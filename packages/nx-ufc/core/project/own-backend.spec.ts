import { loadBlueprint, readTemplates } from '../../platform/blueprint';
import { capabilityNames } from '../blueprint/naming';
import { plainData } from '../merge/toml/plain';
import { tableAt } from '../merge/pyproject/types';
import { planOfProposal } from '../testing/plan';
import { analysisOf } from '../testing/project';
import { applyEdits } from '../text/edits';
import { wrappedBackend } from './own-backend';

const blueprint = loadBlueprint();
const SYSTEM =
  '[build-system]\nrequires = ["x"]\nbuild-backend = "own.hooks:api"\nbackend-path = ["tools"]\n';
const FILES = { 'pyproject.toml': SYSTEM, 'sample/__init__.py': '' };

const wrapped = (hooks: string, place = 'tools/own/hooks.py') =>
  wrappedBackend(analysisOf({ ...FILES, [place]: hooks }, blueprint).project);

test.each([
  ['from setuptools.build_meta import *\n', 'setuptools.build_meta'],
  ['from setuptools import build_meta as _orig\n', 'setuptools.build_meta'],
  ['import hatchling.build\n', 'hatchling.build'],
  ['from setuptools import setup\n', null],
  ['import hatchling.build\nimport setuptools.build_meta\n', null],
])('%j', (hooks, expected) => {
  expect(wrapped(hooks)).toBe(expected);
  expect(wrapped(hooks, 'tools/own/hooks/__init__.py')).toBe(expected);
  expect(wrapped(hooks, 'own/hooks.py')).toBeNull();
});

test.each([
  [
    'setup.cfg',
    '[metadata]\nname = sample\nversion = attr: sample.__version__\n[options]\npackages = find:\n',
  ],
  [
    'pyproject.toml',
    `${SYSTEM}\n[project]\nname = "sample"\nversion = "1"\n[tool.setuptools]\npackages = ["sample"]\n`,
  ],
])('a backend that hands on to setuptools stays, with the metadata in %s', (path, metadata) => {
  const files: Record<string, string> = {
    ...FILES,
    'sample/__init__.py': '__version__ = "1.5"\n',
    'tools/own/hooks.py': 'from setuptools.build_meta import *\n',
    [path]: metadata,
  };
  const plan = planOfProposal(
    analysisOf(files, blueprint),
    capabilityNames('sample', blueprint),
    readTemplates(blueprint.id, 'manifest'),
  );
  const { edits } = plan.files.find(({ source }) => source === 'pyproject.toml')!;
  const text = applyEdits(files['pyproject.toml'], edits);
  expect(text.startsWith(SYSTEM)).toBe(true);
  expect(tableAt(plainData(text), 'tool')).toHaveProperty('setuptools');
  const cfg = plan.files.find(({ source }) => source === 'setup.cfg');
  if (cfg) expect(applyEdits(files['setup.cfg'], cfg.edits)).toContain('\nversion = 1.5\n');
  expect(plan.review.filter(({ rule }) => rule.includes('BACKEND'))).toEqual([]);
});
