import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addResults, readResults } from './lib/results.ts';

/** What a rehearsal of the example costs, beside as many of the SDK's bare calls as the sender's part measured. */
const folder = mkdtempSync(join(tmpdir(), 'crier-bench-'));
const usage = join(folder, 'usage.json');
const out = join(folder, 'out');
const args = ['--import', './local/lib/register.ts', '--import', './bench/lib/note-usage.ts'];
execFileSync(process.execPath, [...args, 'local/rehearse/rehearse.ts', '--out', out], {
  env: { ...process.env, CRIER_NOTE_USAGE: usage },
});
const { cpuMilliseconds, milliseconds } = JSON.parse(readFileSync(usage, 'utf8'));
const { totals } = JSON.parse(readFileSync(join(out, 'summary.json'), 'utf8')) as {
  totals: { sent: number };
};
rmSync(folder, { recursive: true });

const bare = readResults().sender?.bareMillisecondsAnEmail;
if (typeof bare !== 'number') throw new Error('Cannot compare because the sender must be measured first');
const ratio = cpuMilliseconds / (totals.sent * bare);
console.log(
  `${totals.sent} emails: ${(cpuMilliseconds / 1000).toFixed(1)} s of CPU, ${(milliseconds / 1000).toFixed(1)} s in all`,
);
console.log(`${ratio.toFixed(1)} x as many bare calls`);
addResults('rehearsal', { cpuBesideBareCalls: ratio, seconds: milliseconds / 1000 });
