import type { CurrentPlan } from '../domain/plan/stored-plan.ts';
import { decideUrgent, dueNotices, needKey, type StaffNotice } from '../domain/run/staff-notices.ts';
import { nextPhase } from '../queries/phases/phase-state.ts';
import { loadFacts, type NoticeFacts } from './load-facts.ts';
import { noticeModel } from './notice-model.ts';
import { sendNotice } from './send-notice.ts';
import type { NotifyServices } from './services.ts';

/**
 * Sends court staff the notices that are due. Each is claimed before it is sent, so that a repeat, or a second call at
 * the same time, sends nothing: what a crash in between loses is in the next summary.
 */
export async function notifyStaff(services: NotifyServices): Promise<void> {
  const current = await services.plans.current();
  if (!current?.plan.staff) return;
  const regular = await regularNotices(current, services);
  const isUrgent = (current.plan.staff.urgent ?? []).length > 0;
  if (regular.length === 0 && !isUrgent) return;
  const facts = await loadFacts(current, { services, now: services.clock.now() });
  for (const [notice, day] of regular) await sendRegular(notice, { day, facts, services });
  if (isUrgent) await sendUrgent(facts, services);
}

type Regular = readonly [notice: Exclude<StaffNotice, 'urgent'>, day: string];

/** The regular notices that are due, have someone to go to, and aren't sent yet. */
async function regularNotices(
  { plan: { court, staff } }: CurrentPlan,
  { clock, staffNotices }: Pick<NotifyServices, 'clock' | 'staffNotices'>,
): Promise<Regular[]> {
  const { digest, weekly } = dueNotices(clock.now(), court.zone);
  const due: Regular[] = [];
  for (const [notice, day] of [
    ['digest', digest],
    ['weekly', weekly],
  ] as const) {
    const hasReaders = (staff?.[notice] ?? []).length > 0;
    if (day !== null && hasReaders && !(await staffNotices.isClaimed(notice, day))) due.push([notice, day]);
  }
  return due;
}

async function sendRegular(
  notice: Regular[0],
  { day, facts, services }: { day: string; facts: NoticeFacts; services: NotifyServices },
): Promise<void> {
  const { plan, needs, phases } = facts;
  // After the last phase, with nothing left to do, no one needs to hear that every day.
  if (needs.length === 0 && !nextPhase(phases)) return;
  const model = modelOf(needs, { facts, services });
  if (!(await services.staffNotices.claim(notice, day))) return;
  await sendNotice(notice, { model, plan, services });
}

async function sendUrgent(facts: NoticeFacts, services: NotifyServices): Promise<void> {
  const { plan, needs, now } = facts;
  const told = await services.staffNotices.told();
  const keyed = needs.map((need) => ({ need, key: needKey(need) }));
  const decision = decideUrgent(
    keyed.map(({ key }) => key),
    { told, now },
  );
  if (decision.next === null || !(await services.staffNotices.note(decision.next)) || !decision.send) return;
  const fresh = keyed.flatMap(({ need, key }) => (decision.keys.has(key) ? [need] : []));
  await sendNotice('urgent', { model: modelOf(fresh, { facts, services }), plan, services });
}

function modelOf(
  needs: NoticeFacts['needs'],
  { facts, services }: { facts: NoticeFacts; services: NotifyServices },
) {
  return noticeModel(facts, { needs, launch: services.launchName, origin: services.consoleOrigin });
}
