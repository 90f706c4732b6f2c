import type { RosterWriter } from '../aws/roster-writer.ts';
import type { RosterStore } from '../aws/rosters.ts';
import type { RunStore } from '../aws/runs.ts';
import type { RemoveSearch } from '../aws/search-index.ts';
import { expire, forget } from '../domain/roster/activation.ts';
import { expiredVersions } from '../domain/roster/expired-versions.ts';
import type { Run } from '../domain/run/run.ts';
import type { Clock } from '../lib/clock.ts';
import type { Log } from '../lib/runtime.ts';
import type { Seen } from './seen.ts';

/** What deleting old rosters needs. */
interface ExpiryServices {
  readonly clock: Clock;
  readonly log: Log;
  readonly runs: Pick<RunStore, 'runs'>;
  readonly roster: RosterStore;
  readonly rosterWriter: Pick<RosterWriter, 'deleteFilers' | 'deleteVersion'>;
  readonly removeSearch: RemoveSearch;
}

/** How many filers are deleted in one tick: some seconds' work. The next tick continues. */
const FILERS_A_TICK = 20_000;

/**
 * Deletes old versions of the roster, never the active one nor one that a run used. A version is retired before its
 * first filer is deleted, so that half a roster can't be activated.
 */
export async function expireRosters(seen: Seen, services: ExpiryServices): Promise<void> {
  const { clock, log, roster, runs, removeSearch, rosterWriter } = services;
  const plan = await seen.plan();
  if (!plan) return;
  const versions = await roster.versions();
  const active = await roster.active();
  const { keepDays } = plan.plan.roster;
  const expired = expiredVersions(versions, {
    active,
    used: usedBy(await seen.runs()),
    now: clock.now(),
    keepDays,
  });
  if (expired.length === 0) return;
  // A run may have started since the tick saw them.
  const used = usedBy(await runs.runs());
  let left = FILERS_A_TICK;
  for (const { version, contentSha256, filers = 0 } of expired) {
    if (used.has(version) || !(await retire(version, roster))) continue;
    await removeSearch(version, filers);
    left -= await rosterWriter.deleteFilers(version, left);
    if (left <= 0) return;
    await rosterWriter.deleteVersion(version, contentSha256);
    const activeNow = await roster.active();
    await roster.move(activeNow, forget(activeNow, version));
    log.info('roster-expired', { version });
  }
}

function usedBy(runs: readonly Pick<Run, 'rosterVersion'>[]): Set<string> {
  return new Set(runs.map(({ rosterVersion }) => rosterVersion));
}

/** @returns whether the version is retired now; not when it was activated meanwhile, or another write came first. */
async function retire(version: string, roster: RosterStore): Promise<boolean> {
  const active = await roster.active();
  if (active.version === version) return false;
  return active.retired[version] === 'expired' || roster.move(active, expire(active, version));
}
