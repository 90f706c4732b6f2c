import { campaign } from '#campaign';
import type { ContentClaim } from '../aws/content-claims.ts';
import type { PlanStore } from '../aws/plans.ts';
import type { RosterStore } from '../aws/rosters.ts';
import { courtTime } from '../lib/court-time.ts';
import type { Refusal } from './intake.ts';

/** Refuses a file whose very bytes another upload had, and says what became of that one. */
export async function sameContent(
  { version, key, uploadedAt }: ContentClaim,
  { roster, plans }: { roster: Pick<RosterStore, 'active'>; plans: Pick<PlanStore, 'current'> },
): Promise<Refusal> {
  const { label, asOf } = campaign.progress;
  const [active, current] = await Promise.all([roster.active(), plans.current()]);
  const status = active.version === version ? 'active' : (active.retired[version] ?? 'not active');
  const at = courtTime(uploadedAt, current?.plan.court.zone ?? 'UTC');
  const refused =
    `This file is already here: it was uploaded as ${key.split('/').at(-1)} on ${at} and became version ${version}, ` +
    `which is ${status}. Nothing has changed. If its ${label} was looked up again, put the date in a column ` +
    `${asOf} and upload the file again`;
  return { code: 'same-content', refused };
}
