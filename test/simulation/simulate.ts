import { parseArgs } from 'node:util';
import { loadPipeline } from './pipeline.ts';
import { type Outcome, simulate } from './run.ts';
import { startWorkers } from './workers.ts';

/** `npm run model`: simulates the delivery protocol by seed, with faults at any call. */
const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '10000' },
    from: { type: 'string', default: '1' },
    seed: { type: 'string' },
    workers: { type: 'string' },
    workload: { type: 'string' },
    functions: { type: 'string', default: 'functions' },
  },
});
const BATCH = 25;

if (values.seed) await replay(Number(values.seed));
else await simulateAll(Number(values.from), Number(values.runs));

async function replay(seed: number): Promise<void> {
  const outcome = await simulate(seed, { pipeline: await loadPipeline(values.functions) });
  print(outcome);
  process.exit(outcome.broken.length > 0 ? 1 : 0);
}

async function simulateAll(first: number, runs: number): Promise<void> {
  const workers = startWorkers(values.workers ? Number(values.workers) : undefined);
  const began = performance.now();
  let played = 0;
  let broken = 0;
  const batches = Array.from({ length: Math.ceil(runs / BATCH) }, (_, index) => first + index * BATCH);
  await Promise.all(
    batches.map(async (from) => {
      const last = Math.min(from + BATCH, first + runs) - 1;
      const workloads = values.workload ? { workloads: [values.workload] } : {};
      const batch = { folder: values.functions, first: from, last, stops: false, ...workloads };
      const result = await workers.simulate(batch);
      for (const outcome of result.broken) print(outcome);
      broken += result.broken.length;
      played += result.runs;
      const rate = played / ((performance.now() - began) / 1000);
      if (played % 500 < BATCH)
        console.error(`${played} runs, ${rate.toFixed(1)} a second, ${broken} with a broken invariant`);
    }),
  );
  workers.close();
  const seconds = (performance.now() - began) / 1000;
  console.log(`\n${played} runs in ${seconds.toFixed(1)} s: ${broken} with a broken invariant`);
  if (broken > 0) console.log('Replay one with: npm run model -- --seed NUMBER');
  process.exit(broken > 0 ? 1 : 0);
}

function print({ seed, trace, broken }: Outcome): void {
  console.log(`\nSeed ${seed}\n${trace.map((line) => `  ${line}`).join('\n')}`);
  for (const invariant of broken) console.log(`  BROKEN: ${invariant}`);
}
