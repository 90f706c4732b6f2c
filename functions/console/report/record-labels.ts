import { actorLabel } from '../../domain/actor.ts';
import type { AuditEntry } from '../../domain/audit-entry.ts';
import { PERSON } from '../../domain/command.ts';
import { type Deed, pausesIn } from '../../domain/run/pauses.ts';
import { type Gate, type HoldScope, reasonsOf } from '../../domain/run/send-gate.ts';
import { capitalized } from '../../lib/letter-case.ts';
import { shortHoldLabel } from '../../queries/phases/hold-labels.ts';
import type { ReportDeed, ReportPause } from './report-view.ts';

/** What people and phases are called, by the ids of people, phases and runs. */
interface Names {
  readonly people: ReadonlyMap<string, string>;
  readonly phases: ReadonlyMap<string, string>;
}

/** Why a file was uploaded; '' where no one said. */
export function whyOfUpload(entries: readonly AuditEntry[], key: string): string {
  const entry = entries.find(({ act }) => 'key' in act && act.key === key);
  return entry?.act.why ?? '';
}

/** Releases and approvals of phases, oldest first. */
export function approvalsIn(entries: readonly AuditEntry[], { people, phases }: Names): ReportDeed[] {
  return entries.flatMap(({ at, act, after }) => {
    if (act.act !== 'release') return [];
    const verb = after[0] === 'approved' ? 'approved' : 'released';
    const name = phases.get(act.phaseId) ?? act.phaseId;
    return [{ at, what: `${name} ${verb}`, by: capitalized(actorLabel(act.by, people)), why: act.why }];
  });
}

/** Pauses as the report tells them, oldest first; those of Crier that still last come at the end. */
export function pauseLabels(
  entries: readonly AuditEntry[],
  { people, phases, gate }: Names & { readonly gate: Gate },
): ReportPause[] {
  const pauses = pausesIn(entries);
  const nameOf = (scope: HoldScope) => (scope === 'all' ? 'All sending' : (phases.get(scope) ?? scope));
  const label = (deed: Deed | null) =>
    deed && { ...deed, what: '', by: capitalized(actorLabel(deed.by, people)) };
  const ofCrier = [...gate.holds.keys()].flatMap((scope) =>
    reasonsOf(gate, scope)
      .filter((reason) => reason !== PERSON)
      .map((reason) => ({ scope, reason, began: null, ended: null })),
  );
  return [...pauses, ...ofCrier].map(({ scope, reason, began, ended }) => ({
    what: nameOf(scope),
    reason: reason === PERSON ? '' : shortHoldLabel(reason),
    began: label(began),
    ended: label(ended),
  }));
}
