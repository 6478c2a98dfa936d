import { capabilityNames } from '../blueprint/naming';
import { dependencyReport } from '../inventory/dependencies';
import { proposeMap } from '../plan/propose';
import { unresolvedImports } from '../plan/unresolved';
import { buildMoveMapping } from '../rewrite/mapping';
import { rewriteModule } from '../rewrite/rewrite-module';
import { applyEdits } from '../text/edits';
import { loadBlueprint } from '../../platform/blueprint';
import { analysisOf } from '../testing/project';
import { vendoredFolderOf } from './vendored';

const blueprint = loadBlueprint();
const names = capabilityNames('shop', blueprint);
const PYPROJECT = '[project]\nname = "shop"\nversion = "1"\n';
const COMMAND = 'import click\n@click.command()\ndef main(): click.echo("")\n';
const MODEL = 'from dataclasses import dataclass\n@dataclass\nclass Tree:\n    root: int\n';

function migrated(files: Record<string, string>) {
  const all = { 'pyproject.toml': PYPROJECT, 'shop/__init__.py': '', ...files };
  const analysis = analysisOf(all, blueprint, 'shop');
  const { project } = analysis;
  const map = proposeMap(analysis, { package: names.package, derivesMetadata: false });
  const mapping = buildMoveMapping(project, map.modules, 'src', { from: 'shop', to: names.package });
  const text = (path: string) =>
    applyEdits(
      project.sources.get(path)!.text,
      rewriteModule(project, mapping, project.modulesByPath.get(path)!).edits,
    );
  const targets = Object.fromEntries(map.modules.map(({ source, target }) => [source, target]));
  return { analysis, project, map, text, targets };
}

test.each(['_vendor', 'vendored', 'third_party', '_thirdparty'])(
  'what others wrote moves as a whole, by the name of its folder: %s',
  (folder) => {
    const { targets, map } = migrated({
      [`shop/${folder}/__init__.py`]: '',
      [`shop/${folder}/trees/__init__.py`]: 'from .model import Tree\n',
      [`shop/${folder}/trees/model.py`]: MODEL,
      [`shop/${folder}/trees/cli.py`]: COMMAND.replaceAll('click', 'argparse'),
      [`shop/${folder}/trees/LICENSE`]: '',
      [`shop/${folder}/trees/grammars/tree.lark`]: '',
      'shop/plant.py': `from shop.${folder}.trees import Tree\ndef plant(): return Tree(1)\n`,
    });
    const inside = Object.entries(targets).filter(([source]) => source.startsWith(`shop/${folder}/`));
    expect(inside).toHaveLength(6);
    for (const [source, target] of inside)
      expect(target).toBe(source.replace('shop/', 'src/au_sys_shop/core/utils/'));
    expect(map.modules.find(({ source }) => source.endsWith('model.py'))!.evidence).toContain(
      `the vendored code shop.${folder} moves as a whole`,
    );
  },
);

test('a folder that code puts on sys.path moves as a whole, and is where the path leads', () => {
  const files = {
    'shop/__init__.py':
      'import sys\nfrom pathlib import Path\nSITE = (Path(__file__).parent / "libs").as_posix()\nif SITE not in sys.path:\n    sys.path.insert(0, SITE)\n',
    'shop/libs/trees/__init__.py': 'from trees.model import Tree\n',
    'shop/libs/trees/model.py': MODEL,
    'shop/libs/trees/__main__.py': 'import argparse\nargparse.ArgumentParser().parse_args()\n',
    'shop/libs/six.py': 'PY3 = True\n',
    'shop/plant.py': 'import six\nfrom trees import Tree\ndef plant(): return Tree(1)\n',
  };
  const { targets, text, analysis, project } = migrated(files);
  for (const path of Object.keys(files).filter((one) => one.startsWith('shop/libs/'))) {
    expect(targets[path]).toBe(path.replace('shop/', 'src/au_sys_shop/core/utils/'));
    expect(text(path)).toBe(files[path as keyof typeof files]);
  }
  expect(text('shop/__init__.py')).toContain('Path(__file__).parent / "core" / "utils" / "libs"');
  expect(text('shop/plant.py')).toBe(files['shop/plant.py']);
  expect(unresolvedImports(analysis)).toEqual([]);
  expect(dependencyReport(project, analysis.metadata).missing).toEqual([]);
});

test('what is declared is not taken for what lies in such a folder', () => {
  const { analysis } = migrated({
    'pyproject.toml': `${PYPROJECT}dependencies = ["flask"]\n`,
    'tests/conftest.py':
      'import os, sys\nsys.path.insert(0, os.path.join(os.path.dirname(__file__), "apps"))\n',
    'tests/apps/flask/__init__.py': '',
    'tests/apps/helping.py': '',
    'tests/test_shop.py': 'import flask\nimport helping\nimport unknown\n',
  });
  expect(unresolvedImports(analysis).map(({ module }) => module)).toEqual(['unknown']);
  expect(dependencyReport(analysis.project, analysis.metadata).unused).toEqual([]);
});

test('the folder of the package itself, and one from which nothing is imported by such a name, are not vendored', () => {
  const { project } = migrated({
    'shop/__init__.py':
      'import os, sys\nsys.path.append(os.path.dirname(__file__))\nsys.path.append(os.path.join(os.path.dirname(__file__), "plugins"))\n',
    'shop/plugins/__init__.py': '',
    'shop/plugins/trees.py': 'from shop import helpers\n',
    'shop/helpers.py': '',
  });
  expect(vendoredFolderOf(project, 'shop/helpers.py')).toBeNull();
  expect(vendoredFolderOf(project, 'shop/plugins/trees.py')).toBeNull();
});

test.each([
  ['nothing but its name', {}, null],
  ['a licence', { 'shop/vendors/trees/LICENSE.txt': '' }, 'shop/vendors'],
  ['a list', { 'shop/vendors/vendored.txt': 'trees==1' }, 'shop/vendors'],
  [
    'a licence, but it needs the package',
    { 'shop/vendors/LICENSE': '', 'shop/vendors/ours.py': 'from ..helpers import help\n' },
    null,
  ],
])('a name that may mean a part of the business, and %s', (_what, more: Record<string, string>, expected) => {
  const { project } = migrated({
    'shop/vendors/__init__.py': '',
    'shop/vendors/trees/__init__.py': MODEL,
    'shop/helpers.py': 'def help(): pass\n',
    ...more,
  });
  expect(vendoredFolderOf(project, 'shop/vendors/trees/__init__.py')).toBe(expected);
});
