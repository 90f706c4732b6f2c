import type { Services } from '../aws/pick.ts';
import type { CurrentPlan } from '../domain/plan/stored-plan.ts';
import { CHANGE_KINDS, type ChangeKind, changeName } from '../domain/run/announcement.ts';
import { blockedPhases } from '../domain/run/phase-runs.ts';
import type { Account } from '../domain/run/reconcile.ts';
import { type RunState, runState } from '../domain/run/run-state.ts';
import { reasonsOf } from '../domain/run/send-gate.ts';
import { currentRun } from '../start-phase/current-run.ts';
import { type RecountServices, recount } from './recount.ts';

/** A run and how it accounts for its audience. */
export interface RunReport extends Account {
  readonly runId: string;
  readonly phaseId: string;
  readonly state: RunState;
  /** Reasons that hold this run; those that hold everything begin with `all:`. */
  readonly holds: readonly string[];
  /** Instant, ISO 8601 in UTC. */
  readonly expiresAt: string;
}

/** What needs attention's release since the plan changed. */
interface WaitReport {
  /** A phase, or `date-change` or `correction`. */
  readonly phaseId: string;
  readonly reason: string;
  /** How many filers were told other dates or facts, when last counted. */
  readonly filers?: number;
  /** The phase's canceled run. */
  readonly runId?: string;
}

/** Every run, oldest first, and what waits for a person. */
export interface RunsReport {
  readonly runs: readonly RunReport[];
  /** Reasons that hold everything. */
  readonly heldAll: readonly string[];
  readonly waiting: readonly WaitReport[];
}

type WaitServices = Pick<Services, 'clock' | 'plans' | 'phaseMarks' | 'runs'>;

/** Every run with its accounting. @param options `decided` recounts against the audience decided again. */
export async function askRuns(
  services: RecountServices & WaitServices,
  { audience, runId }: { audience: 'counted' | 'decided'; runId?: string | undefined },
): Promise<RunsReport> {
  const gate = await services.gate.read();
  const heldAll = reasonsOf(gate, 'all');
  const wanted = (await services.runs.runs())
    .filter((run) => runId === undefined || run.runId === runId)
    .sort((one, other) => one.scheduledFor.localeCompare(other.scheduledFor));
  const runs: RunReport[] = [];
  for (const run of wanted) {
    const account = await recount(run, { services, audience });
    const holds = [...reasonsOf(gate, run.runId), ...heldAll.map((reason) => `all:${reason}`)];
    const { phaseId, expiresAt } = run;
    const state = runState(run, holds.length > 0);
    runs.push({ ...account, runId: run.runId, phaseId, expiresAt, holds, state });
  }
  return { runs, heldAll, waiting: await waitReports(services) };
}

/** Phases of the plan whose runs were canceled, and changes that are prepared and not released. */
async function waitReports(services: WaitServices): Promise<WaitReport[]> {
  const { clock, plans, runs } = services;
  const current = await plans.current();
  if (!current) return [];
  const blocked = blockedPhases(current.plan, { runs: await runs.runs(), now: clock.now() });
  const changes = await Promise.all(CHANGE_KINDS.map((kind) => changeReports(kind, { current, services })));
  return [
    ...blocked.map(({ phaseId, runId }) => ({ phaseId, runId, reason: 'cancelled' })),
    ...changes.flat(),
  ];
}

async function changeReports(
  kind: ChangeKind,
  {
    current,
    services: { phaseMarks, runs },
  }: { current: CurrentPlan; services: Pick<WaitServices, 'phaseMarks' | 'runs'> },
): Promise<WaitReport[]> {
  const name = changeName(kind, current);
  const { run, runNumber } = await currentRun(name, runs);
  const { hold, prepared, dismissed } = await phaseMarks.marks(name, runNumber);
  const isPrepared = !run && !dismissed && hold && prepared && (prepared.filers > 0 || !prepared.settled);
  return isPrepared ? [{ phaseId: name.phaseId, reason: hold.reason, filers: prepared.filers }] : [];
}
