import type { Run } from '../../functions/domain/run/run.ts';
import type { Fact } from '../../functions/domain/send/fact.ts';
import { recount } from './commands.ts';
import type { Game } from './game.ts';
import { judgeDateChanges, type Logs } from './invariants-date-change.ts';
import { judgeResend, mostWithoutPeople } from './invariants-resends.ts';
import { judgeSecondary } from './invariants-secondary.ts';
import { isSecondary } from './launch.ts';
import type { Accepted } from './others.ts';

/** A run's filer, as the judge looks at them. */
interface Case {
  readonly name: string;
  readonly facts: readonly Fact[];
  readonly mails: readonly Accepted[];
  /** Leases that their chunk lost. */
  readonly lost: number;
}

/** Senders that die may take this many leases with them before a chunk gives up; it should be three. */
const MOST_LOST = 6;

/** Checks every promise against what SES took. @param endsAt When faults ended, in epoch milliseconds. */
export async function judge(game: Game, endsAt: number): Promise<void> {
  const { broken, outside, witness } = game;
  witness.checkRate(outside.maxSendRate);
  const runs = await game.phaseServices().runs.runs();
  const heldByPlan = outside.events.some(({ kind }) => /^Phase(Held|Missed)/.test(kind));
  if (runs.length === 0 && !game.moved && !heldByPlan) broken.add('the phase never started');
  const logs = await logsOf(game, runs);
  for (const run of runs) await judgeRun(game, { run, endsAt, all: logs.get(run.runId)! });
  await judgeDateChanges(game, { runs, logs });
  for (const mails of Map.groupBy(outside.accepted, messageOf).values()) {
    const of = new Set(mails.map(({ run }) => run));
    if (of.size > 1) broken.add(`${mails[0]!.filer.slice(0, 4)} got the same message from ${of.size} runs`);
  }
  for (const { detail } of outside.events) {
    if (detail.differences) broken.add(`the sweep finds ${detail.differences} differences`);
  }
  await recount(game);
  for (const promise of witness.broken) broken.add(promise);
  game.tell(`SES took ${outside.accepted.length}; ${broken.size} promises broken`);
}

/** A filer gets each phase from one run, whatever its time; and each change of dates, by the instant in its run's id. */
function messageOf({ filer, run }: Accepted): string {
  return `${filer} ${run.startsWith('date-change') ? run.replace(/--\d+/, '') : 'phase'}`;
}

async function logsOf(game: Game, runs: readonly Run[]): Promise<Logs> {
  const { sendLog } = game.phaseServices();
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

interface JudgedRun {
  readonly run: Run;
  readonly endsAt: number;
  readonly all: ReadonlyMap<string, readonly Fact[]>;
}

async function judgeRun(game: Game, { run, endsAt, all }: JudgedRun): Promise<void> {
  const { broken, outside } = game;
  const { chunks } = game.phaseServices();
  const kept = await Array.fromAsync(chunks.chunks(run.runId));
  const own = kept.filter(({ name }) => !name.startsWith('retry-'));
  const inChunks = own.flatMap(({ attempts }) => attempts.map(({ filerId }) => filerId));
  if (!run.completedAt) broken.add('a run never completes');
  const told = outside.events.some(
    ({ kind, detail }) => kind === 'PhaseCompleted' && detail.run === run.runId,
  );
  if (run.completedAt && !told) broken.add('completed, and nobody was told');
  if (new Set(inChunks).size !== inChunks.length) broken.add('a filer stands in two chunks');
  if (kept.some(({ expiredLeases }) => expiredLeases > MOST_LOST))
    broken.add('a chunk that kills its senders goes on for ever');
  if (run.cancelled && !game.moved) broken.add(`cancelled without a reason: ${run.cancelled}`);
  const members = membersOf(game, run);
  // A run that a moved launch cancelled may not have reached everybody; who was in a chunk is accounted for.
  // Whom a change of dates is for has its own judge.
  const isChange = run.kind === 'date-change';
  const expected = run.cancelled || isChange ? inChunks : members;
  for (const filerId of new Set([...expected, ...all.keys()])) {
    const name = filerId.slice(0, 4);
    if (!members.includes(filerId) && !isChange)
      broken.add(`${name} has facts and is not in the roster of the run`);
    const chunk = own.find(({ attempts }) => attempts.some((attempt) => attempt.filerId === filerId));
    const facts = all.get(filerId) ?? [];
    const mails = outside.accepted.filter((mail) => mail.filer === filerId && mail.run === run.runId);
    const one = { name, facts, mails, lost: chunk?.expiredLeases ?? 0 };
    judgeMails(game, one);
    judgeStatus(game, one);
    judgeResend(game, { run, facts, endsAt, name });
    judgeReasons(game, { ...one, endsAt, isPoisoned: isPoisoned(game, chunk?.attempts ?? []) });
  }
  await judgeSecondary(game, { run, facts: all });
  for (const { run: runId, filer, attempt, kind } of game.told) {
    if (runId !== run.runId) continue;
    const isThere = all.get(filer)?.some((fact) => fact.kind === kind && `${fact.attempt}` === attempt);
    if (!isThere) broken.add(`SES told of ${kind}, and the log forgot`);
  }
}

/** Everybody whom the phase was for, by the roster that the run froze. */
function membersOf({ rosters }: Game, { rosterVersion }: Run): string[] {
  const filers = rosters.get(rosterVersion) ?? [];
  return filers.filter(({ cmecfStatus }) => cmecfStatus === 'active').map(({ filerId }) => filerId);
}

function isPoisoned({ poison }: Game, attempts: readonly { filerId: string }[]): boolean {
  return attempts.some(({ filerId }) => filerId === poison?.filer);
}

/** One email an attempt, and a further one to an address only after one of which nobody knew whether it went out. */
function judgeMails(game: Game, { name, facts, mails }: Case): void {
  const { broken } = game;
  const attempts = mails.map(({ attempt }) => Number(attempt)).sort((a, b) => a - b);
  if (new Set(attempts).size !== attempts.length) broken.add(`${name} got ${mails.length} emails`);
  const primary = mails.filter(({ to }) => !isSecondary(to)).map(({ attempt }) => Number(attempt));
  if (primary.length > mostWithoutPeople(game))
    broken.add(`${name} got ${primary.length} emails, and nobody retried`);
  for (const attempt of primary.sort((a, b) => a - b).slice(0, -1)) {
    const wasUnknown = facts.some((fact) => fact.attempt === attempt && fact.kind === 'unknown');
    if (!wasUnknown) broken.add(`${name} got another email, and attempt ${attempt} had never been unknown`);
  }
  for (const { attempt, kind, reason } of facts) {
    const isTaken = attempts.includes(attempt);
    // A sender that lost its turn may still write `skipped`: the lowest of all facts, so the status is judged, not it.
    if (isTaken && kind === 'failed')
      broken.add(`attempt ${attempt} of ${name} is called ${kind} (${reason}), and SES took it`);
    if (!isTaken && !['failed', 'unknown', 'skipped'].includes(kind))
      broken.add(`attempt ${attempt} of ${name} is called ${kind}, and SES never took it`);
  }
}

/** The status says what SES knows. */
function judgeStatus(game: Game, { name, facts, mails, lost }: Case): void {
  const { status } = game.pipeline.sendLog.foldStatus(facts);
  const isTaken = mails.length > 0;
  if (status === 'waiting') game.broken.add(`${name} vanished: no fact at all`);
  if (isTaken && (status === 'failed' || status === 'skipped'))
    game.broken.add(`${name} is called ${status}, and SES took the email`);
  if (!isTaken && !['failed', 'unknown', 'skipped', 'waiting'].includes(status))
    game.broken.add(`${name} is called ${status}, and SES took nothing`);
  const onlyNotNow = game.struck.every(
    ({ fault, label }) => (fault === 'throttle' || fault === 'refuse') && label.startsWith('SES Send'),
  );
  if (status === 'unknown' && lost === 0 && onlyNotNow)
    game.broken.add(`${name} is called unknown, and SES answered every call`);
}

/** Nothing is given up without need. */
function judgeReasons(
  game: Game,
  { name, facts, endsAt, isPoisoned }: Case & { endsAt: number; isPoisoned: boolean },
): void {
  const expiry = Date.parse('2018-07-24T19:00:00Z');
  for (const { reason } of facts) {
    if (reason === 'expired' && endsAt < expiry - 3 * 3_600_000)
      game.broken.add(`${name} waited until it expired`);
    if (reason === 'sender-lost' && game.poison && !isPoisoned)
      game.broken.add(`${name} was given up because of somebody else's email`);
  }
}
