/** Compiles the plugin to dist/packages/nx-ufc, with everything that ships: ready for `npm pack`. */
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const source = join(root, 'packages/nx-ufc');
const final = join(root, 'dist/packages/nx-ufc');
/** Built apart and put in place at last: who uses the build before can do so until then. */
const target = `${final}.${process.pid}`;
process.on('exit', () => rmSync(target, { recursive: true, force: true }));
const ASSETS = /\.(json|md|txt|toml|yaml|py|d\.ts)$|^LICENSE$/;
/** Folders in which every file is an asset, whatever its suffix. */
const SHIPPED_WHOLE = /^(blueprints|reports)[\\/]/;
const SKIPPED = /(^|\/)(node_modules|fixtures)(\/|$)|tsconfig[^/]*\.json$/;

const compiled = spawnSync(
  process.execPath,
  [
    join(root, 'node_modules/typescript/bin/tsc'),
    '-p',
    join(source, 'tsconfig.lib.json'),
    '--outDir',
    target,
  ],
  { stdio: 'inherit' },
);
if (compiled.status !== 0) process.exit(compiled.status ?? 1);
copyAssets(source);
cpSync(join(root, 'LICENSE'), join(target, 'LICENSE'));

const manifest = JSON.parse(readFileSync(join(source, 'package.json'), 'utf8'));
writeFileSync(
  join(target, 'package.json'),
  `${JSON.stringify({ ...manifest, main: './index.js', types: './index.d.ts' }, null, 2)}\n`,
);
checkBlueprints();
rmSync(final, { recursive: true, force: true });
renameSync(target, final);
console.log(`built ${relative(process.cwd(), final) || '.'}`);

/** Every blueprint is checked against its schema once, here, and ships as one file beside its parts. */
function checkBlueprints() {
  const { CHECKED_BLUEPRINT, loadBlueprint } = createRequire(import.meta.url)(
    join(target, 'platform/blueprint.js'),
  );
  for (const id of readdirSync(join(target, 'blueprints')))
    writeFileSync(
      join(target, 'blueprints', id, CHECKED_BLUEPRINT),
      `${JSON.stringify(loadBlueprint(id))}\n`,
    );
}

/** Templates ship as they are, whatever their suffix; elsewhere only the known kinds of assets do. */
function copyAssets(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    const inner = relative(source, path);
    if (SKIPPED.test(inner)) continue;
    if (entry.isDirectory()) copyAssets(path);
    else if (ASSETS.test(entry.name) || SHIPPED_WHOLE.test(inner)) {
      const copy = join(target, inner);
      mkdirSync(dirname(copy), { recursive: true });
      if (!existsSync(copy) || !copy.endsWith('.d.ts')) cpSync(path, copy);
    }
  }
}
