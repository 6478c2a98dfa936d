/** The edits of the merge suite. Reads and writes JSON: [{before, operation}] → {cpu, main, seconds, results}. */
const { readFileSync } = require('node:fs');
const { join } = require('node:path');
const { startClock } = require('./clock.cjs');
const { editToml } = require(join(__dirname, '../../dist/packages/nx-ufc/core/merge/toml/edit.js'));

const cases = JSON.parse(readFileSync(0, 'utf8'));
const stop = startClock();
const results = cases.map(({ before, operation }) => {
  const result = editToml(before, [operation]);
  return result.ok ? result.text : { error: result.conflict };
});
process.stdout.write(JSON.stringify({ ...stop(), results }));
