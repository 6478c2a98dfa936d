import { loadBlueprint } from '../../../platform/blueprint';
import { analysisOf } from '../../testing/project';
import { auditPackage } from './audit';
import { auditMarkdown } from './markdown';
import type { AuditResult } from './types';

const blueprint = loadBlueprint();
const root = 'src/au_sys_a';
const documented = '"""What it holds."""\n';

function audit(files: Record<string, string>): AuditResult {
  return auditPackage(analysisOf(files, blueprint, 'a'));
}

/** A capability with all that the blueprint asks for. */
function whole(): Record<string, string> {
  const fill = (path: string) => path.replaceAll('{package}', root).replaceAll('{name}', 'au_sys_a');
  const paths = [
    ...blueprint.components.flatMap((component) => component.requires),
    ...blueprint.required.map((file) => file.path),
  ].map(fill);
  const files = Object.fromEntries(
    paths.map((path) => [
      path === 'tests' ? 'tests/test_a.py' : path,
      path.endsWith('.py') ? documented : 'x',
    ]),
  );
  return { ...files, 'pyproject.toml': '[project]\nname = "au-sys-a"\n' };
}

const found = (result: AuditResult) =>
  result.violations.map(({ component, required, actual }) => `${component}: ${required}: ${actual}`);

test('a whole capability has six of six and no violation', () => {
  expect(audit(whole())).toMatchObject({ state: 'capability', present: 6, violations: [] });
});

test.each([...blueprint.components.flatMap((component) => component.requires)])(
  'without %s its component is not there',
  (path) => {
    const files = whole();
    delete files[path.replaceAll('{package}', root)];
    const result = audit(files);
    expect(result.present).toBe(5);
    expect(result.state).toBe('half-migrated');
  },
);

test('a part is not the whole, and says so', () => {
  const files = whole();
  delete files[`${root}/manifest/container.py`];
  const result = audit(files);
  expect(result.components.find((component) => component.id === 'manifest')).toMatchObject({
    present: false,
    partial: true,
  });
  expect(result.verdict).toBe('Half migrated, not a capability. only in part: manifest layer.');
});

test('a README of another suffix is a README', () => {
  const files = whole();
  delete files['README.md'];
  expect(audit({ ...files, 'README.rst': 'x' }).violations).toEqual([]);
  expect(found(audit(files))).toEqual(['required: README.md — what the capability is for: missing']);
});

test('the distribution must be called like the import package', () => {
  const result = audit({ ...whole(), 'pyproject.toml': '[project]\nname = "storage-factory"\n' });
  expect(found(result)).toEqual([
    'identity: one name for the distribution and the import package: distribution "storage-factory", import package "au_sys_a"',
  ]);
  expect(result.present).toBe(5);
});

test('a layer under two names, or under a name like its own, is not there', () => {
  const adapters = { [`${root}/adapters/__init__.py`]: documented };
  expect(found(audit({ ...whole(), ...adapters }))).toEqual([
    `interface: one folder for the layer interface: ${root}/interface and ${root}/adapters`,
  ]);
  const files = whole();
  delete files[`${root}/interface/__init__.py`];
  expect(audit({ ...files, ...adapters })).toMatchObject({ state: 'capability', present: 6 });
  expect(found(audit({ ...files, [`${root}/interfaces/__init__.py`]: documented }))).toContain(
    `interface: the layer interface in ${root}/interface: ${root}/interfaces`,
  );
});

test('empty __init__s are no layer', () => {
  const result = audit({
    ...whole(),
    [`${root}/core/__init__.py`]: '',
    [`${root}/core/models/__init__.py`]: '\n',
  });
  expect(found(result)).toEqual([
    `core: code of the layer core, or an __init__ that says why there is none: only empty __init__ files in ${root}/core`,
  ]);
  expect(result.present).toBe(5);
});

describe('the way out', () => {
  const ways = (files: Record<string, string>) =>
    Object.fromEntries(
      audit(files).violations.map(({ required, remediation }) => [required.split(' ')[0], remediation]),
    );
  test('of legacy code is a migration, also when it is called like a capability', () => {
    const found = ways({
      'pyproject.toml': '[project]\nname = "au-sys-a"\n',
      [`${root}/__init__.py`]: '',
      [`${root}/a.py`]: '',
    });
    expect(new Set(Object.values(found))).toEqual(
      new Set(['Run nx g @au/nx-ufc:capability with --source to make a capability of it.']),
    );
  });
  test('of a missing part is what makes it', () => {
    const files = whole();
    for (const path of [
      `${root}/manifest/container.py`,
      'SERVICE_MANIFEST.yaml',
      'LICENSE',
      `${root}/py.typed`,
    ])
      delete files[path];
    files[`${root}/core/a.py`] = 'A = 1\n';
    expect(ways(files)).toMatchObject({
      [`${root}/manifest/container.py`]: 'Run nx g @au/nx-ufc:container.',
      'SERVICE_MANIFEST.yaml': 'Run nx g @au/nx-ufc:manifest.',
      LICENSE: 'Write LICENSE.',
      [`${root}/py.typed`]: expect.stringContaining('--adopt'),
    });
  });
  test('of a folder that is almost called like a layer follows its content', () => {
    const port = 'from typing import Protocol\nclass P(Protocol):\n    def f(self) -> int: ...\n';
    expect(Object.values(ways({ ...whole(), [`${root}/interfaces/a.py`]: port }))).toContainEqual(
      expect.stringContaining('Its content says core/port'),
    );
  });
});

describe('code beside the layers', () => {
  test('is listed by folder, with where its content belongs', () => {
    const result = audit({
      ...whole(),
      [`${root}/routers/__init__.py`]: '',
      [`${root}/routers/items.py`]:
        'from fastapi import APIRouter\n\nrouter = APIRouter()\n\n\n@router.get("/items")\ndef items() -> list:\n    return []\n',
    });
    expect(result.state).toBe('half-migrated');
    expect(result.present).toBe(6);
    expect(result.violations).toHaveLength(1);
    expect(result.violations[0]).toMatchObject({
      component: 'structure',
      actual: `${root}/routers/ (2 modules, 8 lines)`,
      remediation: expect.stringContaining('interface/api'),
    });
  });

  test('that a layer holds too is found by its definitions, and who imports which is said', () => {
    const code = 'class Store:\n    pass\n\n\ndef opened():\n    return Store()\n';
    const result = audit({
      ...whole(),
      [`${root}/core/services/store.py`]: `# Moved.\n${code}`,
      [`${root}/core/services/use.py`]: 'from au_sys_a.core.services.store import Store\n\nS = Store\n',
      [`${root}/store.py`]: code,
    });
    expect(result.violations.find((violation) => violation.required === 'every module once')).toMatchObject({
      actual: `${root}/store.py and ${root}/core/services/store.py: 2 definitions of one name; imported by 0 and 1 modules`,
      remediation: `Nothing imports ${root}/store.py: delete it.`,
    });
  });

  test('that only has a name in common is no copy', () => {
    const result = audit({
      ...whole(),
      [`${root}/core/services/a.py`]: 'def main(): ...\ndef b(): ...\n',
      [`${root}/run.py`]: 'def main(): ...\n',
    });
    expect(result.violations.map((violation) => violation.required)).toEqual(['every module in a layer']);
  });
});

test('legacy code is called so, once', () => {
  const result = audit({
    'setup.py': '',
    'shop/__init__.py': '',
    'shop/a.py': 'x = 1\n',
    'shop/b/c.py': 'y = 1\n',
  });
  expect(result).toMatchObject({
    state: 'legacy',
    present: 0,
    verdict: 'Legacy code: no layer of the standard holds any of it.',
  });
  expect(result.violations.every((violation) => violation.component !== 'structure')).toBe(true);
});

test('the report shows the worst first and keeps tables whole', () => {
  const files = whole();
  delete files['LICENSE'];
  delete files[`${root}/manifest/__init__.py`];
  const text = auditMarkdown(
    audit({ ...files, 'pyproject.toml': '[project]\nname = "a|b"\n' }),
    'capabilities/a',
  );
  const rows = text.split('\n').filter((line) => /^\| (critical|high|medium|low)/.test(line));
  expect(rows.map((row) => row.split(' | ')[0])).toEqual(['| high', '| high', '| medium']);
  expect(text).toContain('a\\|b');
});
