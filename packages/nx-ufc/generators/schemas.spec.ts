import { readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Schema {
  description?: string;
  examples?: { command: string; description: string }[];
  properties: Record<string, { description?: string }>;
}

const read = (path: string) => JSON.parse(readFileSync(join(__dirname, path), 'utf8')) as unknown;
const generators = Object.entries(
  (read('../generators.json') as { generators: Record<string, { schema: string }> }).generators,
);

test.each(generators)(
  '%s: help says what it is for, with examples, and explains every option',
  (name, { schema }) => {
    const { description, examples = [], properties } = read(join('..', schema)) as Schema;
    expect(description).toMatch(/\.$/);
    expect(examples.length).toBeGreaterThan(0);
    for (const example of examples) expect(example.command).toMatch(new RegExp(`^${name}\\b`));
    for (const property of Object.values(properties)) expect(property.description).toMatch(/\w/);
  },
);
