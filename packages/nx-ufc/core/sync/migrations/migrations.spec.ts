import { shippedBlueprint } from '../../../platform/blueprint';
import { capabilityNames } from '../../blueprint/naming';
import { newLock, renderLock } from '../context';
import { syncedSet } from '../synced-sets';
import { BLUEPRINT_MIGRATIONS } from './index';
import { runMigrations } from './run';
import type { BlueprintMigration } from './types';

const source = shippedBlueprint();
const names = capabilityNames('sample', source.blueprint);
const SETTINGS = 'src/au_sys_sample/config/au_sys/au_sys_sample_settings.yaml';
const README = 'src/au_sys_sample/scripts/dev/README.md';

/** What a migration changes in a rendered sample, and what it changes when it runs again on that. */
function twice(migration: BlueprintMigration) {
  const sample = newLock(names, source, migration.set, syncedSet(migration.set).sample(names));
  const old = { ...sample, version: '0.0.0' };
  const files = new Map<string, string | null>(
    renderLock(old, source).map(({ path, content }) => [path, content]),
  );
  const run = (lock: typeof old) =>
    runMigrations(lock, migration.since, names, [migration], (path) => files.get(path) ?? null);
  const first = run(old);
  for (const [path, content] of first.files) files.set(path, content);
  return { first, second: run(first.lock) };
}

const fixture = (migrate: BlueprintMigration['migrate']): BlueprintMigration => ({
  id: 'fixture',
  set: 'capability',
  since: '1.0.1',
  description: 'A fixture.',
  migrate,
});

const idempotent = fixture(({ text, lock }) => ({
  files: { [SETTINGS]: text(SETTINGS)!.replace(/^data_file:/m, 'file:'), [README]: null },
  input: { ...(lock.input as object), description: 'Migrated.' },
}));

test.each([...BLUEPRINT_MIGRATIONS, idempotent].map((migration) => [migration.id, migration] as const))(
  '%s changes nothing when it runs again',
  (_id, migration) => {
    const { second } = twice(migration);
    expect([second.ran, [...second.files]]).toEqual([[], []]);
  },
);

test('the first run changes files, deletes and moves the input, on the rendered sample', () => {
  const { first } = twice(idempotent);
  expect(first.ran).toEqual(['fixture']);
  expect(first.files.get(SETTINGS)).toMatch(/^file: /m);
  expect(first.files.get(README)).toBeNull();
  expect(first.lock.input).toMatchObject({ description: 'Migrated.' });
});

test('one that changes something every time is found out', () => {
  const { second } = twice(fixture(({ text }) => ({ files: { [SETTINGS]: `${text(SETTINGS)}more: 1\n` } })));
  expect(second.ran).toEqual(['fixture']);
});
