import { hash } from 'node:crypto';
import type { MessageKind } from '../plan/kinds.ts';
import type { Plan } from '../plan/plan.ts';

/** A phase, as far as its emails say something of it. */
export interface WordedPhase {
  readonly id: string;
  readonly kind: MessageKind;
  readonly number: number;
  readonly of: number;
}

/**
 * Hash of everything that the emails of a phase say, apart from what they say of one filer: the texts of this build, and
 * the plan without the members that no email shows. Of the phases it has this one alone.
 * @param build `wordingHash` of `#templates`
 */
export function wordingOf(plan: Plan, { phase, build }: { phase: WordedPhase; build: string }): string {
  const {
    $schema,
    phases,
    linkDomains,
    meantDates,
    twoPersonApproval,
    signInNotice,
    roster,
    sending,
    ...shown
  } = plan;
  const { unsubscribe = null } = phases.find(({ id }) => id === phase.id) ?? {};
  const { id, kind, number, of } = phase;
  return hash(
    'sha256',
    JSON.stringify([build, shown, linkDomains, { id, kind, number, of, unsubscribe }]),
    'hex',
  );
}
