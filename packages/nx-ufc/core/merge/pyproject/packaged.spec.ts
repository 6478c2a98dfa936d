import { readProjectMetadata } from '../../metadata/read';
import { treeOf } from '../../testing/project';
import { editToml } from '../toml/edit';
import { plainData } from '../toml/plain';
import { holdsMetadata } from './merge';
import { packagedEdits } from './packaged';
import type { PyprojectChange } from './types';

function packed(text: string): unknown {
  const metadata = readProjectMetadata(treeOf({ 'pyproject.toml': text }));
  const change = { package: 'au_sys_shop' } as PyprojectChange;
  const result = editToml(text, packagedEdits(plainData(text), metadata, change));
  return result.ok ? plainData(result.text) : result.conflict;
}

const POETRY = { requires: ['poetry-core'], 'build-backend': 'poetry.core.masonry.api' };

test('a nameless application of Poetry becomes a distribution that Poetry builds', () => {
  const text = '[tool.poetry]\npackage-mode = false\n[tool.poetry.dependencies]\npython = "^3.11"\n';
  expect(holdsMetadata(text)).toBe(true);
  const told = { name: 'au_sys_shop', version: '0.0.0', description: '', authors: [] };
  expect(packed(text)).toEqual({
    tool: { poetry: { 'package-mode': true, dependencies: { python: '^3.11' }, ...told } },
    'build-system': POETRY,
  });
});

test.each([
  ['uv', 'package = false', { package: true }],
  ['pdm', 'distribution = false', { distribution: true }],
  ['rye', 'virtual = true', { virtual: false }],
  ['uv', 'managed = false', { managed: false }],
])('%s: %s', (tool, setting, expected) => {
  const project = { name: 'shop', version: '1.2' };
  const text = `[project]\nname = "shop"\nversion = "1.2"\n[tool.${tool}]\n${setting}\n`;
  expect(packed(text)).toEqual({ project, tool: { [tool]: expected } });
});

test('what is a distribution already stays as it is, whoever says so', () => {
  for (const text of [
    '[project]\nname = "shop"\ndynamic = ["version"]\n',
    '[tool.flit.metadata]\nmodule = "shop"\n',
    '[build-system]\nbuild-backend = "poetry.core.masonry.api"\n[tool.poetry]\nname = "shop"\nversion = "1"\n',
  ])
    expect(packed(text)).toEqual(plainData(text));
});
