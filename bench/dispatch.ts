import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundleOf } from '../infra/bundled-packages.ts';
import { aligned } from '../local/lib/aligned.ts';
import { answerOf, child } from './lib/children.ts';
import type { Place } from './lib/place.ts';
import { addResults } from './lib/results.ts';
import type { Took } from './lib/took.ts';

/**
 * What it takes StartPhase to decide an audience and to enqueue it, by the
 * roster's size. The cloud is another process.
 */
const SIZES = process.argv.length > 2 ? process.argv.slice(2).map(Number) : [1_000, 5_000, 10_000];

const folder = mkdtempSync(join(tmpdir(), 'crier-bench-'));
const bundle = join(folder, 'start-phase.mjs');
await bundleOf('functions/start-phase/start-phase.lambda.ts', bundle);
const rows: (string | number)[][] = [];
const figures: Record<string, number> = {};
for (const size of SIZES) {
  const { milliseconds, cpuMilliseconds, calls, megabytes } = await startWith(size);
  const thousands = size / 1000;
  figures[`secondsAt${size}`] = milliseconds / 1000;
  figures[`cpuMillisecondsAThousandAt${size}`] = cpuMilliseconds / thousands;
  figures[`callsAThousandAt${size}`] = calls / thousands;
  figures[`megabytesAt${size}`] = megabytes;
  const numbers = [milliseconds / 1000, cpuMilliseconds / thousands, calls / thousands, megabytes];
  rows.push([size.toLocaleString('en'), ...numbers.map((one) => Number(one.toPrecision(3)))]);
}
rmSync(folder, { recursive: true });
console.log(aligned(['filers', 'seconds', 'ms CPU / 1,000', 'calls / 1,000', 'MB'], rows));
addResults('dispatch', figures);

async function startWith(size: number): Promise<Took> {
  const cloud = child('dispatch/cloud.ts', { args: [String(size)] });
  const place = await answerOf<Place>(cloud);
  const start = child('dispatch/start.ts');
  start.send({ place, bundle });
  const took = await answerOf<Took>(start);
  cloud.disconnect();
  return took;
}
