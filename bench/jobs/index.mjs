/** The benchmarks; one file each: `{ name, run({ rounds }) → { lines, notes } }`, the lines made by `atLeast` and `atMost`. */
import { cache } from './cache.mjs';
import { extract } from './extract.mjs';
import { growth } from './growth.mjs';
import { migrate } from './migrate.mjs';
import { rewrite } from './rewrite.mjs';
import { startup } from './startup.mjs';
import { toml } from './toml.mjs';

export const JOBS = [startup, extract, growth, cache, rewrite, migrate, toml];
