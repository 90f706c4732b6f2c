import { parseArgs } from 'node:util';
import { startDynamoDb } from '../../local/dynamodb.ts';
import { loadPipeline } from './pipeline.ts';
import { play } from './play.ts';

/** `npm run model`: plays seeded schedules of the delivery protocol with faults at every call. */
const { values } = parseArgs({
  options: {
    plays: { type: 'string', default: '10000' },
    from: { type: 'string', default: '1' },
    seed: { type: 'string' },
    functions: { type: 'string', default: 'functions' },
  },
});
const first = Number(values.seed ?? values.from);
const count = values.seed ? 1 : Number(values.plays);
const pipeline = await loadPipeline(values.functions);
let broken = 0;
const began = performance.now();
let dynamo = await startDynamoDb();
for (let seed = first; seed < first + count; seed++) {
  // Tables of earlier plays make dynalite slow: a new one now and then.
  if ((seed - first) % 200 === 199) {
    await dynamo.close();
    dynamo = await startDynamoDb();
  }
  const outcome = await play(seed, { pipeline, dynamoUrl: dynamo.url });
  if (values.seed || outcome.broken.length > 0) {
    console.log(`\nPlay ${seed}\n${outcome.story.map((line) => `  ${line}`).join('\n')}`);
    for (const promise of outcome.broken) console.log(`  BROKEN: ${promise}`);
  }
  if (outcome.broken.length > 0) broken++;
  if ((seed - first) % 100 === 99)
    console.error(`${seed - first + 1} plays, ${broken} with a broken promise`);
}
const seconds = (performance.now() - began) / 1000;
console.log(`\n${count} plays in ${seconds.toFixed(1)} s: ${broken} with a broken promise`);
if (broken > 0) console.log('Replay one with: npm run model -- --seed NUMBER');
process.exit(broken > 0 ? 1 : 0);
