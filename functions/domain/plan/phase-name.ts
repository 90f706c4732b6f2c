import { kindOf, type MessageKind } from './kinds.ts';

/** What a phase or a run is called by. */
export interface PhaseNaming {
  readonly kind: MessageKind;
  /** Its number among the phases of its kind, from 1. */
  readonly number: number;
  /** How many phases there are of its kind. */
  readonly of: number;
  /** Of a run of a one-off message: its subject. */
  readonly title?: string | undefined;
  /** The same of a message that has no run yet. */
  readonly oneOff?: { readonly subject: string } | undefined;
}

/** `Notice 2 of 4`, `Follow-up`, `Message “The clerk’s office is closed”`. */
export function phaseName({ kind, number, of, title, oneOff }: PhaseNaming): string {
  const { label } = kindOf(kind);
  const subject = title ?? oneOff?.subject;
  if (subject !== undefined) return `${label} “${subject}”`;
  return of > 1 ? `${label} ${number} of ${of}` : label;
}
