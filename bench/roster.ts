import { fork } from 'node:child_process';
import { existsSync, mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { aligned } from '../local/lib/aligned.ts';
import { answerOf, child } from './lib/children.ts';
import { medianOf } from './lib/median.ts';
import { addResults } from './lib/results.ts';
import type { Contestant, RosterCloud, Took } from './roster/contestant.ts';
import { writeRosterFile } from './roster/file.ts';

/**
 * What a row of a roster takes: csv-parse alone, Crier's reading and deciding, and all of intake. S3 and the table are
 * another process. `npm run bench:roster -- 1000000` measures a large roster.
 */
const USUAL_ROWS = 100_000;
const ROWS = Number(process.argv[2] ?? USUAL_ROWS);
/** A large roster takes minutes. */
const TURNS = ROWS > 200_000 ? 1 : 3;
const OUT = join(import.meta.dirname, '../out');
const FILE = join(OUT, `bench-roster-${ROWS}.csv`);
const PLAN = join(import.meta.dirname, '../examples/nysb-2018/launch.json');
const BUNDLE = join(OUT, 'bench-roster.mjs');

mkdirSync(OUT, { recursive: true });
if (!existsSync(FILE)) await writeRosterFile(FILE, ROWS);
// Bundled like the function, so that stripping types isn't measured.
await build({
  entryPoints: [join(import.meta.dirname, 'roster/contestant.ts')],
  outfile: BUNDLE,
  bundle: true,
  minify: true,
  platform: 'node',
  format: 'esm',
  target: 'node24',
  banner: {
    js: "import { createRequire } from 'node:module';const require = createRequire(import.meta.url);",
  },
});

console.log(`${ROWS.toLocaleString('en')} rows, ${Math.round(statSync(FILE).size / 1e6)} MB`);
const bare: Took[] = [];
const decide: Took[] = [];
const whole: Took[] = [];
for (let turn = 0; turn < TURNS; turn++) {
  bare.push(await took('bare'));
  decide.push(await took('decide'));
  whole.push(await takenIn());
}
const microseconds = (all: readonly Took[]) =>
  medianOf(all.map(({ cpuMicroseconds }) => cpuMicroseconds)) / ROWS;
const row = (name: string, all: readonly Took[]) => [
  name,
  medianOf(all.map(({ seconds }) => seconds)).toFixed(1),
  microseconds(all).toFixed(1),
  Math.round(megabytesOf(all)),
];
const rows = [
  row('csv-parse alone', bare),
  row('reading and deciding', decide),
  row('intake, 4,000 writes/s', whole),
];
console.log(aligned(['', 'seconds', 'µs CPU / row', 'MB at most'], rows));
if (ROWS === USUAL_ROWS) {
  addResults('roster', {
    decideBesideCsvParse: microseconds(decide) / microseconds(bare),
    microsecondsARow: microseconds(whole),
    megabytes: megabytesOf(whole),
  });
}

function megabytesOf(all: readonly Took[]): number {
  return Math.max(...all.map(({ megabytes }) => megabytes));
}

/** @param cloud of `whole` */
function took(name: Contestant, cloud?: RosterCloud): Promise<Took> {
  // The function's own setting: V8 keeps fewer short-lived objects.
  const execArgv = ['--max-semi-space-size=4'];
  return answerOf<Took>(fork(BUNDLE, [name, FILE, PLAN, JSON.stringify(cloud ?? null)], { execArgv }));
}

async function takenIn(): Promise<Took> {
  const cloud = child('roster/cloud.ts', { args: [FILE] });
  try {
    return await took('whole', await answerOf<RosterCloud>(cloud));
  } finally {
    cloud.disconnect();
  }
}
