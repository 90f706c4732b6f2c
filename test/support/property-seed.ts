import fc from 'fast-check';

/**
 * Properties try the same inputs each time: what fails a change is the change. `.ci/nightly` draws another seed. Each
 * property starts its own generator with it, so neither the order of files nor their processes matter.
 */
const SEED = 20_181_022;

fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(process.env.CRIER_SEED || SEED) });
