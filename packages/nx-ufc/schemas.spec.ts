import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { auditPackage } from './core/compliance/audit/audit';
import { checkZeroTolerance } from './core/compliance/zero-tolerance';
import { buildInventory } from './core/inventory/build';
import { readOutcomes } from './core/proof/junit';
import { compareSuites } from './core/proof/prove';
import { schemaErrors } from './core/schema/validate';
import { analysisOf } from './core/testing/project';
import { loadBlueprint, readSchema } from './platform/blueprint';

const NAMES = readdirSync(join(__dirname, 'schemas')).map((file) => file.replace('.schema.json', ''));

/** Ids that the code writes: `schema: 'ufc:ledger:1'`. */
function idsInCode(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.name === 'node_modules') return [];
    if (entry.isDirectory()) return idsInCode(path);
    if (!entry.name.endsWith('.ts') || entry.name.endsWith('.spec.ts')) return [];
    return [...readFileSync(path, 'utf8').matchAll(/schema: '(ufc:[a-z-]+:\d+)'/g)].map((match) => match[1]);
  });
}

test('every file that is written has a schema that ships, and every schema a reason', () => {
  const shipped = NAMES.map((name) => (readSchema(name) as { $id: string }).$id);
  const used = new Set(idsInCode(__dirname));
  expect([...used].filter((id) => !shipped.includes(id) && id !== 'ufc:migration-plan:1')).toEqual([]);
  for (const name of NAMES) expect(schemaErrors(readSchema(name), {})).not.toEqual([]);
});

const analysis = analysisOf(
  {
    'pyproject.toml': '[project]\nname = "shop"\ndependencies = ["fastapi"]\n',
    'shop/__init__.py': 'from .api import app\n',
    'shop/api.py':
      'from fastapi import FastAPI\napp = FastAPI()\n@app.get("/x")\ndef x(a: int = 1) -> int:\n    print(a)\n    return a\n',
    'shop/models.py': 'from dataclasses import dataclass\n@dataclass\nclass Item:\n    name: str\n',
    'shop/cli.py':
      'import click\n@click.command()\n@click.option("--n", default=1, type=click.Choice(["a"]), help="N.")\ndef run(n): ...\n',
    'shop/broken.py': 'def f(:\n',
  },
  loadBlueprint(),
);
const suite = {
  environment: { python: '3.11.7', requirements: ['pytest'] },
  evidence: { command: 'python -m pytest', cwd: 'x', target: 'x', files: 1, exitCode: 0, excerpt: '' },
  outcomes: readOutcomes('<testcase classname="a" name="b"/>'),
  reasons: new Map<string, string>(),
};

const IMPORTS = {
  checked: 2,
  failedBefore: [{ module: 'shop.a', error: 'ImportError' }],
  lost: [{ before: 'shop.b', after: 'au.b', error: 'ImportError' }],
};

test.each<[string, object]>([
  ['code-inventory', buildInventory(analysis)],
  ['audit', { schema: 'ufc:audit:1', root: 'legacy/shop', ...auditPackage(analysis) }],
  [
    'zero-tolerance',
    { schema: 'ufc:zero-tolerance:1', project: 'shop', verdict: 'FAIL', ...checkZeroTolerance(analysis) },
  ],
  [
    'migration-proof',
    compareSuites('shop', suite, { ...suite, outcomes: new Map() }, { moves: [] }, IMPORTS),
  ],
])('a real %s is valid', (name, value) => {
  expect(schemaErrors(readSchema(name), JSON.parse(JSON.stringify(value)))).toEqual([]);
});
