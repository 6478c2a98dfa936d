import { loadBlueprint, readTemplates } from '../../platform/blueprint';
import { capabilityNames } from '../blueprint/naming';
import { formerNames } from '../plan/former-names';
import { unresolvedImports } from '../plan/unresolved';
import { decodeSource } from '../python';
import { extractFacts } from '../python/facts';
import { planOfProposal } from '../testing/plan';
import { analysisOf } from '../testing/project';
import { applyEdits } from '../text/edits';
import { resolveImport } from './resolve';
import { declaresNamespace } from './namespace-inits';

const EXTENDED = '__path__ = __import__("pkgutil").extend_path(__path__, __name__)\n';

test.each([
  [EXTENDED, true],
  ['from pkgutil import extend_path\n__path__ = extend_path(__path__, __name__)\n', true],
  ['"""Shared."""\nimport pkg_resources\npkg_resources.declare_namespace(__name__)\n', true],
  [
    'try:\n    __import__("pkg_resources").declare_namespace(__name__)\nexcept ImportError:\n    from pkgutil import extend_path\n    __path__ = extend_path(__path__, __name__)\n',
    true,
  ],
  [`${EXTENDED}__version__ = "1"\n`, false],
  [`${EXTENDED}from .client import Client\n`, false],
  [`${EXTENDED}def version(): ...\n`, false],
  ['find(__path__, __name__)\n', false],
  ['"""Not shared."""\n', false],
])('does it only share a namespace? %j', (text, expected) => {
  const facts = extractFacts(decodeSource('acme/__init__.py', Buffer.from(text)));
  expect(declaresNamespace(facts)).toBe(expected);
});

describe('a package that is a part of a namespace', () => {
  const blueprint = loadBlueprint();
  const names = capabilityNames('sample', blueprint);
  const analysis = analysisOf(
    {
      'setup.py': 'from setuptools import setup\nsetup(name="acme-sample", install_requires=["acme-core"])\n',
      'acme/__init__.py': EXTENDED,
      'acme/sample/__init__.py':
        'from acme.core.rest import Request\nfrom acme.sample.a import f\nimport acme.lost\n',
      'acme/sample/a.py': 'from acme.sample import missing\ndef f(): ...\n',
      'acme/sample/b.py': 'from acme.sample.gone import x\n',
    },
    blueprint,
  );
  const plan = planOfProposal(analysis, names, readTemplates(blueprint.id, 'manifest'));

  test('keeps the imports of the other parts', () => {
    const { edits } = plan.files.find(({ source }) => source === 'acme/sample/__init__.py')!;
    const text = analysis.project.sources.get('acme/sample/__init__.py')!.text;
    expect(applyEdits(text, edits)).toMatch(
      /^from acme\.core\.rest import Request\nfrom au_sys_sample\.\S+\.a import f\nimport acme\.lost\n$/,
    );
  });

  test('leaves the file behind that only shares it, with a reason', () =>
    expect(plan.map.modules.find(({ source }) => source === 'acme/__init__.py')).toMatchObject({
      target: null,
      action: 'exclude',
      reason: expect.stringContaining('only shares the name'),
    }));

  test('lists what nothing gives: a part that is not declared, a module of its own', () =>
    expect(unresolvedImports(analysis).map(({ module }) => module)).toEqual([
      'acme.lost',
      'acme.sample.gone',
    ]));
});

test('a folder without an `__init__` that a declared distribution has a part of is shared', () => {
  const files = {
    'pyproject.toml':
      '[project]\nname = "poem"\nversion = "1"\ndependencies = ["poem-core", "poem-plugin-api"]\n',
    'src/poem/app.py':
      'from poem.core.page import Page\nfrom poem.verse import line\nfrom poem.plugin import x\n',
    'src/poem/verse.py': '',
    'src/poem/plugin/__init__.py': '',
    'src/poem/plugin/api.py': '',
  };
  const { project } = analysisOf(files, loadBlueprint(), 'poem');
  expect(project.foreignPortions).toEqual(['poem.core']);
  expect(formerNames(project, ['poem'])).toEqual(['poem.app', 'poem.plugin', 'poem.verse']);
  const fact = project.facts.get('src/poem/app.py')!.imports[0];
  const info = project.modulesByPath.get('src/poem/app.py')!;
  expect(resolveImport(project, info, fact, fact.names[0], new Set(['poem-core']))).toMatchObject({
    kind: 'external',
    distribution: 'poem-core',
  });
});

test('a shared package without an `__init__` has no names of its own: what it lacks is of another distribution', () => {
  const { project } = analysisOf(
    {
      'pyproject.toml': '[project]\nname = "acme-sample"\nversion = "1"\n',
      'src/acme/sample/__init__.py': 'from acme import other, sample\nfrom acme.sample import gone\n',
    },
    loadBlueprint(),
  );
  const info = project.modules.get('acme.sample')!;
  const targets = project.facts
    .get(info.path)!
    .imports.flatMap((fact) => fact.names.map((item) => resolveImport(project, info, fact, item)));
  expect(targets).toMatchObject([
    { kind: 'external', module: 'acme' },
    { kind: 'internal', module: 'acme.sample', attribute: null },
    { kind: 'internal', module: 'acme.sample', attribute: 'gone' },
  ]);
});
