import type { ReadRunPlan } from '../aws/plan-cache.ts';
import type { PlanStore } from '../aws/plans.ts';
import type { RunStore } from '../aws/runs.ts';
import type { SendLogStore } from '../aws/send-log.ts';
import type { Deployed } from '../domain/plan/parse-plan.ts';
import type { Plan } from '../domain/plan/plan.ts';
import type { Problem } from '../domain/plan/problem.ts';
import { saysOtherDates } from '../domain/run/announcement.ts';
import { type PlanChanges, planChanges } from '../domain/run/plan-changes.ts';
import type { Run } from '../domain/run/run.ts';
import { checkPlan } from '../email/check-plan.ts';
import { countAnnounced } from '../start-phase/announcement/announced-dates.ts';

interface Services {
  readonly planOf: ReadRunPlan;
  readonly runs: Pick<RunStore, 'runs'>;
  readonly sendLog: Pick<SendLogStore, 'facts'>;
}

/** What a plan would change, or what is wrong with it. */
export type ChangesReport =
  | ({ readonly ok: true } & PlanChanges)
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** What a plan would change if it were uploaded now. Changes nothing. @param text The plan as JSON. */
export async function askChanges(
  text: string,
  {
    plans,
    runs,
    sendLog,
    planOf,
    deployed,
  }: Services & { readonly plans: Pick<PlanStore, 'current'>; readonly deployed: Deployed },
): Promise<ChangesReport> {
  const current = await plans.current();
  const parsed = checkPlan(text, { ...deployed, before: current?.plan });
  if (!parsed.ok) return parsed;
  const all = await runs.runs();
  const announced = await countAnnounced(all, sendLog);
  const told = await Promise.all(all.map(planOf));
  return { ok: true, ...planChanges(current?.plan ?? null, parsed.plan, { runs: all, announced, told }) };
}

/** What a plan would change, read in a time that a page has. */
export interface CheckedChanges extends PlanChanges {
  /** Whether `dateChange` is counted; otherwise it is the most that it can be. */
  readonly toldIsCounted: boolean;
  /** Runs under way that would be canceled, and what they are called. */
  readonly cancelled: readonly Pick<Run, 'runId' | 'kind' | 'number' | 'of'>[];
}

/** A page has the time to read which dates these many sends, of all runs, announced. */
const MAX_SENDS_READ = 50_000;

/** What a plan would change if it became active now; bounded, so that a page can ask it. */
export async function checkChanges(
  old: Plan | null,
  next: Plan,
  { runs, sendLog, planOf }: Services,
): Promise<CheckedChanges> {
  const all = await runs.runs();
  const toldIsCounted = sizeOf(all) <= MAX_SENDS_READ;
  const announced = toldIsCounted ? await countAnnounced(all, sendLog) : new Map<string, number>();
  const told = await Promise.all(all.map(planOf));
  const changes = planChanges(old, next, { runs: all, announced, told });
  const cancelled = all.filter(({ runId }) => changes.cancelledRuns.includes(runId));
  if (toldIsCounted) return { ...changes, toldIsCounted, cancelled };
  // As if no two of the runs that announced other dates had emailed the same filer.
  const others = all.filter((run) => saysOtherDates(run, next));
  return { ...changes, toldIsCounted, cancelled, dateChange: sizeOf(others) };
}

function sizeOf(runs: readonly Run[]): number {
  return runs.reduce((sum, { audience }) => sum + (audience ? audience.mailable + audience.skipped : 0), 0);
}
