import fc from 'fast-check';

/**
 * The same random inputs on every run, so that a red test is red for everybody. `SEED=random npm test` looks at others, and
 * `SEED=<number>` at those of a run that failed.
 */
const { SEED = '20260713' } = process.env;
fc.configureGlobal(SEED === 'random' ? {} : { seed: Number(SEED) });
