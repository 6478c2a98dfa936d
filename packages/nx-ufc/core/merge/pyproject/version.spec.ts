import { plainData } from '../toml/plain';
import { editToml } from '../toml/edit';
import { versionEdits } from './version';

const apply = (text: string, released: string | null) => {
  const { operations, review } = versionEdits(plainData(text), released);
  const result = editToml(text, operations);
  return { text: result.ok ? result.text : result.conflict, rules: review.map((entry) => entry.rule) };
};

test.each([
  ['hatch-vcs', 'dynamic = ["readme", "version"]', 'dynamic = ["readme"]\nversion = "1.2"'],
  ['setuptools-scm[toml]>=8', 'dynamic = ["version"]', 'version = "1.2"'],
])('%s: the released version is written down', (tool, dynamic, expected) => {
  const head = `[build-system]\nrequires = ["x", "${tool}"]\n\n[project]\nname = "shop" # keep\n`;
  expect(apply(`${head}${dynamic}\n`, '1.2')).toEqual({
    text: `${head}${expected}\n`,
    rules: ['VERSION_WRITTEN_DOWN'],
  });
});

test('a version from a file stays dynamic; without a released version it is only listed', () => {
  const attribute = '[build-system]\nrequires = ["setuptools"]\n[project]\ndynamic = ["version"]\n';
  expect(apply(attribute, '1.2')).toEqual({ text: attribute, rules: [] });
  const tags = attribute.replace('"setuptools"', '"setuptools", "setuptools_scm"');
  expect(apply(tags, null)).toEqual({ text: tags, rules: ['VERSION_WRITTEN_DOWN'] });
});

test('flit reads the version of a module beside the facade, which moves', () => {
  const text =
    '[build-system]\nbuild-backend = "flit_core.buildapi"\n[project]\nname = "shop"\ndynamic = ["version"]\n';
  expect(versionEdits(plainData(text), '1.2', true).operations).toEqual([]);
  expect(versionEdits(plainData(text), '1.2', false).operations).toMatchObject([
    { op: 'remove', path: ['project', 'dynamic'] },
    { op: 'set', path: ['project', 'version'], value: '1.2' },
  ]);
});

test.each([
  ['[tool.incremental]\nname = "shop"\n', '[tool]\n'],
  ['[tool.hatch.version]\nsource = "incremental"\n', '[tool.hatch.version]\nsource = "incremental"\n'],
])('incremental finds no version in a layer: %j', (table, left) => {
  const head = '[build-system]\nrequires = ["incremental"]\n\n[project]\nname = "shop"\n';
  const { text, rules } = apply(`${head}dynamic = ["version"]\n\n${table}`, '1.2');
  expect([text.trimEnd(), rules]).toEqual([
    `${head}version = "1.2"\n\n${left}`.trimEnd(),
    ['VERSION_WRITTEN_DOWN'],
  ]);
});

test.each([
  ['[tool.scikit-build.metadata.version]\nprovider = "x"\n', '[tool.scikit-build.metadata]\n'],
  ['[[tool.dynamic-metadata]]\nfield = "version"\nprovider = "x"\n', '[tool]\n'],
  [
    '[[tool.dynamic-metadata]]\nfield = "readme"\n\n[[tool.dynamic-metadata]]\nfield = "version"\n',
    '[[tool.dynamic-metadata]]\nfield = "readme"\n',
  ],
])('a provider of scikit-build-core is not asked any more: %j', (provider, left) => {
  const head = '[build-system]\nrequires = ["setuptools-scm"]\n\n[project]\nname = "shop"\n';
  const { text } = apply(`${head}dynamic = ["version"]\n\n${provider}`, '1.2');
  expect(text.trimEnd()).toBe(`${head}version = "1.2"\n\n${left}`.trimEnd());
});
