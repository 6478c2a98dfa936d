/** Our side on a corpus, file by file as a command would: `facts`, `tree`, or `cached` with the folder of the cache. */
const { readFileSync } = require('node:fs');
const { join } = require('node:path');
const { startClock } = require('./clock.cjs');

const load = (path) => require(join(__dirname, '../../dist/packages/nx-ufc', path));
const [, , what, list, root] = process.argv;
const files = readFileSync(list, 'utf8').split('\n');

const { decodeSource, parseModule } = load('core/python/index.js');
const { extractFacts } = load('core/python/facts/index.js');
const { openFactsCache } = load('platform/facts-cache/facts-cache.js');

const stop = startClock();
const cache = what === 'cached' ? openFactsCache(root, 'corpus') : null;
const run = {
  facts: (source) => extractFacts(source),
  tree: ({ text }) => parseModule(text),
  cached: cache?.factsOf,
}[what];
for (const path of files) {
  const bytes = readFileSync(path);
  run(decodeSource(path, bytes), bytes);
}
cache?.save();
process.stdout.write(JSON.stringify({ ...stop(), served: cache?.counts.served ?? 0 }));
