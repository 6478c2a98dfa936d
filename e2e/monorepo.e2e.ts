import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createWorkspace, type Workspace } from './support/workspace';

/** A library that is called otherwise than its folder, and that relies on what lies around it. */
const LIBRARY = {
  'libs/models/pyproject.toml':
    '[project]\nname = "acme-models"\nversion = "1"\n[tool.uv.sources]\nacme-shared = { path = "../shared" } # ours\n',
  'libs/models/README.md': '# models\n\nSee [shared](../shared/README.md) and [user](acme_models/user.py).\n',
  'libs/models/acme_models/__init__.py': 'from .user import User\n',
  'libs/models/acme_models/user.py':
    'from dataclasses import dataclass\n\n\n@dataclass\nclass User:\n    name: str\n',
  'libs/models/acme_models/seeds.py':
    'import json\nfrom pathlib import Path\n\nfrom .user import User\n\nROOT = Path(__file__).resolve().parents[3]\n\n\ndef seeds():\n    return [User(name) for name in json.loads((ROOT / "data" / "seeds.json").read_text())]\n',
  'libs/models/tests/test_seeds.py':
    'import os\nimport sys\n\nsys.path.insert(0, os.path.join(os.path.dirname(__file__), "../../shared/src"))\n\nfrom acme_models.seeds import seeds\nfrom acme_shared import first\n\n\ndef test_seeds():\n    assert first(seeds()).name == "ann"\n\n\ndef test_settings(pytestconfig):\n    assert "workspace_mark" in str(pytestconfig.getini("markers"))\n',
};

/** Files of the workspace, and what they are after the library moved to `capabilities/models`. */
const AROUND: Record<string, [string, string?]> = {
  'pytest.ini': ['[pytest]\nmarkers = workspace_mark\n'],
  'data/seeds.json': ['["ann"]\n'],
  'libs/shared/README.md': ['# shared\n'],
  'libs/shared/pyproject.toml': ['[project]\nname = "acme-shared"\nversion = "1"\n'],
  'libs/shared/src/acme_shared/__init__.py': ['def first(items):\n    return items[0]\n'],
  'pyproject.toml': [
    '[tool.uv.workspace]\nmembers = ["libs/*"] # all\n[tool.mypy]\nmypy_path = "libs/models:libs/shared/src"\n[tool.coverage.run]\nsource = ["acme_models"]\n',
    '[tool.uv.workspace]\nmembers = ["libs/*", "capabilities/models"] # all\n[tool.mypy]\nmypy_path = "capabilities/models/src:libs/shared/src"\n[tool.coverage.run]\nsource = ["au_sys_models"]\n',
  ],
  'apps/api/requirements.txt': [
    '-e ../../libs/models\n-e ../../libs/shared\n',
    '-e ../../capabilities/models\n-e ../../libs/shared\n',
  ],
  '.github/CODEOWNERS': ['/libs/models/ @acme/data\n', '/capabilities/models/ @acme/data\n'],
  Makefile: [
    'test:\n\tcd libs/models && PYTHONPATH=../shared/src pytest\nreport:\n\tPYTHONPATH=libs/models python scripts/report.py\n',
    'test:\n\tcd capabilities/models && PYTHONPATH=../../libs/shared/src pytest\nreport:\n\tPYTHONPATH=capabilities/models/src python scripts/report.py\n',
  ],
  'scripts/report.py': [
    'import sys\nfrom pathlib import Path\n\nROOT = Path(__file__).resolve().parent.parent\nsys.path.insert(0, str(ROOT / "libs" / "models"))\n\nfrom acme_models.user import User\n\nprint(User("ann").name)\n',
    'import sys\nfrom pathlib import Path\n\nROOT = Path(__file__).resolve().parent.parent\nsys.path.insert(0, str(ROOT / "capabilities" / "models" / "src"))\n\nfrom au_sys_models.core.models.user import User\n\nprint(User("ann").name)\n',
  ],
  'pyrightconfig.json': ['{ "include": ["libs/models"] }\n', '{ "include": ["capabilities/models"] }\n'],
  'README.md': [
    '- [models](libs/models/README.md)\n\n```python\nfrom acme_models.user import User\n```\n',
    '- [models](capabilities/models/README.md)\n\n```python\nfrom au_sys_models.core.models.user import User\n```\n',
  ],
};

let workspace: Workspace;
const textOf = (path: string) => readFileSync(join(workspace.root, path), 'utf8');

beforeAll(() => {
  workspace = createWorkspace('monorepo');
  const around = Object.entries(AROUND).map(([path, [text]]) => [path, text]);
  for (const [path, text] of [...Object.entries(LIBRARY), ...around]) {
    mkdirSync(dirname(join(workspace.root, path)), { recursive: true });
    writeFileSync(join(workspace.root, path), text);
  }
  workspace.commit('monorepo');
  workspace.nxOk('g', '@au/nx-ufc:capability', 'models', '--source=libs/models', '--no-interactive');
});
afterAll(() => workspace.remove());

test.each(Object.keys(AROUND))('%s says where the library is now', (path) =>
  expect(textOf(path)).toBe(AROUND[path][1] ?? AROUND[path][0]),
);

test('the library finds what lies around it', () => {
  expect(textOf('capabilities/models/pyproject.toml')).toContain(
    'acme-shared = { path = "../../libs/shared" } # ours',
  );
  expect(textOf('capabilities/models/README.md')).toContain('[shared](../../libs/shared/README.md)');
  expect(workspace.nxOk('run', 'models:prove').stdout).toContain(
    '2 tests passed before, 2 of them pass now, 0 lost',
  );
  workspace.nxOk('run', 'models:verify');
});

test('a program of the workspace finds the library', () =>
  expect(
    execFileSync('python3', ['-B', 'scripts/report.py'], { cwd: workspace.root, encoding: 'utf8' }),
  ).toBe('ann\n'));

test('undo gives the workspace back', () => {
  workspace.nxOk('g', '@au/nx-ufc:undo', '--project', 'models');
  expect(workspace.status()).toBe('');
});
