import { actorLabel, personIds } from '../../domain/actor.ts';
import { pivotOf } from '../../domain/plan/dated.ts';
import { phasesOf } from '../../domain/plan/phases.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import { planHash } from '../../domain/plan/plan-version.ts';
import { isPostponed } from '../../domain/plan/postponed-plan.ts';
import type { StoredPlan } from '../../domain/plan/stored-plan.ts';
import { linkTo } from '../../lib/link-to.ts';
import type { ConsoleApp, PageContext } from '../http/context.ts';
import { notFound } from '../http/refusal.ts';
import { renderPage, sendFile } from '../http/show.ts';
import type { ConsoleServices } from '../services.ts';
import { whyNotApprove } from './approve-pending.ts';
import { draftPhases } from './editor/draft-phases.ts';
import { type PlanVersion, planVersionPage, type VersionView } from './plan-history.tsx';
import { datedLabel } from './plan-labels.ts';
import { firstPlanPage, noPlanPage, type PlanView, planPage } from './plan-page.tsx';
import type { ShownPhase } from './plan-sections.tsx';
import { planDifferences, planSections } from './plan-summary.ts';

/** Plans on a page of the history. */
const PAGE_SIZE = 10;
/** `20180701T130000Z-1a2b3c4d5e6f` */
const VERSION = /^\d{8}T\d{6}Z-[0-9a-f]{12}$/;

/** The active plan, those before it, and each as a file. */
export function registerPlan(app: ConsoleApp, services: ConsoleServices): void {
  app.get('/plan', async (c) => {
    const { plan: current, person } = c.var;
    if (current) return renderPage(c, planPage(await planView(c, { current, services })), services);
    const isAwaited = c.req.query('awaits') !== undefined;
    const { draft } = await services.planDrafts.read();
    return renderPage(c, isAwaited ? firstPlanPage() : noPlanPage(person, draft !== null), services);
  });

  app.get('/plan/versions/:version', async (c) => {
    const stored = await storedPlan(c.req.param('version'), services);
    if (!stored) throw notFound('This plan');
    return renderPage(c, planVersionPage(await versionView(c, { stored, services })), services);
  });

  app.get('/plan/file', async (c) => {
    const version = c.req.query('version');
    const stored = version === undefined ? c.var.plan : await storedPlan(version, services);
    if (!stored) throw notFound('This plan');
    const text = `${JSON.stringify(stored.plan, null, 2)}\n`;
    return sendFile(c, 'launch.json', { type: 'application/json', text });
  });
}

async function storedPlan(
  version: string,
  { plans }: Pick<ConsoleServices, 'plans'>,
): Promise<StoredPlan | null> {
  return VERSION.test(version) ? plans.version(version) : null;
}

interface PlanOptions {
  readonly current: StoredPlan;
  readonly services: ConsoleServices;
}

async function planView(c: PageContext, { current, services }: PlanOptions): Promise<PlanView> {
  const { before, awaits } = c.req.query();
  const from = before !== undefined && VERSION.test(before) ? before : undefined;
  const { versions, next } = await loadHistory(from, { current, services });
  const [active] = await describe([current], { services, current });
  const pending = await pendingView(c, { current, services });
  return {
    zone: current.plan.court.zone,
    person: c.var.person,
    current: { ...active!, differences: 0 },
    sections: planSections(current.plan),
    phases: phasesById(current.plan),
    history: versions,
    older: next && linkTo('/plan', { before: next }),
    isFirstPage: from === undefined,
    pending,
    isPostponed: isPostponed(current.plan),
    hasDraft: (await services.planDrafts.read()).draft !== null,
    isAwaited: pending === null && isAwaited(awaits, current),
  };
}

async function pendingView(c: PageContext, { current, services }: PlanOptions): Promise<PlanView['pending']> {
  const pending = await services.plans.pending();
  if (!pending) return null;
  const { version, uploadedAt, by, plan } = pending;
  const names = await services.sessions.names(personIds([pending]));
  return {
    version,
    uploadedAt,
    by: actorLabel(by, names),
    differences: planDifferences(current.plan, plan),
    notByYou: whyNotApprove(pending, c.var.person),
  };
}

/** Whether the plan with this hash was uploaded a moment ago and isn't active yet. */
function isAwaited(hash: string | undefined, { plan }: StoredPlan): boolean {
  return hash !== undefined && /^[0-9a-f]{12}$/.test(hash) && planHash(plan) !== hash;
}

async function loadHistory(
  before: string | undefined,
  { current, services }: PlanOptions,
): Promise<{ versions: PlanVersion[]; next: string | null }> {
  // One more, for what the last of the page changed.
  const { plans } = await services.plans.page({ limit: PAGE_SIZE + 1, before });
  const described = await describe(plans, { services, current });
  const versions = described.slice(0, PAGE_SIZE);
  return { versions, next: plans.length > PAGE_SIZE ? (versions.at(-1)?.version ?? null) : null };
}

async function versionView(
  c: PageContext,
  { stored, services }: { stored: StoredPlan; services: ConsoleServices },
): Promise<VersionView> {
  const { plan, version } = stored;
  const { plans } = await services.plans.page({ limit: 1, before: version });
  const [described] = await describe([stored, ...plans], { services, current: c.var.plan });
  return {
    zone: plan.court.zone,
    version: described!,
    sections: planSections(plan),
    phases: phasesById(plan),
    differences: planDifferences(plans[0]?.plan ?? null, plan),
  };
}

/** Plans as the history shows them. @param plans newest first, each followed by the one before it */
async function describe(
  plans: readonly StoredPlan[],
  { services, current }: { services: Pick<ConsoleServices, 'sessions'>; current: StoredPlan | null },
): Promise<PlanVersion[]> {
  const names = await services.sessions.names(personIds(plans));
  return plans.map(({ version, plan, uploadedAt, by }, index) => {
    const before = plans[index + 1];
    return {
      version,
      uploadedAt,
      by: actorLabel(by, names),
      isActive: version === current?.version,
      pivot: datedLabel(pivotOf(plan)),
      differences: before ? planDifferences(before.plan, plan).length : null,
    };
  });
}

function phasesById(plan: Plan): Map<string, ShownPhase> {
  const times = new Map(phasesOf(plan).map(({ id, at }) => [id, at.toInstant().toString()]));
  return new Map(draftPhases(plan).map(({ id, name }) => [id, { name, at: times.get(id) ?? null }]));
}
