/**
 * Write which distribution gives an import name, where the names differ: `core/project/distribution-names.ts`, from the list beside this script
 * and, for packages that many distributions share (`azure`, `google.cloud`), from the names of the most downloaded distributions.
 *
 *   node scripts/distribution-names.mjs NAMES      a file with a name of a distribution at the beginning of each line
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { repository } from './lib/scratch.mjs';

/** Shared package → what the names of its distributions begin with. */
const SHARED = {
  'airflow.providers': 'apache-airflow-providers',
  azure: 'azure',
  backports: 'backports',
  databricks: 'databricks',
  'dbt.adapters': 'dbt',
  google: 'google',
  jaraco: 'jaraco',
  llama_index: 'llama-index',
  opentelemetry: 'opentelemetry',
  ruamel: 'ruamel',
  snowflake: 'snowflake',
  sphinxcontrib: 'sphinxcontrib',
  zope: 'zope',
};
/** Not for the modules that their names suggest. */
const MISLEADING = new Set([
  'google-api',
  'google-auth',
  'google-cloud',
  'google-oauth',
  'azure-keyvault',
  'azure-mgmt',
  'azure-nspkg',
]);

const [names] = process.argv.slice(2);
if (!names) {
  console.error('usage: node scripts/distribution-names.mjs NAMES');
  process.exit(2);
}
const all = readFileSync(names, 'utf8')
  .split('\n')
  .map((line) => line.split('\t')[0]);
const shared = Object.entries(SHARED).map(([module, prefix]) => {
  const rest = all
    .filter((name) => name.startsWith(`${prefix}-`) && !MISLEADING.has(name))
    .map((name) => name.slice(prefix.length + 1));
  return `  '${module}': ['${prefix}', \`${wrapped(rest)}\`],`;
});
const text = `/** Made by scripts/distribution-names.mjs. */

/** Import names (or the beginning of dotted ones) = distributions, where the two differ; the most likely one first. */
export const BY_IMPORT = \`${wrapped(byImport())}\`;

/** Packages that several distributions share: what the names of these begin with, and the rest of their names. */
export const SHARED: Record<string, readonly [prefix: string, names: string]> = {
${shared.join('\n')}
};
`;
writeFileSync(join(repository, 'packages/nx-ufc/core/project/distribution-names.ts'), text);

function byImport() {
  const found = new Map();
  let others = false;
  for (const line of readFileSync(join(repository, 'scripts/distributions/known.txt'), 'utf8').split('\n')) {
    others ||= line.startsWith('# Others');
    const [, distribution, modules] = /^([\w-]+): (.+)$/.exec(line) ?? [];
    for (const module of modules?.split(' ') ?? [])
      found.set(module, [...(found.get(module) ?? (others ? [module.toLowerCase()] : [])), distribution]);
  }
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([module, own]) => `${module}=${own.join(',')}`);
}

function wrapped(words) {
  const lines = [''];
  for (const word of words) {
    if (lines.at(-1).length + word.length > 130) lines.push('');
    lines.push(`${lines.pop()}${lines.at(-1) === '' ? '' : ' '}${word}`.trim());
  }
  return lines.join('\n  ');
}
