import type { AuditLog } from '../aws/audit-log.ts';
import type { EventPublisher } from '../aws/event-bus.ts';
import type { RosterStore } from '../aws/rosters.ts';
import type { RosterDecision } from '../domain/command.ts';
import { type ActiveRoster, activate, reject } from '../domain/roster/activation.ts';
import type { RosterVersion } from '../domain/roster/roster-version.ts';
import { versionAuthors } from '../domain/roster/version-authors.ts';
import type { Clock } from '../lib/clock.ts';
import type { Log } from '../lib/runtime.ts';
import type { CommandContext } from './command-context.ts';

/** What came of a decision; `reason`: why nothing changed, as a sentence. */
export type RosterDecisionResult =
  | { readonly done: true }
  | { readonly done: false; readonly reason: string };

/** What applying a decision needs. */
interface RosterDecisionServices {
  readonly clock: Clock;
  readonly log: Log;
  readonly roster: RosterStore;
  readonly events: EventPublisher;
  readonly auditLog: AuditLog;
}

/**
 * Activates or rejects a version by one conditional write, recorded before. Going back is activating an earlier
 * version.
 */
export async function applyRosterDecision(
  decision: RosterDecision,
  { services, requestId }: CommandContext<RosterDecisionServices>,
): Promise<RosterDecisionResult> {
  const { roster, clock, log, events, auditLog } = services;
  const { action, by, why } = decision;
  const found = await roster.version(decision.version);
  const active = await roster.active();
  const checked = check(decision, { version: found, active });
  if (!checked.ok) return { done: false, reason: checked.reason };
  const { version } = checked;
  const at = clock.now().toString();
  await auditLog.put({
    at,
    requestId,
    act: { act: action, version: version.version, by, why },
    before: active.version === null ? [] : [active.version],
    after: action === 'activate' ? [version.version] : [],
  });
  const authors = versionAuthors(version);
  const decided = {
    version: version.version,
    uploadedAt: version.uploadedAt,
    authors,
    by,
    why,
    at,
  };
  const next = action === 'activate' ? activate(active, decided) : reject(active, decided);
  if (!(await roster.move(active, next))) return { done: false, reason: CHANGED_MEANWHILE };
  log.info(action === 'activate' ? 'roster-activated' : 'roster-rejected', { version: version.version });
  if (action === 'activate') await events.publish([ingested(version)]);
  return { done: true };
}

const CHANGED_MEANWHILE = 'The active roster changed at the same moment: review it, then decide again';

type Checked =
  | { readonly ok: true; readonly version: RosterVersion }
  | { readonly ok: false; readonly reason: string };

function check(
  { action, version: name }: RosterDecision,
  { version, active }: { version: RosterVersion | null; active: ActiveRoster },
): Checked {
  const refused = (reason: string): Checked => ({ ok: false, reason });
  if (!version) return refused(`There is no version ${name}`);
  if (!version.complete) return refused(`The version ${name} is incomplete`);
  if (active.retired[name] === 'expired')
    return refused(`The version ${name} has expired and is being deleted`);
  if (active.version === name) {
    if (action === 'reject') return refused(`The version ${name} is active: activate another one first`);
    return refused(`The version ${name} is already active`);
  }
  if (action === 'reject' && active.retired[name] === 'rejected') {
    return refused(`The version ${name} is already rejected`);
  }
  return { ok: true, version };
}

function ingested({ version, kind, filers, rows: { accepted, rejected, warned } }: RosterVersion) {
  return { kind: 'RosterIngested', detail: { version, kind, filers, accepted, rejected, warned } } as const;
}
