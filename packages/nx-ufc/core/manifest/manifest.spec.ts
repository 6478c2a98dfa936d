import { parse } from 'yaml';
import { loadBlueprint, readSchema, readTemplates } from '../../platform/blueprint';
import { capabilityNames } from '../blueprint/naming';
import { plainData } from '../merge/toml/plain';
import { parseModule } from '../python';
import { schemaErrors } from '../schema/validate';
import { analysisOf, treeOf } from '../testing/project';
import { checkZeroTolerance } from '../compliance/zero-tolerance';
import { verifyCapability } from '../compliance/verify';
import { analyseTree } from '../project/analysis';
import { renderTemplates } from '../templates/render';
import type { Interface } from './greenfield';
import { renderCapability } from './greenfield';
import { settingsOf } from './settings';

const blueprint = loadBlueprint();

function capability(name: string, interfaces: Interface[], packageManager: 'uv' | 'poetry') {
  const names = capabilityNames(name, blueprint);
  const files = renderCapability({
    names,
    blueprint,
    domain: 'core',
    description: 'A sample.',
    interfaces,
    packageManager,
    date: '2026-01-01',
    templatesOf: (set) => readTemplates(blueprint.id, set),
  });
  return { names, texts: Object.fromEntries(files.map((file) => [file.path, file.content])) };
}

describe.each([
  ['storage', [], 'uv'],
  ['storage', ['api', 'cli'], 'uv'],
  ['my-storage', ['api', 'cli', 'web', 'mcp'], 'poetry'],
  ['a', ['mcp'], 'uv'],
  ['http2', ['web'], 'uv'],
] as [string, Interface[], 'uv' | 'poetry'][])(
  'a new capability %s with %j, %s',
  (name, interfaces, packageManager) => {
    const { names, texts } = capability(name, interfaces, packageManager);
    test('parses, everywhere', () => {
      for (const [path, text] of Object.entries(texts))
        if (path.endsWith('.py'))
          expect([path, parseModule(text)]).toEqual([path, expect.objectContaining({ ok: true })]);
      expect(plainData(texts['pyproject.toml']).project).toMatchObject({ name: names.package });
    });
    test('passes verify and zero tolerance', () => {
      const analysis = analyseTree(name, treeOf(texts), blueprint);
      expect(
        verifyCapability({
          analysis,
          package: names.package,
          project: names.project,
          manifestSchema: readSchema('service-manifest'),
          knownGaps: new Set(),
          origins: new Map(),
          drift: [],
          text: (path) => texts[path] ?? null,
        }).findings,
      ).toEqual([]);
      expect(checkZeroTolerance(analysis).findings).toEqual([]);
    });
    test('has a valid service manifest', () =>
      expect(schemaErrors(readSchema('service-manifest'), parse(texts['SERVICE_MANIFEST.yaml']))).toEqual(
        [],
      ));
  },
);

test.each(['class', 'Storage', '2fast', 'a b', 'core', '-x', 'test'])('"%s" is no name', (name) =>
  expect(() => capabilityNames(name, blueprint)).toThrow(/is no name|is reserved/),
);

test('settings are what the code really reads', () => {
  const { project } = analysisOf(
    {
      'pkg/__init__.py': '',
      'pkg/m.py':
        'import os\nfrom os import environ\nA = os.getenv("APP_URL", "http://x")\nB = os.environ["APP_TOKEN"]\nC = environ.get("APP_SIZE", "5")\nT = environ.get("TOKEN_TYPE")\nD = os.environ.get(NAME)\nE = other["NOT_ENV"]\n',
      'tests/test_m.py': 'import os\nos.getenv("ONLY_TEST")\n',
    },
    blueprint,
    'pkg',
  );
  expect(
    settingsOf(project, { modules: new Map(), paths: new Map() }).map(({ field, env, type, yamlDefault }) => [
      field,
      env,
      type,
      yamlDefault,
    ]),
  ).toEqual([
    ['app_size', 'APP_SIZE', 'str', '"5"'],
    ['app_token', 'APP_TOKEN', 'SecretStr', '""'],
    ['app_url', 'APP_URL', 'str', '"http://x"'],
    ['token_type', 'TOKEN_TYPE', 'str', '""'],
  ]);
});

test('places and defaults of settings are those after the move', () => {
  const code =
    'import os\nos.environ.setdefault("DJANGO_SETTINGS_MODULE", "pkg.conf.local")\nos.getenv("APP", "pkg.web:app.run")\nos.getenv("CLS", "pkg.web.App")\nos.getenv("HOST", "pkg.example.org")\nos.getenv("NAME", "pkg")\n';
  const { project } = analysisOf({ 'pkg/__init__.py': '', 'pkg/m.py': code }, blueprint, 'pkg');
  const moves = {
    modules: new Map([
      ['pkg.conf.local', 'new.core.conf.local'],
      ['pkg.web', 'new.interface.web'],
    ]),
    paths: new Map([['pkg/m.py', 'src/new/core/m.py']]),
  };
  expect(
    settingsOf(project, moves).map(({ pythonDefault, description }) => [pythonDefault, description]),
  ).toEqual([
    ['"new.interface.web:app.run"', 'Read from APP in src/new/core/m.py:3.'],
    ['"new.interface.web.App"', 'Read from CLS in src/new/core/m.py:4.'],
    ['"new.core.conf.local"', 'Read from DJANGO_SETTINGS_MODULE in src/new/core/m.py:2.'],
    ['"pkg.example.org"', 'Read from HOST in src/new/core/m.py:5.'],
    ['"pkg"', 'Read from NAME in src/new/core/m.py:6.'],
  ]);
});

test('a template that does not render is an error', () => {
  expect(() => renderTemplates([{ path: 'a.py', text: '<%= nope %>' }], {})).toThrow(/template a\.py/);
  expect(() => renderTemplates([{ path: 'a.py', text: '<%- v %>' }], { v: '<%= x %>' })).toThrow(
    /is left in the rendered text/,
  );
});
