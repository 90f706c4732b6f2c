import type { MessageKind } from '../../domain/plan/kinds.ts';

/** What a phase or a run is called by. */
export interface PhaseNaming {
  readonly kind: MessageKind;
  /** Its number among the phases of its kind, from 1. */
  readonly number: number;
  /** How many phases there are of its kind. */
  readonly of: number;
}

/** `Notice 2 of 4`, `Launch day`. */
export function phaseName({ kind, number, of }: PhaseNaming): string {
  return of > 1 ? `${KINDS[kind]} ${number} of ${of}` : KINDS[kind];
}

/** `Follow-up`. */
export function phaseKindName(kind: MessageKind): string {
  return KINDS[kind];
}

const KINDS: Readonly<Record<MessageKind, string>> = {
  notice: 'Notice',
  'pre-outage': 'Pre-outage warning',
  'launch-day': 'Launch day',
  'follow-up': 'Follow-up',
  'date-change': 'Change of dates',
};
