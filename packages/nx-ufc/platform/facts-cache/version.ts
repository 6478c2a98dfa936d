import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

let known: string | null = null;

/** Hash of the code that facts are made with: facts of another version are not ours. */
export function extractorVersion(): string {
  if (known !== null) return known;
  const folder = join(__dirname, '../../core/python');
  const hash = createHash('sha256');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => /(?<!\.d|\.spec)\.(js|ts)$/.test(path))
    .sort();
  for (const path of files) hash.update(`${path}\0`).update(readFileSync(join(folder, path)));
  return (known = hash.digest('hex').slice(0, 16));
}
