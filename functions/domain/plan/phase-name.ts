import { kindOf, type MessageKind } from './kinds.ts';

/** What a phase or a run is called by. */
export interface PhaseNaming {
  readonly kind: MessageKind;
  /** Its number among the phases of its kind, from 1. */
  readonly number: number;
  /** How many phases there are of its kind. */
  readonly of: number;
}

/** `Notice 2 of 4`, `Follow-up`. */
export function phaseName({ kind, number, of }: PhaseNaming): string {
  const { label } = kindOf(kind);
  return of > 1 ? `${label} ${number} of ${of}` : label;
}
