/** "The next command" for many workspaces in turn, one a line of the input: what every generator does before it begins. */
const { createInterface } = require('node:readline');
const { join } = require('node:path');

const plugin = process.argv[2];
const { defineGenerator } = require(join(plugin, 'generators/lib/define-generator.js'));
const next = defineGenerator(() => Promise.resolve());

async function main() {
  for await (const workspace of createInterface({ input: process.stdin })) {
    await next({ root: workspace }, {});
    process.stdout.write('done\n');
  }
}
main();
