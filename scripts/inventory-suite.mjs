/**
 * Make the inventory of published packages, each in a process of its own: no crash, no hang, every document valid by its schema (inventory,
 * data models, OpenAPI 3.1). Prints processor time and memory. Exit code 1 when one fails.
 *
 *   npm run test:inventory                      the packages below
 *   npm run test:inventory -- flask==3.1.2 …    others, as published; or NAME=FOLDER
 */
import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { builtPlugin } from './lib/plugin.mjs';
import { downloadSdist, repository } from './lib/scratch.mjs';

const PACKAGES = [
  'aiohttp==3.12.15',
  'alembic==1.16.5',
  'apispec==6.8.4',
  'arrow==1.3.0',
  'astroid==3.3.11',
  'boto==2.49.0',
  'cerberus==1.3.7',
  'connexion==3.2.0',
  'dash==3.2.0',
  'databases==0.9.0',
  'django==5.2.7',
  'djangorestframework==3.16.1',
  'docker==7.1.0',
  'elasticsearch==9.1.1',
  'faker==37.8.0',
  'fastapi-users==14.0.1',
  'fonttools==4.60.1',
  'graphene==3.4.3',
  'gradio_client==1.13.3',
  'jedi==0.19.2',
  'jsonschema==4.25.1',
  'kafka-python==2.2.15',
  'kubernetes==34.1.0',
  'mypy==1.18.2',
  'nltk==3.9.2',
  'openpyxl==3.1.5',
  'paramiko==4.0.0',
  'peewee==3.18.2',
  'pdm==2.25.9',
  'pyasn1==0.6.1',
  'pycparser==2.23',
  'pylint==3.3.9',
  'pymongo==4.15.2',
  'redis==6.4.0',
  'salt==3007.8',
  'setuptools==80.9.0',
  'sqlalchemy==2.0.43',
  'stripe==12.5.1',
  'tornado==6.5.2',
  'yt-dlp==2025.9.26',
];
const LIMIT = 300_000;

builtPlugin();
const plugin = join(repository, 'dist/packages/nx-ufc');
const given = process.argv.slice(2);
const rows = (given.length > 0 ? given : PACKAGES).map(inventory);
console.table(rows.sort((a, b) => b.seconds - a.seconds));
process.exit(rows.every((row) => row.failed === '') ? 0 : 1);

function inventory(text) {
  const [, name, mark, value] = /^([^=]+)(==?)(.+)$/.exec(text);
  const folder = mark === '=' ? resolve(value) : join(repository, 'tmp/corpus', text.replace('==', '-'));
  if (mark === '==') downloadSdist(text, folder);
  const one = join(repository, 'scripts/inventory/one.cjs');
  const run = spawnSync(process.execPath, [one, plugin, name.toLowerCase().replace(/[._]/g, '-'), folder], {
    encoding: 'utf8',
    timeout: LIMIT,
  });
  if (run.status !== 0) {
    const why = run.error?.code ?? run.stderr.trim().split('\n').slice(-12).join('\n');
    console.log(`${text}: ${why}`);
    return { package: text, seconds: LIMIT / 1000, failed: 'crash or hang' };
  }
  const { invalid, ...counts } = JSON.parse(run.stdout);
  for (const problem of invalid.slice(0, 10)) console.log(`${text}: not valid: ${problem}`);
  console.log(`${text}: ${JSON.stringify(counts)}`);
  return { package: text, ...counts, failed: invalid.length > 0 ? 'not valid' : '' };
}
