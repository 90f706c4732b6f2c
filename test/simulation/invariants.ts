import { fixtures } from '#fixtures';
import type { Filer } from '../../functions/domain/filer/filer.ts';
import type { Run } from '../../functions/domain/run/run.ts';
import type { Fact } from '../../functions/domain/send/fact.ts';
import { recount } from './commands.ts';
import { checkAnnouncements } from './invariants-announcements.ts';
import { checkDateChanges, type Logs } from './invariants-date-change.ts';
import { checkFeedback } from './invariants-feedback.ts';
import { checkResend, mostWithoutPeople } from './invariants-resends.ts';
import { checkSecondary } from './invariants-secondary.ts';
import { isSecondary } from './launch.ts';
import type { Accepted } from './others.ts';
import type { Simulation } from './simulation.ts';

/** One filer of a run, with what is checked of them. */
interface Case {
  readonly name: string;
  readonly facts: readonly Fact[];
  readonly mails: readonly Accepted[];
  /** Leases that their chunk lost. */
  readonly lost: number;
}

/**
 * Leases that a chunk may lose, apart from those that expired while their sender paused. It is given up after three,
 * but faults may also crash the sender that gives it up, each time for one more lease. A chunk that no one gives up
 * loses them without end.
 */
const MAX_LOST = 6;

/** Checks every invariant against what SES took. @param endsAt When faults ended, in epoch milliseconds. */
export async function checkInvariants(simulation: Simulation, endsAt: number): Promise<void> {
  const { broken, outside, recorder } = simulation;
  recorder.checkRate(outside.maxSendRate);
  const runs = await simulation.phaseServices().runs.runs();
  const heldByPlan = outside.events.some(({ kind }) => /^Phase(Held|Missed)/.test(kind));
  if (runs.length === 0 && !simulation.moved && !heldByPlan) broken.add('the phase never started');
  const logs = await logsOf(simulation, runs);
  for (const run of runs) await checkRun(simulation, { run, endsAt, all: logs.get(run.runId)! });
  await checkDateChanges(simulation, { runs, logs });
  await checkAnnouncements(simulation, { runs, logs });
  await checkFeedback(simulation);
  for (const mails of Map.groupBy(outside.accepted, messageOf).values()) {
    const of = new Set(mails.map(({ run }) => run));
    if (of.size > 1) broken.add(`${mails[0]!.filer.slice(0, 4)} got the same message from ${of.size} runs`);
  }
  for (const { detail } of outside.events) {
    if (detail.differences) broken.add(`the sweep finds ${detail.differences} differences`);
  }
  await recount(simulation);
  for (const invariant of recorder.broken) broken.add(invariant);
  simulation.log(`SES took ${outside.accepted.length}; ${broken.size} invariants broken`);
}

/**
 * A filer gets each phase from one run, whatever its time; and each announcement, by its id and the instant in its run's
 * id. The number of a run that follows a canceled one is left out; digits may also be all of a one-off message's own id.
 */
function messageOf({ filer, run }: Accepted): string {
  const [, id, at] = /^(date-change|correction|one-off--[0-9a-f]{8})(?:--\d+)?(_.*)$/.exec(run) ?? [];
  return `${filer} ${id ? `${id}${at}` : 'phase'}`;
}

async function logsOf(simulation: Simulation, runs: readonly Run[]): Promise<Logs> {
  const { sendLog } = simulation.phaseServices();
  const logs = new Map<string, Map<string, Fact[]>>();
  for (const { runId } of runs) {
    const facts = await Array.fromAsync(sendLog.facts(runId));
    logs.set(
      runId,
      Map.groupBy(facts, ({ filerId }) => filerId),
    );
  }
  return logs;
}

interface CheckedRun {
  readonly run: Run;
  readonly endsAt: number;
  readonly all: ReadonlyMap<string, readonly Fact[]>;
}

async function checkRun(simulation: Simulation, { run, endsAt, all }: CheckedRun): Promise<void> {
  const { broken, outside } = simulation;
  const { chunks } = simulation.phaseServices();
  const kept = await Array.fromAsync(chunks.chunks(run.runId));
  const own = kept.filter(({ name }) => !name.startsWith('retry-'));
  const inChunks = own.flatMap(({ attempts }) => attempts.map(({ filerId }) => filerId));
  if (!run.completedAt) broken.add('a run never completes');
  const told = outside.events.some(
    ({ kind, detail }) => kind === 'PhaseCompleted' && detail.run === run.runId,
  );
  if (run.completedAt && !told) broken.add('completed, and no event said so');
  if (new Set(inChunks).size !== inChunks.length) broken.add('a filer is in two chunks');
  if (kept.some(({ expiredLeases }) => expiredLeases > MAX_LOST + simulation.pauses))
    broken.add('a chunk that kills its senders goes on for ever');
  // A correction ends when its fact changes once more.
  const mayEnd = simulation.moved || (run.kind === 'correction' && simulation.corrected);
  if (run.cancelled && !mayEnd) broken.add(`cancelled without a reason: ${run.cancelled}`);
  const members = membersOf(simulation, run);
  // A run that a moved launch canceled may not have reached all its filers; those in a chunk are accounted for.
  // The audience of an announcement is checked on its own.
  const isChange = ['date-change', 'correction', 'one-off'].includes(run.kind);
  const expected = run.cancelled || isChange ? inChunks : members;
  for (const filerId of new Set([...expected, ...all.keys()])) {
    const name = filerId.slice(0, 4);
    if (!members.includes(filerId) && !isChange)
      broken.add(`${name} has facts and is not in the roster of the run`);
    const chunk = own.find(({ attempts }) => attempts.some((attempt) => attempt.filerId === filerId));
    const facts = all.get(filerId) ?? [];
    const mails = outside.accepted.filter((mail) => mail.filer === filerId && mail.run === run.runId);
    const one = { name, facts, mails, lost: chunk?.expiredLeases ?? 0 };
    checkMails(simulation, one);
    checkStatus(simulation, one);
    checkResend(simulation, { run, facts, endsAt, name });
    checkReasons(simulation, { ...one, endsAt, isPoisoned: isPoisoned(simulation, chunk?.attempts ?? []) });
  }
  await checkSecondary(simulation, { run, facts: all });
  for (const { run: runId, filer, attempt, messageId, kind } of simulation.recorded) {
    if (runId !== run.runId || kind === null) continue;
    const ofAttempt = all.get(filer)?.filter((fact) => `${fact.attempt}` === attempt) ?? [];
    // The event that an email was sent says nothing new where the sender got the same from SES's answer.
    const says = (fact: Fact) =>
      fact.kind === kind || (kind === 'send' && fact.kind === 'sent' && fact.messageId === messageId);
    if (!ofAttempt.some(says)) broken.add(`SES reported ${kind}, and the log lacks it`);
  }
}

/** Everyone whom the phase was for, by the roster that the run froze. */
function membersOf({ rosters }: Simulation, { rosterVersion }: Run): string[] {
  const filers = rosters.get(rosterVersion) ?? [];
  return filers.filter((filer) => !isClosed(filer)).map(({ filerId }) => filerId);
}

function isClosed(filer: Filer): boolean {
  return Object.entries(fixtures.closedFacts).every(([fact, value]) => filer[fact as keyof Filer] === value);
}

function isPoisoned({ poison }: Simulation, attempts: readonly { filerId: string }[]): boolean {
  return attempts.some(({ filerId }) => filerId === poison?.filer);
}

/**
 * One email for each attempt, and a further one to an address only after one of which it wasn't known whether it went
 * out.
 */
function checkMails(simulation: Simulation, { name, facts, mails }: Case): void {
  const { broken } = simulation;
  const attempts = mails.map(({ attempt }) => Number(attempt)).sort((a, b) => a - b);
  if (new Set(attempts).size !== attempts.length) broken.add(`${name} got ${mails.length} emails`);
  const primary = mails.filter(({ to }) => !isSecondary(to)).map(({ attempt }) => Number(attempt));
  if (primary.length > mostWithoutPeople(simulation))
    broken.add(`${name} got ${primary.length} emails without a retry`);
  for (const attempt of primary.sort((a, b) => a - b).slice(0, -1)) {
    const wasUnknown = facts.some((fact) => fact.attempt === attempt && fact.kind === 'unknown');
    if (!wasUnknown) broken.add(`${name} got another email, and attempt ${attempt} had never been unknown`);
  }
  for (const { attempt, kind, reason } of facts) {
    const isTaken = attempts.includes(attempt);
    // A sender that lost its lease may still write `skipped`: the lowest of all facts, so the status is checked, not
    // it.
    if (isTaken && kind === 'failed')
      broken.add(`attempt ${attempt} of ${name} is called ${kind} (${reason}), and SES took it`);
    if (!isTaken && !['failed', 'unknown', 'skipped'].includes(kind))
      broken.add(`attempt ${attempt} of ${name} is called ${kind}, and SES never took it`);
  }
}

/** The status says what SES knows. */
function checkStatus(simulation: Simulation, { name, facts, mails, lost }: Case): void {
  const { status } = simulation.pipeline.sendLog.foldStatus(facts);
  const isTaken = mails.length > 0;
  if (status === 'waiting') simulation.broken.add(`${name} vanished: no fact at all`);
  if (isTaken && (status === 'failed' || status === 'skipped'))
    simulation.broken.add(`${name} is called ${status}, and SES took the email`);
  if (!isTaken && !['failed', 'unknown', 'skipped', 'waiting'].includes(status))
    simulation.broken.add(`${name} is called ${status}, and SES took nothing`);
  const onlyNotNow = simulation.struck.every(
    ({ fault, label }) => (fault === 'throttle' || fault === 'refuse') && label.startsWith('SES Send'),
  );
  if (status === 'unknown' && lost === 0 && onlyNotNow)
    simulation.broken.add(`${name} is called unknown, and SES answered every call`);
}

/** Nothing is given up without need. */
function checkReasons(
  simulation: Simulation,
  { name, facts, endsAt, isPoisoned }: Case & { endsAt: number; isPoisoned: boolean },
): void {
  const expiry = Date.parse('2018-07-24T19:00:00Z');
  for (const { reason } of facts) {
    if (reason === 'expired' && endsAt < expiry - 3 * 3_600_000)
      simulation.broken.add(`${name} waited until it expired`);
    if (reason === 'sender-lost' && simulation.poison && !isPoisoned)
      simulation.broken.add(`${name} was given up because of another filer's email`);
  }
}
