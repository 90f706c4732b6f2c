import { type ChildProcess, execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { simpleParser } from 'mailparser';
import { bundleOf } from '../infra/bundled-packages.ts';
import { answerOf, child } from './lib/children.ts';
import { medianOf } from './lib/median.ts';
import { addResults } from './lib/results.ts';
import type { Took } from './lib/took.ts';
import type { Answer, Ask, Site, Start, Taken } from './sender/messages.ts';

/**
 * `npm run bench -- sender`: the cost of an email in the sender, compared with the SDK's bare call and a typical script. Each is
 * a process of its own and sends the same emails to the same cloud, taking turns; the first turn of each warms it up
 * and isn't counted.
 */
const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '2000' },
    rounds: { type: 'string', default: '3' },
  },
});
const CONTESTANTS = ['bare', 'usual', 'crier'] as const;
/** Faster than any contestant is. */
const UNTHROTTLED = 2_000;
/** Crier uses 85 % of the account's rate. */
const AT_200 = 200 / 0.85;
/** Of so many emails what the server got is compared. */
const COMPARED = 50;
const STARTS = 10;

const folder = mkdtempSync(join(tmpdir(), 'crier-bench-'));
const children: ChildProcess[] = [];
try {
  await measure();
} finally {
  for (const child of children) child.disconnect();
  rmSync(folder, { recursive: true });
}

async function measure(): Promise<void> {
  const bundle = join(folder, 'send-email.mjs');
  await bundleOf('functions/send-email/send-email.lambda.ts', bundle);
  const cloud = opened(child('sender/cloud.ts', { args: [values.rows] }));
  const { site } = await answerOf<{ site: Site }>(cloud);
  const ask = async (question: Ask) => {
    cloud.send(question);
    await answerOf<Answer>(cloud);
  };
  const reset = (maxSendRate: number) => ask({ reset: { maxSendRate } });
  const take = async (name: string) => {
    await ask({ takeTo: join(folder, name) });
    return JSON.parse(readFileSync(join(folder, name), 'utf8')) as Taken[];
  };
  const { emails } = site;
  console.log(`${emails} emails a turn, ${values.rounds} turns each. Bundle: ${kilobytes(bundle)} KB`);

  const crier = await contestant('crier', { site, bundle, mails: '' });
  await reset(UNTHROTTLED);
  await turnOf(crier);
  const wanted = await contentsOf(await take('crier.json'));
  const mails = join(folder, 'crier.json');
  const others = {
    bare: await contestant('bare', { site, bundle, mails }),
    usual: await contestant('usual', { site, bundle, mails }),
  };
  const all = { ...others, crier };
  for (const name of ['bare', 'usual'] as const) {
    await turnOf(all[name]);
    requireSame(name, { wanted, got: await contentsOf(await take(`${name}.json`)) });
  }

  const took: Record<(typeof CONTESTANTS)[number], Took[]> = { bare: [], usual: [], crier: [] };
  for (let round = 0; round < Number(values.rounds); round++) {
    for (const name of CONTESTANTS) {
      if (name === 'crier') await reset(UNTHROTTLED);
      took[name].push(await turnOf(all[name]));
    }
  }
  await reset(AT_200);
  const slow = await contestant('crier', { site, bundle, mails });
  const paced = await turnOf(slow);
  report({ took, paced, emails, starts: startTimes(bundle), bytes: statSync(bundle).size });
}

interface Measured {
  readonly took: Readonly<Record<(typeof CONTESTANTS)[number], readonly Took[]>>;
  readonly paced: Took;
  readonly emails: number;
  readonly starts: { readonly bundle: number; readonly node: number };
  readonly bytes: number;
}

function report({ took, paced, emails, starts, bytes }: Measured): void {
  const cpu = (name: (typeof CONTESTANTS)[number]) =>
    medianOf(took[name].map(({ cpuMilliseconds }) => cpuMilliseconds)) / emails;
  const bare = cpu('bare');
  for (const name of CONTESTANTS) {
    const [last] = took[name].slice(-1);
    const calls = (last!.calls / emails).toFixed(2);
    console.log(
      `${name.padEnd(6)} ${(cpu(name) / bare).toFixed(2).padStart(6)} x  ${cpu(name).toFixed(2).padStart(6)} ms CPU an email  ` +
        `${calls.padStart(5)} calls an email  ${last!.megabytes.toFixed(0).padStart(4)} MB`,
    );
  }
  const used = (emails / (paced.milliseconds / 1000) / 200) * 100;
  console.log(
    `At 200/s: ${(paced.calls / emails).toFixed(2)} calls an email, ${paced.megabytes.toFixed(0)} MB, ${used.toFixed(0)} % of the rate`,
  );
  console.log(`Ready in ${(starts.bundle / starts.node).toFixed(1)} x the time of bare Node`);
  addResults('sender', {
    bareMillisecondsAnEmail: bare,
    cpuBesideBareCall: cpu('crier') / bare,
    usualBesideBareCall: cpu('usual') / bare,
    callsAnEmailUnthrottled: took.crier.at(-1)!.calls / emails,
    callsAnEmailAt200: paced.calls / emails,
    megabytesAt200: paced.megabytes,
    megabytesUnthrottled: took.crier.at(-1)!.megabytes,
    rateUsedAt200: used / 100,
    readyBesideBareNode: starts.bundle / starts.node,
    bundleKilobytes: bytes / 1000,
  });
}

function kilobytes(file: string): string {
  return (statSync(file).size / 1000).toFixed(0);
}

/** A process that is ended with the others. */
function opened(process: ChildProcess): ChildProcess {
  children.push(process);
  return process;
}

async function contestant(
  name: Start['contestant'],
  given: Omit<Start, 'contestant'>,
): Promise<ChildProcess> {
  const process = opened(
    child('sender/contestant.ts', name === 'crier' ? { nodeOptions: nodeOptionsOf(given.site) } : {}),
  );
  process.send({ contestant: name, ...given });
  await answerOf(process);
  return process;
}

/** The options that Node gets in the deployed function. */
function nodeOptionsOf({ env }: Site): string {
  return env.NODE_OPTIONS ?? '';
}

async function turnOf(process: ChildProcess): Promise<Took> {
  process.send('send');
  return answerOf<Took>(process);
}

/** What a reader sees of emails, by address. */
async function contentsOf(mails: readonly Taken[]): Promise<Map<string, string>> {
  const sorted = mails.toSorted((one, other) => one.to.localeCompare(other.to));
  const read = sorted.slice(0, COMPARED).map(async ({ to, raw }) => {
    const { subject, text, html } = await simpleParser(Buffer.from(raw, 'base64'));
    return [to, JSON.stringify({ subject, text: text?.trimEnd(), html: String(html).trimEnd() })] as const;
  });
  return new Map([...(await Promise.all(read)), ['all', String(mails.length)]]);
}

function requireSame(
  name: string,
  { wanted, got }: { wanted: ReadonlyMap<string, string>; got: ReadonlyMap<string, string> },
): void {
  for (const [to, content] of wanted) {
    if (got.get(to) !== content)
      throw new Error(`Cannot compare because ${name} must send the same emails as Crier: ${to} differs`);
  }
}

/** How long a process takes that loads the bundle, and one that loads nothing, in milliseconds. */
function startTimes(bundle: string): { bundle: number; node: number } {
  const timeOf = (code: string) => {
    const began = performance.now();
    execFileSync(process.execPath, ['--input-type=module', '-e', code], { cwd: folder });
    return performance.now() - began;
  };
  const times = Array.from({ length: STARTS }, () => ({
    bundle: timeOf(`await import(${JSON.stringify(bundle)})`),
    node: timeOf(''),
  }));
  return {
    bundle: medianOf(times.map((one) => one.bundle)),
    node: medianOf(times.map((one) => one.node)),
  };
}
