import { spawnSync } from 'node:child_process';
import { createReadStream, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkTable } from '../functions/ingest-roster/check-table.ts';
import { openTable } from '../functions/ingest-roster/table/open-table.ts';
import { CSVS } from './hostile-csvs.ts';
import type { HostileFile } from './hostile-make.ts';
import { WORKBOOKS } from './hostile-workbooks.ts';

/** What a file may take, Node's own start included. */
const MAX_SECONDS = 10;
const MAX_MEBIBYTES = 300;
const KILL_SECONDS = 120;

const INTRODUCTION = `# Hostile files

\`npm run bench:hostile\` makes files designed to break the parser, and checks each as a roster in its own process: opened,
checked, and its rows decided. None may take more than ${MAX_SECONDS} s of the processor or ${MAX_MEBIBYTES} MiB; the process itself takes some 0.6 s and 110 MiB
to start. \`npm run bench:hostile -- XLSX\` runs those whose name begins so, and prints only.

`;

interface Outcome {
  readonly said: string;
  /** Of the processor: on a busy machine, the time that passes says little. */
  readonly seconds: number;
  readonly mebibytes: number;
}

/** Reads a file as the intake does, in this process. */
async function read(path: string): Promise<Outcome> {
  const opened = await openTable({ read: () => createReadStream(path) as AsyncIterable<Uint8Array> });
  const settings = {
    kind: 'roster',
    courtId: 'nysb',
    zone: 'America/New_York',
    today: '2018-07-24',
    pivotDate: '2018-10-22',
    base: null,
  } as const;
  const result = opened.ok ? await checkTable(opened.table, settings) : opened;
  let [taken, refused] = [0, 0];
  if (result.ok) {
    for await (const rows of result.checked.decide()) {
      for (const { filer } of rows) filer ? taken++ : refused++;
    }
  }
  const said = result.ok ? `${taken} taken, ${refused} refused` : result.refused;
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  return { said, seconds: (userCPUTime + systemCPUTime) / 1e6, mebibytes: Math.round(maxRSS / 1024) };
}

/** Has a file read by another process. */
function measure(path: string): Outcome {
  // As the function runs, by infra/stages/ingest-roster.ts.
  const args = ['--max-semi-space-size=4', import.meta.filename, 'read', path];
  const options = { encoding: 'utf8', timeout: 1000 * KILL_SECONDS } as const;
  const { stdout, signal, status } = spawnSync(process.execPath, args, options);
  if (status === 0) return JSON.parse(stdout);
  return { said: `DIED (${signal ?? status})`, seconds: Number.NaN, mebibytes: Number.NaN };
}

async function measured(
  { name, make }: HostileFile,
  folder: string,
): Promise<{ line: string; isGood: boolean }> {
  const path = join(folder, 'file');
  await make(path);
  const kilobytes = Math.ceil(statSync(path).size / 1000).toLocaleString('en-US');
  const { said, seconds, mebibytes } = measure(path);
  rmSync(path);
  const isGood = seconds <= MAX_SECONDS && mebibytes <= MAX_MEBIBYTES && said.length < 300;
  const line = `| ${name} | ${kilobytes} | ${seconds.toFixed(1)} | ${mebibytes} | ${said.replaceAll('|', '\\|')} |`;
  console.log(`${isGood ? ' ' : '!'} ${line}`);
  return { line, isGood };
}

async function main(start: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'crier-hostile-'));
  const rows: { line: string; isGood: boolean }[] = [];
  for (const file of [...WORKBOOKS, ...CSVS].filter(({ name }) => name.startsWith(start)))
    rows.push(await measured(file, folder));
  rmSync(folder, { recursive: true });
  process.exitCode = rows.every(({ isGood }) => isGood) ? 0 : 1;
  const head = '| file | kB | CPU s | MiB | what is said |\n|---|---|---|---|---|\n';
  const text = `${INTRODUCTION}${head}${rows.map(({ line }) => line).join('\n')}\n`;
  if (start === '') writeFileSync(join(import.meta.dirname, 'hostile.md'), text);
}

const [mode = '', path = ''] = process.argv.slice(2);
if (mode === 'read') console.log(JSON.stringify(await read(path)));
else await main(mode);
