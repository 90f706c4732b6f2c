import type { Plan } from '../../domain/plan/plan.ts';
import { planWarnings } from '../../domain/plan/plan-warnings.ts';
import { doubtfulWording } from '../../domain/plan/wording-dates.ts';
import { planAudiences } from '../../queries/plan-audiences.ts';
import { checkChanges } from '../../queries/plan-check.ts';
import type { PageContext } from '../http/context.ts';
import { renderPage } from '../http/show.ts';
import type { ConsoleServices } from '../services.ts';
import { draftPhases } from './editor/draft-phases.ts';
import { type PlanSource, planCheckPage } from './plan-check-page.tsx';
import { planDifferences } from './plan-summary.ts';

interface ChangesOptions {
  /** The plan as it would be uploaded. */
  readonly plan: Plan;
  readonly source: PlanSource;
  readonly services: ConsoleServices;
}

/** Shows what a plan would change, with the form that confirms it. */
export async function showChanges(
  c: PageContext,
  { plan, source, services }: ChangesOptions,
): Promise<Response> {
  const { plan: current, person } = c.var;
  const old = current?.plan ?? null;
  const page = planCheckPage({
    zone: plan.court.zone,
    person,
    source,
    base: current?.version ?? '',
    changes: await checkChanges(old, plan, services),
    audiences: await planAudiences(old, plan, services),
    differences: planDifferences(old, plan),
    names: new Map(
      [...(old ? draftPhases(old) : []), ...draftPhases(plan)].map(({ id, name }) => [id, name]),
    ),
    warnings: planWarnings(plan, { now: services.clock.now(), before: old })
      .filter(({ code }) => code !== 'wording')
      .map(({ message }) => message),
    doubtful: doubtfulWording(plan, old),
    kinds: [...new Set(plan.phases.map(({ kind }) => kind))],
    twoPersonApproval: plan.twoPersonApproval,
  });
  return renderPage(c, page, services);
}
