import type { AuditLog } from '../aws/audit-log.ts';
import type { RosterInbox } from '../aws/roster-inbox.ts';
import type { RosterStore } from '../aws/rosters.ts';
import type { KeepCommand } from '../domain/recorded-command.ts';
import { type ActiveRoster, reject } from '../domain/roster/activation.ts';
import { mayKeepKnown } from '../domain/roster/hold.ts';
import type { RosterVersion } from '../domain/roster/roster-version.ts';
import type { Clock } from '../lib/clock.ts';
import type { Log } from '../lib/runtime.ts';
import type { CommandContext } from './command-context.ts';
import type { RosterDecisionResult } from './roster-decision.ts';

/** What the choice needs. */
interface KeepKnownServices {
  readonly clock: Clock;
  readonly log: Log;
  readonly roster: Pick<RosterStore, 'active' | 'move' | 'version'>;
  readonly rosterInbox: RosterInbox;
  readonly auditLog: Pick<AuditLog, 'put'>;
}

/**
 * Has the file of a held version read again so that blank cells keep what the active version knows. That makes another
 * version, which passes the same guards; this one is rejected, since the other takes its place.
 */
export async function keepKnown(
  { version: name, by, why }: Omit<KeepCommand, 'act'>,
  { services, requestId }: CommandContext<KeepKnownServices>,
): Promise<RosterDecisionResult> {
  const { roster, rosterInbox, clock, log, auditLog } = services;
  const [version, active] = [await roster.version(name), await roster.active()];
  if (!version || !isOffered(version, active)) return { done: false, reason: NOT_OFFERED };
  if (!(await rosterInbox.isThere(version))) return { done: false, reason: GONE };
  const at = clock.now().toString();
  const before = active.version === null ? [] : [active.version];
  await auditLog.put({ at, requestId, act: { act: 'keep', version: name, by, why }, before, after: [] });
  await rosterInbox.readAgain(version, { version: name, by });
  // Another decision at the same moment leaves it held: a person can still reject it.
  await roster.move(active, reject(active, { version: name, by, why, at }));
  log.info('roster-read-again', { version: name });
  return { done: true };
}

const NOT_OFFERED = 'Only a held version of an uploaded file can be read again, and only once';

const GONE =
  'The uploaded file has been deleted, because of its age or because a person was erased, so it can’t be read ' +
  'again. Upload it once more, or activate or reject this version';

function isOffered(version: RosterVersion, { retired, version: current }: ActiveRoster): boolean {
  return (
    version.complete && mayKeepKnown(version) && !(version.version in retired) && current !== version.version
  );
}
