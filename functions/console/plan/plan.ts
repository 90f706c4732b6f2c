import { phasesOf } from '../../domain/plan/phases.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import { planHash } from '../../domain/plan/plan-version.ts';
import type { StoredPlan } from '../../domain/plan/stored-plan.ts';
import type { ConsoleApp, PageContext } from '../http/context.ts';
import { notFound } from '../http/refusal.ts';
import { renderPage, sendFile } from '../http/show.ts';
import type { ConsoleServices } from '../services.ts';
import { linkTo } from '../ui/link-to.ts';
import { goLiveLabel, planDifferences, planSections } from './plan-labels.ts';
import { firstPlanPage, noPlanPage, type PlanVersion, planPage, planVersionPage } from './plan-page.tsx';

const PAGE = 10;
/** `20180701T130000Z-1a2b3c4d5e6f` */
const VERSION = /^\d{8}T\d{6}Z-[0-9a-f]{12}$/;

/** The plan in force in words, the plans there were, and each to keep as a file. */
export function registerPlan(app: ConsoleApp, services: ConsoleServices): void {
  app.get('/plan', async (c) => {
    const { plan: current, person } = c.var;
    if (!current) {
      const isAwaited = c.req.query('awaits') !== undefined;
      return renderPage(c, isAwaited ? firstPlanPage() : noPlanPage(person), services);
    }
    const before = versionIn(c.req.query('before'));
    const { versions, next } = await loadHistory(c, { services, before });
    const [inForce] = await describe([current], { services, current });
    return renderPage(
      c,
      planPage({
        zone: current.plan.court.zone,
        person,
        current: { ...inForce!, differences: 0 },
        sections: planSections(current.plan),
        times: timesOf(current.plan),
        history: versions,
        older: next && linkTo('/plan', { before: next }),
        isFirstPage: before === undefined,
        isAwaited: isAwaited(c, current),
      }),
      services,
    );
  });

  app.get('/plan/file', async (c) => {
    const version = c.req.query('version');
    const stored = version === undefined ? c.var.plan : await storedPlan(version, services);
    if (!stored) throw notFound('This plan');
    return sendFile(c, 'launch.json', {
      type: 'application/json',
      text: `${JSON.stringify(stored.plan, null, 2)}\n`,
    });
  });

  app.get('/plan/versions/:version', async (c) => {
    const stored = await storedPlan(c.req.param('version'), services);
    if (!stored) throw notFound('This plan');
    const { plans } = await services.launch.plans({ limit: 1, before: stored.version });
    const [described] = await describe([stored, ...plans], { services, current: c.var.plan });
    const { plan } = stored;
    return renderPage(
      c,
      planVersionPage({
        zone: plan.court.zone,
        version: described!,
        sections: planSections(plan),
        times: timesOf(plan),
        differences: planDifferences(plans[0]?.plan ?? null, plan),
      }),
      services,
    );
  });
}

/** Whether a plan was uploaded a moment ago that isn't in force yet. */
function isAwaited(c: PageContext, current: StoredPlan): boolean {
  const hash = c.req.query('awaits');
  return hash !== undefined && /^[0-9a-f]{12}$/.test(hash) && planHash(current.plan) !== hash;
}

function versionIn(text: string | undefined): string | undefined {
  return text !== undefined && VERSION.test(text) ? text : undefined;
}

async function storedPlan(
  version: string,
  { launch }: Pick<ConsoleServices, 'launch'>,
): Promise<StoredPlan | null> {
  return VERSION.test(version) ? launch.plan(version) : null;
}

async function loadHistory(
  c: PageContext,
  { services, before }: { services: ConsoleServices; before: string | undefined },
): Promise<{ versions: PlanVersion[]; next: string | null }> {
  // One more, for what the last of the page changed.
  const { plans } = await services.launch.plans({ limit: PAGE + 1, before });
  const described = await describe(plans, { services, current: c.var.plan });
  const versions = described.slice(0, PAGE);
  return { versions, next: plans.length > PAGE ? (versions.at(-1)?.version ?? null) : null };
}

/** @param plans newest first */
async function describe(
  plans: readonly StoredPlan[],
  { services, current }: { services: Pick<ConsoleServices, 'sessions'>; current: StoredPlan | null },
): Promise<PlanVersion[]> {
  const names = await services.sessions.names(plans.flatMap(({ by }) => by ?? []));
  return plans.map(({ version, plan, uploadedAt, by }, index) => ({
    version,
    uploadedAt,
    by: by === undefined ? null : (names.get(by) ?? by),
    isInForce: version === current?.version,
    goLive: goLiveLabel(plan.goLive),
    differences: plans[index + 1] ? planDifferences(plans[index + 1]!.plan, plan).length : null,
  }));
}

function timesOf(plan: Plan): Map<string, string> {
  return new Map(phasesOf(plan).map(({ id, at }) => [id, at.toInstant().toString()]));
}
