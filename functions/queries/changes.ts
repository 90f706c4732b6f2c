import type { Services } from '../aws/services.ts';
import { parsePlan } from '../domain/plan/parse-plan.ts';
import type { Problem } from '../domain/plan/problem.ts';
import { type PlanChanges, planChanges } from '../domain/run/plan-changes.ts';
import { countAnnounced } from '../start-phase/date-change/announced-dates.ts';

export type ChangesReport =
  | ({ readonly ok: true } & PlanChanges)
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** What a plan would change if it were uploaded now. Changes nothing. @param text The plan as JSON. */
export async function askChanges(
  text: string,
  { launch, runs, sendLog }: Pick<Services, 'launch' | 'runs' | 'sendLog'>,
): Promise<ChangesReport> {
  const current = await launch.currentPlan();
  const parsed = parsePlan(text, current?.plan.name);
  if (!parsed.ok) return parsed;
  const all = await runs.runs();
  const told = await countAnnounced(all, sendLog);
  return { ok: true, ...planChanges(current?.plan ?? null, parsed.plan, { runs: all, told }) };
}
