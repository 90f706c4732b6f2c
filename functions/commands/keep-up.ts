import type { ExpiredEntry } from '../aws/suppression-upkeep.ts';
import { crierActor } from '../domain/actor.ts';
import { isLaunchOver } from '../domain/run/launch-over.ts';
import { chunked } from '../lib/iterables.ts';
import type { EraseServices } from './erase-services.ts';

type UpkeepServices = Pick<
  EraseServices,
  'auditLog' | 'clock' | 'endSessions' | 'log' | 'plans' | 'retention' | 'runs' | 'suppressionUpkeep'
>;

const DAY_MILLISECONDS = 24 * 3_600_000;
/** After this many deletions, the plan and the runs are looked at again. */
const DELETIONS = 25;
/** The most at one time: some minutes' work. The next hour continues. */
const MAX_DELETIONS = 2000;

/** Ends what has been kept long enough: names of users, addresses in clear, and suppressed addresses. */
export async function keepUp(services: UpkeepServices, requestId: string): Promise<void> {
  const { clock, endSessions, log, retention, suppressionUpkeep } = services;
  const ended = await endSessions({ at: clock.now(), nameDays: retention.userNameDays });
  const hashed = await suppressionUpkeep.hash();
  const expired = await expireSuppressions(services, requestId);
  if (ended + hashed + expired > 0) log.info('kept-long-enough', { ended, hashed, expired });
}

/**
 * Deletes suppressed addresses whose days are over, only while nothing can be sent by the current plan. The number is in
 * the audit log before the first is deleted. @returns how many were deleted.
 */
async function expireSuppressions(services: UpkeepServices, requestId: string): Promise<number> {
  const { auditLog, clock, retention, suppressionUpkeep } = services;
  const { suppressionDays } = retention;
  if (suppressionDays === null || !(await isOver(services))) return 0;
  const entries: ExpiredEntry[] = [];
  const before = clock.now().epochMilliseconds - suppressionDays * DAY_MILLISECONDS;
  for await (const entry of suppressionUpkeep.expired(before)) {
    entries.push(entry);
    if (entries.length === MAX_DELETIONS) break;
  }
  if (entries.length === 0) return 0;
  const why = `${suppressionDays} days after their last event`;
  const act = { act: 'expire-suppressions', entries: entries.length, by: crierActor(), why } as const;
  await auditLog.putOnce({ at: clock.now().toString(), requestId, act, before: [], after: [] });
  let deleted = 0;
  for (const some of chunked(entries, DELETIONS)) {
    if (!(await isOver(services))) break;
    const removed = await Promise.all(some.map((entry) => suppressionUpkeep.remove(entry)));
    deleted += removed.filter(Boolean).length;
  }
  return deleted;
}

async function isOver({ plans, runs, clock }: UpkeepServices): Promise<boolean> {
  const current = await plans.current();
  return isLaunchOver({ plan: current?.plan ?? null, runs: await runs.runs(), now: clock.now() });
}
