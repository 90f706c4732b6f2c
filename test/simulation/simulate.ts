import { parseArgs } from 'node:util';
import { loadPipeline } from './pipeline.ts';
import { type Outcome, play } from './run.ts';
import { startWorkers } from './workers.ts';

/** `npm run model`: plays seeded schedules of the delivery protocol with faults at every call. */
const { values } = parseArgs({
  options: {
    plays: { type: 'string', default: '10000' },
    from: { type: 'string', default: '1' },
    seed: { type: 'string' },
    workers: { type: 'string' },
    theme: { type: 'string' },
    functions: { type: 'string', default: 'functions' },
  },
});
const BATCH = 25;

if (values.seed) await replay(Number(values.seed));
else await playAll(Number(values.from), Number(values.plays));

async function replay(seed: number): Promise<void> {
  const outcome = await play(seed, { pipeline: await loadPipeline(values.functions) });
  tell(outcome);
  process.exit(outcome.broken.length > 0 ? 1 : 0);
}

async function playAll(first: number, plays: number): Promise<void> {
  const workers = startWorkers(values.workers ? Number(values.workers) : undefined);
  const began = performance.now();
  let played = 0;
  let broken = 0;
  const batches = Array.from({ length: Math.ceil(plays / BATCH) }, (_, index) => first + index * BATCH);
  await Promise.all(
    batches.map(async (from) => {
      const last = Math.min(from + BATCH, first + plays) - 1;
      const themes = values.theme ? { themes: [values.theme] } : {};
      const batch = { folder: values.functions, first: from, last, stops: false, ...themes };
      const result = await workers.play(batch);
      for (const outcome of result.broken) tell(outcome);
      broken += result.broken.length;
      played += result.plays;
      const rate = played / ((performance.now() - began) / 1000);
      if (played % 500 < BATCH)
        console.error(`${played} plays, ${rate.toFixed(1)} a second, ${broken} with a broken promise`);
    }),
  );
  workers.close();
  const seconds = (performance.now() - began) / 1000;
  console.log(`\n${played} plays in ${seconds.toFixed(1)} s: ${broken} with a broken promise`);
  if (broken > 0) console.log('Replay one with: npm run model -- --seed NUMBER');
  process.exit(broken > 0 ? 1 : 0);
}

function tell({ seed, story, broken }: Outcome): void {
  console.log(`\nPlay ${seed}\n${story.map((line) => `  ${line}`).join('\n')}`);
  for (const promise of broken) console.log(`  BROKEN: ${promise}`);
}
