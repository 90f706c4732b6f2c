/**
 * One life of a cloud on data on disk, for the kill test: continues from a time until the run is complete, and then says what the
 * log and the outbox hold. Speaks in lines of JSON.
 */
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { Temporal } from 'temporal-polyfill';
import { pick } from '../../../functions/aws/pick.ts';
import {
  chunks,
  frozenAudiences,
  gate,
  planOf,
  roster,
  runs,
  sendLog,
} from '../../../functions/aws/services.ts';
import type { Fact } from '../../../functions/domain/send/fact.ts';
import { foldStatus } from '../../../functions/domain/send/status.ts';
import { recount } from '../../../functions/queries/recount.ts';
import { virtualClock } from '../../../local/cloud/clock/clock.ts';
import { type Cloud, startCloud } from '../../../local/cloud/cloud.ts';
import type { Life, Result } from './kill-life.ts';

const life = JSON.parse(process.argv[2] ?? '') as Life;
/** The tick's own: it comes at the end of each step. */
const STEP = { minutes: 5 };

const cloud = await startCloud({
  clock: virtualClock(life.from),
  dataDir: life.data,
  // A second's worth of emails is claimed ahead, and stays unknown when its sender dies.
  ses: { maxSendRate: 50, max24HourSend: -1 },
});
const runtime = { env: cloud.env, clock: cloud.clock, log: { info: () => {}, error: () => {} } };
const services = pick(runtime, { chunks, gate, planOf, roster, runs, sendLog, frozenAudiences });
const before = cloud.outbox.length;
const [earlier] = await services.runs.runs();
const known = earlier ? new Set((await factsOf(earlier.runId)).keys()) : new Set();
const unknownToLog = cloud.outbox.filter(({ tags }) => !known.has(tags.filer ?? '')).length;
say({ started: { outbox: before, unknownToLog } });
const timer = setInterval(() => say({ outbox: cloud.outbox.length }), 10);
await upload();
while (!(await isComplete())) await step();
// Until the last events are in the log.
await step();
clearInterval(timer);
say({ result: await result() });
await cloud.stop();

function say(line: object): void {
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

/** Uploads what no earlier life uploaded. */
async function upload(): Promise<void> {
  const there = await cloud.read('inbox/');
  for (const [key, file] of Object.entries(life.uploads)) {
    if (there.has(key)) continue;
    await cloud.put(key, readFileSync(file));
    say({ uploaded: key });
    await cloud.settle();
  }
}

/** Notes first how far time will have come: no later life may begin before. */
async function step(): Promise<void> {
  const to = cloud.clock.now().add(STEP);
  writeFileSync(`${life.clockFile}.unfinished`, to.toString());
  renameSync(`${life.clockFile}.unfinished`, life.clockFile);
  await cloud.advanceTo(to);
}

async function isComplete(): Promise<boolean> {
  const runs = await services.runs.runs();
  const over = Temporal.Instant.compare(cloud.clock.now(), life.until) > 0;
  return over || (runs.length > 0 && runs.every(({ completedAt }) => completedAt));
}

async function factsOf(runId: string): Promise<Map<string, Fact[]>> {
  const facts = new Map<string, Fact[]>();
  for await (const fact of services.sendLog.facts(runId)) {
    facts.set(fact.filerId, [...(facts.get(fact.filerId) ?? []), fact]);
  }
  return facts;
}

async function result(): Promise<Result> {
  const [run] = await services.runs.runs();
  const { byStatus, audience, differences } = await recount(run!, { services, audience: 'decided' });
  const facts = await factsOf(run!.runId);
  const unknown: Result['unknown'][number][] = [];
  let settled = 0;
  for (const [filerId, own] of facts) {
    const doubt = own.find(({ kind }) => kind === 'unknown');
    if (!doubt) continue;
    if (foldStatus(own).status === 'unknown') unknown.push({ filerId, reason: doubt.reason ?? null });
    else settled++;
  }
  return {
    audience,
    byStatus,
    differences,
    settled,
    unknown,
    complete: run?.completedAt !== undefined,
    mails: cloud.outbox.map(({ tags, to }: Cloud['outbox'][number]) => [tags.filer ?? '', to[0] ?? '']),
    failures: cloud.failures.map(({ what }) => what),
    denials: cloud.denials.length,
  };
}
