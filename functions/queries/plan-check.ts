import type { RunStore } from '../aws/runs.ts';
import type { SendLogStore } from '../aws/send-log.ts';
import type { Plan } from '../domain/plan/plan.ts';
import { nameSameDates } from '../domain/run/announced-dates.ts';
import { type PlanChanges, planChanges } from '../domain/run/plan-changes.ts';
import { datesOf, type Run } from '../domain/run/run.ts';
import { countAnnounced } from '../start-phase/date-change/announced-dates.ts';

/** What would change, and whether `dateChange` is counted or only the most that it can be. */
export interface CheckedChanges extends PlanChanges {
  readonly toldIsCounted: boolean;
}

/** Up to so many sends of all runs, a page has the time to read what each filer was told last. */
const MOST_READ = 50_000;

/** What a plan would change if it came into force now; bounded, so that a page can ask it. */
export async function checkChanges(
  old: Plan | null,
  next: Plan,
  { runs, sendLog }: { runs: Pick<RunStore, 'runs'>; sendLog: Pick<SendLogStore, 'facts'> },
): Promise<CheckedChanges> {
  const all = await runs.runs();
  const toldIsCounted = sizeOf(all) <= MOST_READ;
  const told = toldIsCounted ? await countAnnounced(all, sendLog) : new Map<string, number>();
  const changes = planChanges(old, next, { runs: all, told });
  return toldIsCounted
    ? { ...changes, toldIsCounted }
    : { ...changes, toldIsCounted, dateChange: mostTold(all, next) };
}

function sizeOf(runs: readonly Run[]): number {
  return runs.reduce((sum, { audience }) => sum + (audience ? audience.mailable + audience.skipped : 0), 0);
}

/** Of runs that named other dates, everybody, as if no two had mailed the same filer. */
function mostTold(runs: readonly Run[], next: Plan): number {
  return sizeOf(runs.filter(({ dates }) => !nameSameDates(dates, datesOf(next))));
}
