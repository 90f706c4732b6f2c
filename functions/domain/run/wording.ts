import { hash } from 'node:crypto';
import type { MessageKind } from '../plan/kinds.ts';
import type { Plan } from '../plan/plan.ts';
import { textsFor } from '../plan/section-texts.ts';

/** The parts of a phase that its emails mention. */
export interface WordedPhase {
  readonly id: string;
  readonly kind: MessageKind;
  readonly number: number;
  readonly of: number;
  /** Of a one-off message: `oneOffHash`. @default what its templates and the plan say is all */
  readonly says?: string;
}

/**
 * Hash of everything that a phase's emails say, except about a single filer: the texts of this build, and the plan
 * without the members that no email shows. Of the phases, it covers only this one; of the court's own texts, those of its
 * messages.
 * @param build `wordingHash` of `#templates`
 */
export function wordingOf(plan: Plan, { phase, build }: { phase: WordedPhase; build: string }): string {
  const {
    $schema,
    phases,
    linkDomains,
    meantDates,
    twoPersonApproval,
    publicNotice,
    signInNotice,
    staff,
    roster,
    sending,
    sectionTexts: _,
    ...shown
  } = plan;
  const { unsubscribe = null } = phases.find(({ id }) => id === phase.id) ?? {};
  const { id, kind, number, of, says } = phase;
  const own = [...textsFor(plan, kind)];
  return hash(
    'sha256',
    JSON.stringify([build, shown, linkDomains, { id, kind, number, of, unsubscribe, says }, ...own]),
    'hex',
  );
}
