import { Temporal } from 'temporal-polyfill';
import { reasonsOf } from '../aws/holds.ts';
import type { Services } from '../aws/services.ts';
import type { Account } from '../domain/run/reconcile.ts';
import { type Run, retryName } from '../domain/run/run.ts';
import type { Fact } from '../domain/send/fact.ts';
import { FACTS, foldStatus, type SendStatus } from '../domain/send/status.ts';
import { recount } from './recount.ts';
import { secondaryAttemptOf } from './secondary-attempt.ts';
import { askWaiting, type WaitReport } from './waiting.ts';

/** A run and how it accounts for its audience. */
export interface RunReport extends Account {
  readonly runId: string;
  readonly phaseId: string;
  readonly state: 'running' | 'held' | 'cancelled' | 'complete';
  /** Reasons by which this run and everything are held. */
  readonly holds: readonly string[];
  readonly expiresAt: string;
}

type RunsServices = Pick<
  Services,
  | 'chunks'
  | 'clock'
  | 'gate'
  | 'launch'
  | 'log'
  | 'phases'
  | 'planOf'
  | 'roster'
  | 'runs'
  | 'sendLog'
  | 'told'
>;

export interface RunsReport {
  readonly runs: readonly RunReport[];
  /** Reasons by which everything is held. */
  readonly heldAll: readonly string[];
  /** What waits for a person's release because the plan changed. */
  readonly waiting: readonly WaitReport[];
}

/** Every run with its accounting: `decided` recounts against the audience decided again. */
export async function askRuns(
  services: RunsServices,
  { audience, runId }: { audience: 'counted' | 'decided'; runId?: string | undefined },
): Promise<RunsReport> {
  const gate = await services.gate.read();
  const heldAll = reasonsOf(gate, 'all');
  const wanted = (await services.runs.runs())
    .filter((run) => runId === undefined || run.runId === runId)
    .sort(byTime);
  const runs: RunReport[] = [];
  for (const run of wanted) {
    const account = await recount(run, { services, audience });
    const holds = [...reasonsOf(gate, run.runId), ...heldAll.map((reason) => `all:${reason}`)];
    const { phaseId, expiresAt } = run;
    runs.push({ ...account, runId: run.runId, phaseId, expiresAt, holds, state: stateOf(run, holds) });
  }
  return { runs, heldAll, waiting: await askWaiting(services) };
}

function byTime(one: Run, other: Run): number {
  return one.scheduledFor.localeCompare(other.scheduledFor);
}

function stateOf(run: Run, holds: readonly string[]): RunReport['state'] {
  if (run.cancelled !== undefined) return 'cancelled';
  if (run.completedAt !== undefined) return 'complete';
  return holds.length > 0 ? 'held' : 'running';
}

type FactServices = Pick<Services, 'chunks' | 'sendLog'>;

/** One filer's send in one run, folded. */
export interface SendReport {
  readonly runId: string;
  readonly filerId: string;
  readonly attempt: number;
  readonly status: SendStatus;
  readonly reason: string | null;
  readonly at: string | null;
  /** What the deciding fact says to ops. */
  readonly meaning: string;
  readonly facts: readonly Fact[];
  /** The attempt that went to the secondary address, or `null`. */
  readonly secondaryAttempt: number | null;
}

export interface AttentionReport {
  readonly sends: readonly SendReport[];
  /** Pass it as `before` to go on; `null`: this was the last page. */
  readonly next: string | null;
}

/** Sends that need a person, newest first. The index lists facts: what was settled since is left out. */
export async function askAttention(
  services: FactServices,
  page: { limit: number; before?: string | undefined },
): Promise<AttentionReport> {
  const { facts, next } = await services.sendLog.attention(page);
  const seen = new Set<string>();
  const sends: SendReport[] = [];
  for (const { runId, filerId } of facts) {
    const name = `${runId} ${filerId}`;
    if (seen.has(name)) continue;
    seen.add(name);
    const send = await readSend(runId, { filerId, services });
    const deciding = send?.facts.find(({ kind, attempt }) => isDeciding(send, kind, attempt));
    if (send && deciding && FACTS[deciding.kind].attention) sends.push(send);
  }
  return { sends, next };
}

function isDeciding({ status, attempt }: SendReport, kind: Fact['kind'], of: number): boolean {
  return of === attempt && FACTS[kind].status === status;
}

/** What every run knows of one filer. */
export async function askFiler(
  services: FactServices & Pick<Services, 'runs'>,
  filerId: string,
): Promise<SendReport[]> {
  const sends: SendReport[] = [];
  const runs = (await services.runs.runs()).sort(byTime);
  for (const { runId } of runs) {
    const send = await readSend(runId, { filerId, services });
    if (send) sends.push(send);
  }
  return sends;
}

async function readSend(
  runId: string,
  { filerId, services }: { filerId: string; services: FactServices },
): Promise<SendReport | null> {
  const facts = await services.sendLog.factsOf(runId, filerId);
  if (facts.length === 0) return null;
  const last = Math.max(...facts.map(({ attempt }) => attempt));
  const retry = retryName({ filerId, attempt: last + 1 });
  const queued = await services.chunks.chunk({ runId, chunk: retry });
  const { status, attempt, fact } = foldStatus(facts, queued ? last + 1 : last);
  const meaning = fact ? FACTS[fact.kind].meaning : 'Queued to be tried again.';
  return {
    runId,
    filerId,
    attempt,
    status,
    reason: fact?.reason ?? null,
    at: fact?.at ?? null,
    meaning,
    facts: facts.sort((a, b) => Temporal.Instant.compare(a.at, b.at)),
    secondaryAttempt: last > 1 || queued ? await secondaryAttemptOf(runId, { filerId, services }) : null,
  };
}
