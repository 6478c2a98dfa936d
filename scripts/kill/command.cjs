/**
 * Run one generator as Nx does, in this process: node command.cjs PLUGIN WORKSPACE GENERATOR OPTIONS-AS-JSON
 * Without options (`null`) it is run as the sync generator that `nx sync` runs.
 */
const { dirname, join } = require('node:path');
const { createRequire } = require('node:module');

const [plugin, workspace, generator, options] = process.argv.slice(2);
const load = createRequire(join(plugin, 'package.json'));
const { FsTree, flushChanges } = load(
  join(dirname(load.resolve('nx/package.json')), 'dist/src/generators/tree.js'),
);

async function main() {
  const run = load(`./generators/${generator}/generator.js`).default;
  const tree = new FsTree(workspace, false);
  const result = await run(tree, JSON.parse(options) ?? undefined);
  const callback = typeof result === 'function' ? result : result?.callback;
  tree.lock();
  flushChanges(workspace, tree.listChanges());
  await callback?.();
}
main();
