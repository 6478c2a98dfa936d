import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readSchema } from '../../platform/blueprint';
import { REFERENCE_KINDS } from './reference-kinds';

test('the schema of the map knows every kind', () => {
  const schema = readSchema('migration-map') as {
    properties: { references: { properties: { off: { items: { enum: string[] } } } } };
  };
  expect(schema.properties.references.properties.off.items.enum).toEqual(REFERENCE_KINDS);
});

test('docs/references.md explains every kind, and no other', () => {
  const text = readFileSync(join(__dirname, '../../../../docs/references.md'), 'utf8');
  const rows = [...text.matchAll(/^\| `([a-z-]+)` /gm)].map((match) => match[1]);
  expect(rows.sort()).toEqual([...REFERENCE_KINDS].sort());
});
