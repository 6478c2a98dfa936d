/**
 * The edits of the merge suite through toml-patch, which takes a text and the data that it is to mean.
 * Reads and writes JSON: [{before, operation}] → {cpu, main, seconds, results}.
 * usage: node toml_patch_edit.mjs FOLDER_WITH_TOML_PATCH
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { expectedData } from '../../scripts/merge/edits.mjs';
import clock from '../ours/clock.cjs';

const { parse, patch } = createRequire(join(process.argv[2], 'package.json'))('toml-patch');
const cases = JSON.parse(readFileSync(0, 'utf8'));
const stop = clock.startClock();
const results = cases.map(({ before, operation }) => {
  try {
    return patch(before, expectedData(parse(before), operation));
  } catch (error) {
    return { error: String(error) };
  }
});
process.stdout.write(JSON.stringify({ ...stop(), results }));
