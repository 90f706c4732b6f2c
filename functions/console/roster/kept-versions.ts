import { Temporal } from 'temporal-polyfill';
import { type ActiveRoster, replacedAt } from '../../domain/roster/activation.ts';
import type { RosterVersion } from '../../domain/roster/roster-version.ts';
import type { PageContext } from '../http/context.ts';
import type { ConsoleServices } from '../services.ts';

/** What keeps roster versions from being deleted. */
export interface Keeping {
  /** The versions that runs used. */
  readonly used: ReadonlySet<string>;
  /** Days for which any other version is kept. */
  readonly keepDays: number;
}

/** Reads what keeps versions; `null` without a plan, which says for how long. */
export async function loadKeeping(
  c: PageContext,
  { runs }: Pick<ConsoleServices, 'runs'>,
): Promise<Keeping | null> {
  const { plan } = c.var;
  if (!plan) return null;
  const used = new Set((await runs.runs()).map(({ rosterVersion }) => rosterVersion));
  return { used, keepDays: plan.plan.roster.keepDays };
}

const HOURS_A_DAY = 24;

/** When a version may be deleted, as `expiredVersions` decides it; `null` for one that is kept. */
export function deletedAfter(
  { version, uploadedAt }: RosterVersion,
  { active, kept }: { active: ActiveRoster; kept: Keeping | null },
): string | null {
  if (!kept || version === active.version || kept.used.has(version)) return null;
  const last = [uploadedAt, replacedAt(active, version) ?? uploadedAt].sort(Temporal.Instant.compare).at(-1)!;
  return Temporal.Instant.from(last)
    .add({ hours: HOURS_A_DAY * kept.keepDays })
    .toString();
}
