import type { Actor } from '../actor.ts';

/** What a person approved: the phase is sent exactly like this or not at all. Instants: ISO 8601 in UTC. */
export interface Approval {
  readonly phaseId: string;
  readonly scheduledFor: string;
  /** 1 for the first run of the phase at its time; one more for each that was canceled. */
  readonly runNumber: number;
  /** The phase won't start after this; `null` for a date change, which starts at once. */
  readonly expiresAt: string | null;
  readonly planVersion: string;
  readonly rosterVersion: string;
  /** How many times the pointer to the active roster had changed. */
  readonly rosterRevision: number;
  /** See `wordingOf`. */
  readonly wording: string;
  /** Hash of the filers who would be emailed, each with the addresses. */
  readonly audience: string;
  /** How many these filers are; 0 in approvals from before it was kept. */
  readonly filers: number;
  /** How many filers had been erased from the version of the roster by then. */
  readonly erased: number;
  readonly by: Actor;
  /** Who had contributed: see `Authors`. */
  readonly authors: readonly string[];
  readonly at: string;
}

/** Why an approval is void. Counts are of filers. */
export type VoidReason =
  | { readonly code: 'filers-added' | 'addresses-changed'; readonly filers: number }
  | {
      readonly code:
        | 'wording-changed'
        | 'schedule-changed'
        /** No person has approved it, or what is stored can't be read. */
        | 'not-approved'
        | 'own-work'
        /** The roster or plan that was approved isn't kept any more, or isn't what it was. */
        | 'roster-gone';
    };

/** The codes of {@link VoidReason}. */
export const VOID_CODES = [
  'filers-added',
  'addresses-changed',
  'wording-changed',
  'schedule-changed',
  'not-approved',
  'own-work',
  'roster-gone',
] as const satisfies readonly VoidReason['code'][];
