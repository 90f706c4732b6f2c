import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { phaseMarkStore } from '../../../functions/aws/phase-marks.ts';
import { planStore } from '../../../functions/aws/plans.ts';
import { rosterStore } from '../../../functions/aws/rosters.ts';
import { runStore } from '../../../functions/aws/runs.ts';
import { sendLogStore } from '../../../functions/aws/send-log.ts';
import { byOf } from '../../../functions/domain/actor.ts';
import type { Filer } from '../../../functions/domain/filer/filer.ts';
import { stateOf } from '../../../functions/domain/filer/rules.ts';
import type { FilerState } from '../../../functions/domain/filer/state.ts';
import { type Phase, phasesOf, pivotDate } from '../../../functions/domain/plan/phases.ts';
import type { Plan } from '../../../functions/domain/plan/plan.ts';
import type { RosterVersion } from '../../../functions/domain/roster/roster-version.ts';
import type { HoldReason } from '../../../functions/domain/run/may-start.ts';
import type { PhaseMarks } from '../../../functions/domain/run/phase-marks.ts';
import { type Run, runIdOf } from '../../../functions/domain/run/run.ts';
import type { Fact } from '../../../functions/domain/send/fact.ts';
import { sendsOf } from '../../../functions/domain/send/sends.ts';
import type { Send } from '../../../functions/domain/send/status.ts';
import type { Env } from '../../../functions/lib/env.ts';
import type { Runtime } from '../../../functions/lib/runtime.ts';
import { figuresOf, type PhaseFigures } from './figures.ts';

/** One filer in one run: who, why, and what happened to it. Holds personal data: for the clerk's eyes. */
export interface SendLine {
  readonly run: Run;
  readonly filer: Filer;
  readonly state: FilerState;
  readonly send: Send;
  readonly facts: readonly Fact[];
}

/** Everything that a report tells about a launch. */
export interface LaunchRecord {
  readonly plan: Plan;
  readonly phases: readonly PhaseFigures[];
  /** Phase by phase, and within a phase by name. */
  readonly lines: readonly SendLine[];
  readonly planUpload: { readonly at: string; readonly key: string };
  /** Every upload of a roster or an update that could be read, oldest first. */
  readonly rosters: readonly RosterVersion[];
  /** What people released by hand. */
  readonly releases: readonly Release[];
}

/** A person's release of a phase, such as "Approved". */
interface Release {
  readonly phase: string;
  readonly by: string;
  readonly why: string;
  /** Instant, ISO 8601 in UTC. */
  readonly at: string;
}

/**
 * Reads a launch from its tables.
 * @param firstHolds What first held each phase: the tables keep the last reason, such as that it has expired since.
 * @throws Error when there is no plan.
 */
export async function readLaunch(
  runtime: Pick<Runtime, 'env' | 'clock'>,
  { db, firstHolds }: { db: DynamoDBClient; firstHolds: ReadonlyMap<string, HoldReason> },
): Promise<LaunchRecord> {
  const stored = await planStore(runtime.env, db).current();
  if (!stored) throw new Error('Cannot report because a launch plan must be active: there is none');
  const { plan } = stored;
  const runs = new Map((await runStore(runtime.env, db).runs()).map((run) => [run.runId, run]));
  const phases: PhaseFigures[] = [];
  const lines: SendLine[] = [];
  const releases: Release[] = [];
  for (const phase of phasesOf(plan)) {
    const run = runs.get(runIdOf(phase.id, phase.at.toInstant().toString())) ?? null;
    const linesOfRun = run ? await readLines(run, { runtime, db }) : [];
    const marks = await readMarks(phase, { env: runtime.env, db });
    const hold = run ? null : (firstHolds.get(phase.id) ?? marks.hold?.reason ?? null);
    phases.push(figuresOf({ phase, run, hold, sends: linesOfRun.map(({ send }) => send) }));
    lines.push(...linesOfRun);
    if (marks.release) releases.push({ phase: phase.id, ...marks.release, by: byOf(marks.release.by) });
  }
  const planUpload = { at: stored.uploadedAt, key: stored.key };
  const rosters = await rosterStore(runtime, db).versions();
  return { plan, phases, lines, planUpload, rosters, releases };
}

async function readLines(
  run: Run,
  { runtime, db }: { runtime: Pick<Runtime, 'env' | 'clock'>; db: DynamoDBClient },
): Promise<SendLine[]> {
  const stored = await planStore(runtime.env, db).version(run.planVersion);
  if (!stored) throw new Error(`Cannot report because the plan of ${run.runId} must exist: it is gone`);
  const sends = await Array.fromAsync(sendsOf(sendLogStore(runtime, db).facts(run.runId)));
  const ids = sends.map(({ filerId }) => filerId);
  const filers = await rosterStore(runtime, db).filersById(run.rosterVersion, ids);
  const pivot = pivotDate(stored.plan);
  const lines = sends.flatMap(({ filerId, send, facts }) => {
    const filer = filers.get(filerId);
    return filer ? [{ run, filer, state: stateOf(filer, pivot), send, facts }] : [];
  });
  return lines.sort((one, other) => byName.compare(nameOf(one.filer), nameOf(other.filer)));
}

function readMarks(phase: Phase, { env, db }: { env: Env; db: DynamoDBClient }): Promise<PhaseMarks> {
  return phaseMarkStore(env, db).marks({ phaseId: phase.id, scheduledFor: phase.at.toInstant().toString() });
}

const byName = new Intl.Collator('en');

function nameOf({ lastName, firstName, userId }: Filer): string {
  return `${lastName}, ${firstName ?? ''}, ${userId}`;
}
