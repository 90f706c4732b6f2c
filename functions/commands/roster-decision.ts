import type { ActStore } from '../aws/audit-log.ts';
import type { EventPublisher } from '../aws/event-bus.ts';
import type { RosterStore } from '../aws/rosters.ts';
import type { RosterDecision } from '../domain/audit.ts';
import { type ActiveRoster, activate, reject } from '../domain/roster/activation.ts';
import type { RosterVersion } from '../domain/roster/roster-version.ts';
import type { Clock } from '../lib/clock.ts';
import type { Log } from '../lib/log.ts';

/** What came of a decision; `reason`: why nothing changed, as a sentence. */
export type RosterDecisionResult =
  | { readonly done: true }
  | { readonly done: false; readonly reason: string };

export interface DecisionServices {
  readonly clock: Clock;
  readonly log: Log;
  readonly roster: RosterStore;
  readonly events: EventPublisher;
  readonly acts: ActStore;
}

/**
 * Carries out a person's decision about a version by one conditional write, recorded before; says why not when it can't
 * be. Going back is activating an earlier version.
 */
export async function applyRosterDecision(
  decision: RosterDecision,
  { services, requestId }: { services: DecisionServices; requestId: string },
): Promise<RosterDecisionResult> {
  const { roster, clock, log, events, acts } = services;
  const { action, by, why } = decision;
  const version = await roster.version(decision.version);
  const active = await roster.active();
  const reason = whyNot(decision, { version, active });
  if (reason !== null || !version) return { done: false, reason: reason ?? '' };
  const act = { by, why, at: clock.now().toString() };
  await acts.put({
    at: act.at,
    requestId,
    act: { act: action, version: version.version, by, why },
    before: active.version === null ? [] : [active.version],
    after: action === 'activate' ? [version.version] : [],
  });
  const next = action === 'activate' ? activate(active, version, act) : reject(active, version.version, act);
  if (!(await roster.move(active, next))) {
    return {
      done: false,
      reason: 'The roster in force changed at the same moment: look again, and decide again',
    };
  }
  log.info(action === 'activate' ? 'roster-activated' : 'roster-rejected', { version: version.version });
  if (action === 'activate') await events.publish([ingested(version)]);
  return { done: true };
}

function whyNot(
  { action, version: name }: RosterDecision,
  { version, active }: { version: RosterVersion | null; active: ActiveRoster },
): string | null {
  if (!version) return `There is no version ${name}`;
  if (!version.complete) return `The version ${name} is not written completely`;
  if (active.barred[name] === 'expired') return `The version ${name} has expired and is being deleted`;
  if (active.version === name)
    return `The version ${name} is in force${action === 'reject' ? ': activate another one first' : ' already'}`;
  if (action === 'reject' && active.barred[name] === 'rejected')
    return `The version ${name} is rejected already`;
  return null;
}

function ingested({ version, kind, filers, rows: { accepted, rejected, warned } }: RosterVersion) {
  return { kind: 'RosterIngested', detail: { version, kind, filers, accepted, rejected, warned } } as const;
}
