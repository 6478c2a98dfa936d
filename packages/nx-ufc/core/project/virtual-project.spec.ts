import { treeOf } from '../testing/project';
import { isApplication, isVirtual } from './virtual-project';

const PROJECT = '[project]\nname = "x"\n';
const BUILD = '[build-system]\nrequires = ["hatchling"]\n';

test.each([
  [PROJECT, true],
  [`${PROJECT}${BUILD}`, false],
  [`${PROJECT}${BUILD}[tool.uv]\nmanaged = true\npackage = false\n`, true],
  [`${PROJECT}[tool.uv]\ndev = []\n[tool.x]\npackage = false\n${BUILD}`, false],
  ['[tool.poetry]\npackage-mode = false\n', true],
  ['[tool.poetry]\nname = "x"\n', false],
  ['[tool.black]\n', false],
])('is %j of an application that nothing installs: %s', (text, expected) =>
  expect(isVirtual(treeOf({ 'pyproject.toml': text }))).toBe(expected),
);

test('a setup.py packs it', () =>
  expect(isVirtual(treeOf({ 'pyproject.toml': PROJECT, 'setup.py': '' }))).toBe(false));

test.each([
  [{ 'uv.lock': '[[package]]\nname = "x"\nsource = { virtual = "." }\n' }, true],
  [{ 'uv.lock': '[[package]]\nname = "x"\nsource = { editable = "." }\n' }, false],
  [{}, false],
])('pip may install it, unless %j', (files, expected) =>
  expect(isApplication(treeOf({ 'pyproject.toml': PROJECT, ...files }))).toBe(expected),
);
