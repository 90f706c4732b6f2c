import { fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { answerOf } from './lib/children.ts';
import { addResults } from './lib/results.ts';

/** What `npm start` takes of a core while nobody uses it. V8 tidies its memory once, up to a minute after the start. */
const RESTS_MILLISECONDS = 60_000;
const WATCHED_MILLISECONDS = 30_000;

const folder = mkdtempSync(join(tmpdir(), 'crier-bench-'));
const start = fork('local/start/open.ts', ['--data', folder], {
  execArgv: ['--import', './bench/lib/tell-usage.ts'],
  stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
});
const began = performance.now();
for await (const text of start.stdout!) if (String(text).includes('http://')) break;
const seconds = (performance.now() - began) / 1000;
await wait(RESTS_MILLISECONDS);
const before = await cpuMicroseconds();
await wait(WATCHED_MILLISECONDS);
const share = ((await cpuMicroseconds()) - before) / (WATCHED_MILLISECONDS * 1000);
start.kill();
rmSync(folder, { recursive: true, force: true });
console.log(`started in ${seconds.toFixed(1)} s; idle, ${(share * 100).toFixed(2)} % of a core`);
addResults('idle', { shareOfACore: share, secondsToStart: seconds });

function cpuMicroseconds(): Promise<number> {
  start.send('usage');
  return answerOf<number>(start);
}
