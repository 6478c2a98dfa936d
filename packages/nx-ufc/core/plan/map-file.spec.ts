import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readMap, writeMap } from './map-file';
import type { MapEntry, MigrationMap } from './types';

const evidence = ['nothing that shows a role'];
const entry = (source: string): MapEntry => ({
  review: false,
  complexity: 0,
  evidence,
  confidence: 0.3,
  source,
  role: 'util',
  layer: 'core',
  action: 'move',
  target: `src/${source}`,
});

test('every entry is written in one order and stands for itself', () => {
  const map: MigrationMap = {
    schema: 'ufc:migration-map:1',
    package: 'pkg',
    capability: 'au_sys_pkg',
    modules: [entry('a.py'), { ...entry('b.py'), action: 'exclude', target: null, reason: 'not needed' }],
  };
  const text = writeMap(map);
  expect(text).not.toMatch(/[&*]a\d/);
  expect([...text.matchAll(/^ {2}(?:- | {2})(\w+):/gm)].map(([, key]) => key)).toEqual([
    ...['source', 'target', 'action', 'layer', 'role', 'confidence', 'evidence', 'complexity', 'review'],
    ...[
      'source',
      'target',
      'action',
      'layer',
      'role',
      'reason',
      'confidence',
      'evidence',
      'complexity',
      'review',
    ],
  ]);
  const schema = JSON.parse(
    readFileSync(join(__dirname, '../../schemas/migration-map.schema.json'), 'utf8'),
  ) as object;
  expect(readMap(text, 'MIGRATION_MAP.yaml', schema)).toEqual(map);
});
