import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { topLevelNames } from '../../core/project/search-folders';
import { decodeSource } from '../../core/python';
import { extractFacts } from '../../core/python/facts';

/**
 * Which of the installed packages import a name, however deep inside of them; nothing of them is run.
 * @param folder site-packages of an environment
 * @returns names of packages and modules of the top, sorted
 */
export function importersOf(folder: string, name: string): string[] {
  const found = new Set<string>();
  for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const [top] = path.split(/[\\/]/, 1);
    if (!path.endsWith('.py') || top === name || found.has(top)) continue;
    const bytes = readFileSync(join(folder, path));
    if (!bytes.includes(`import ${name}`) && !bytes.includes(`from ${name}`)) continue;
    if (topLevelNames(extractFacts(decodeSource(path, bytes))).includes(name))
      found.add(top.replace(/\.py$/, ''));
  }
  return [...found].sort();
}
