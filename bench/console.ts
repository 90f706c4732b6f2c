import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { table } from '../docs/guides/markdown.ts';
import { dynamo } from '../functions/aws/clients.ts';
import { getItem } from '../functions/aws/dynamo.ts';
import { ENV } from '../functions/lib/env.ts';
import { virtualClock } from '../local/cloud/clock/clock.ts';
import { startCloud } from '../local/cloud/cloud.ts';
import { aligned } from '../local/lib/aligned.ts';
import { consolePages, playUntilHeld } from '../test/support/e2e/console-pages.ts';
import { fillConsole } from './console-fill.ts';
import { addResults } from './lib/results.ts';
import { idAt, RUN } from './log-fill.ts';
import { withMeasured } from './page/page.ts';
import { type Reads, readMeter } from './read-meter.ts';

/**
 * What each page of the console costs with a large roster, beside one read of one item. With the usual numbers, all
 * pages are written into `bench/console.md`.
 */
const USUAL = { filers: 100_000, sends: 20_000 };
const { values } = parseArgs({
  options: {
    filers: { type: 'string', default: String(USUAL.filers) },
    sends: { type: 'string', default: String(USUAL.sends) },
    /** Which pages, as a regular expression on their names. */
    pages: { type: 'string', default: '' },
  },
});
const FILERS = Number(values.filers);
const SENDS = Number(values.sends);
const TIMES = 20;
const PAGES = new RegExp(values.pages);
const DIRECTORY = join(import.meta.dirname, `../out/bench-console-${process.pid}`);
const LOOKED_AT = '2018-09-25T14:00:00Z';

const meter = readMeter();
rmSync(DIRECTORY, { recursive: true, force: true });
mkdirSync(DIRECTORY, { recursive: true });
const cloud = await startCloud({ clock: virtualClock('2018-07-20T12:00:00Z'), dataDir: DIRECTORY });
await playUntilHeld(cloud);
await cloud.invoke('Act', { act: 'lift', scope: 'all', by: 'otto', why: 'They keep up again' });
await cloud.advanceTo(LOOKED_AT);
await fillConsole(cloud, { filers: FILERS, sends: SENDS });
const cookies = new Map<string, string>();
await signIn();

const db = dynamo();
const deliveries = { db, name: cloud.env[ENV.deliveryTable]! };
const item = await measured(() => getItem(deliveries, { pk: 'gate', sk: 'gate' }, { consistent: false }));
const oneItem = `One item read through the SDK: ${item.median.toFixed(2)} ms, ${item.cpu.toFixed(2)} ms of CPU.`;
console.log(oneItem);
const HEADS = ['page', 'p50 ms', 'p95 ms', 'CPU ms', 'calls', 'read units', 'KB'];
const rows: [page: string, ...figures: number[]][] = [];
let failed = 0;
for (const [name, form] of Object.entries({ ...(await consolePages(cloud)), ...largePages() })) {
  if (!PAGES.test(name)) continue;
  process.stdout.write('.');
  try {
    rows.push([name, ...(await cellsOf(form))]);
  } catch (error) {
    failed++;
    console.error(`\n${name}: ${(error as Error).message}`);
  }
}
console.log(`\n${aligned(HEADS, rows)}`);
await cloud.stop();
rmSync(DIRECTORY, { recursive: true, force: true });
if (failed === 0 && FILERS === USUAL.filers && SENDS === USUAL.sends && values.pages === '') record();
process.exit(failed > 0 ? 1 : 0);

function record(): void {
  const most = (column: number) => Math.max(...rows.map((row) => Number(row[column])));
  addResults('console', { slowestPageP95: most(2), largestPageKilobytes: most(6) });
  const page = join(import.meta.dirname, 'console.md');
  writeFileSync(
    page,
    withMeasured(
      readFileSync(page, 'utf8'),
      `${table(
        HEADS,
        rows.map((row) => row.map(String)),
      )}\n${oneItem}\n`,
    ),
  );
}

async function cellsOf(form: string): Promise<number[]> {
  const path = await pathOf(form);
  let bytes = 0;
  let reads: Reads = { calls: 0, units: 0 };
  const { median, p95, cpu } = await measured(async () => {
    meter.take();
    const answer = await go(cloud.console + path);
    bytes = Buffer.byteLength(await answer.text());
    reads = meter.take();
    if (answer.status >= 400 && form !== '/nowhere') throw new Error(`${path} answers ${answer.status}`);
  });
  const numbers = [median, p95, cpu, reads.calls, reads.units].map((number) => Math.round(number));
  return [...numbers, Math.round(bytes / 100) / 10];
}

/** Pages that differ with a large roster. After `>` come the links that are followed, by their text. */
function largePages(): Readonly<Record<string, string>> {
  return {
    'filers, by name': '/filers',
    'filers, third page': '/filers>Next page>Next page',
    'filers, back from there': '/filers>Next page>Next page>Previous page',
    'filers, by name, Z to A': '/filers?order=z-a',
    'filers, by firm': '/filers?sort=firm',
    'filers, by state': '/filers?sort=state',
    'filers, state and type': '/filers?state=needs-upgrade&type=attorney',
    'filers, never emailed': '/filers?reach=suppressed',
    'filers, two letters': '/filers?q=sm',
    'filers, jane smi': '/filers?q=jane%20smi>Next page',
    'filers, search and state': '/filers?q=jane%20smi&state=conflict',
    'one of many filers': `/filers/${idAt(11, FILERS)}`,
    'phone list, by name': '/filers/phone-list?sort=name',
    'phone list, last call': '/filers/phone-list?sort=last-call&page=3',
    'log, all of a run': `/log?run=${RUN}>Next page`,
    'log, failed': `/log?run=${RUN}&status=failed`,
    'log, skipped': `/log?run=${RUN}&status=skipped`,
    'log, a state': `/log?run=${RUN}&state=conflict`,
    'log, attention, page 2': '/log/attention>Next page',
    'log, search': '/log/search?q=jane%20smi',
  };
}

/** The path of a page: a search is posted, and links are followed. */
async function pathOf(page: string): Promise<string> {
  const [form = '', ...links] = page.split('>');
  let path = form.includes('q=') ? await searched(form) : form;
  for (const label of links) {
    const text = await (await go(cloud.console + path)).text();
    const [, href] = new RegExp(`href="([^"]+)"[^>]*>[^<]*${label}`).exec(text) ?? [];
    if (!href) throw new Error(`Cannot go on because ${path} must have a link "${label}"`);
    path = href.replaceAll('&amp;', '&');
  }
  return path;
}

interface Measured {
  readonly median: number;
  readonly p95: number;
  /** CPU time of the process on average, with the embedded services in it. */
  readonly cpu: number;
}

async function measured(run: () => Promise<unknown>): Promise<Measured> {
  await run();
  const times: number[] = [];
  const cpu = process.cpuUsage();
  for (let turn = 0; turn < TIMES; turn++) {
    const before = performance.now();
    await run();
    times.push(performance.now() - before);
  }
  const { user, system } = process.cpuUsage(cpu);
  times.sort((one, other) => one - other);
  const at = (share: number) => times[Math.ceil(TIMES * share) - 1]!;
  return { median: at(0.5), p95: at(0.95), cpu: (user + system) / 1000 / TIMES };
}

/** Sends a search form. @returns the path that it leads to */
async function searched(form: string): Promise<string> {
  const { pathname, searchParams } = new URL(form, cloud.console);
  const [, csrf = ''] =
    /name="csrf" value="([^"]+)"/.exec(await (await go(cloud.console + pathname)).text()) ?? [];
  searchParams.set('csrf', csrf);
  const answer = await go(cloud.console + pathname, { method: 'POST', body: searchParams });
  return answer.headers.get('location')!;
}

/** Follows no redirect, and keeps cookies. */
async function go(url: string, form: RequestInit = {}): Promise<Response> {
  const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const headers = { cookie, origin: cloud.console, authorization: cloud.pageKey.authorization };
  const answer = await fetch(url, { ...form, redirect: 'manual', headers });
  for (const set of answer.headers.getSetCookie()) {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
    cookies.set(name, value);
  }
  return answer;
}

async function signIn(): Promise<void> {
  const start = await go(`${cloud.console}/sign-in/start`);
  const choice = new URL(start.headers.get('location')!);
  choice.searchParams.set('person', 'clara');
  const { authorization } = cloud.pageKey;
  const back = await fetch(choice, { redirect: 'manual', headers: { authorization } });
  await go(back.headers.get('location')!);
}
