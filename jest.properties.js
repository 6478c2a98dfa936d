/**
 * Property tests take the same examples in every run, so that a build says something of the code and not of its luck.
 * `npm run test:properties` takes new ones.
 */
const { configureGlobal } = require('fast-check');

const seed = process.env.UFC_SEED ?? '1';
if (seed !== 'random') configureGlobal({ seed: Number(seed) });
