import type { Temporal } from 'temporal-polyfill';
import type { Filer } from '../domain/filer/filer.ts';
import type { FilerState, State } from '../domain/filer/state.ts';
import type { MessageKind } from '../domain/plan/kinds.ts';
import type { Plan } from '../domain/plan/plan.ts';

/** An email that a filer got before, as far as a later one refers to it. */
export interface EarlierEmail {
  readonly kind: MessageKind;
  /** The filer's state at the time. */
  readonly state: State;
  /** The dates that it named: see `datesOf`. */
  readonly dates: string;
}

/** A fact that earlier emails stated otherwise. */
export interface CorrectedFact {
  /** `Our help desk’s phone number` */
  readonly label: string;
  readonly was: string;
  /** `null`: it no longer holds, and nothing takes its place. */
  readonly now: string | null;
}

/** A message in the court's own words: its text was checked and made into HTML and text when it was saved. */
export interface OneOffText {
  readonly subject: string;
  readonly made: { readonly html: string; readonly text: string };
}

/** What only announcements say, each its own. */
export interface Announced {
  /**
   * For `date-change`: the date of the pivot that earlier emails named, `2018-10-22`; `null` if they said "to be announced".
   */
  readonly launchChange?: { readonly previous: string | null };
  /** For `correction`: what this filer was told, and what holds now. */
  readonly corrections?: readonly CorrectedFact[];
  /** For `one-off`. */
  readonly oneOff?: OneOffText;
}

/** Everything that an email is made from. The same input makes the same email, byte for byte. */
export interface EmailInput extends Announced {
  readonly plan: Plan;
  readonly kind: MessageKind;
  /** The phase that sends it; `number` of `of` among its kind. */
  readonly phase: { readonly id: string; readonly number: number; readonly of: number };
  readonly filer: Filer;
  readonly state: FilerState;
  /** The address to send to: the filer's first, or a secondary one. */
  readonly to: string;
  readonly at: Temporal.Instant;
  /**
   * The latest email that reached this filer before this one, as far as was known when the audience was decided. Left
   * out: none did, so this email explains everything.
   */
  readonly earlier?: EarlierEmail;
  /** The keys of the same person's other accounts, as the roster spells them. Left out: they have none. */
  readonly otherAccounts?: readonly string[];
  /** The Message-ID under which this email threads: the filer's first notice, as it was sent. */
  readonly threadId?: string;
  /**
   * Is a test, to a member of the staff or of a test launch: the subject and the first lines say so, and no filer is
   * named as its receiver.
   * @default false
   */
  readonly isTest?: boolean;
}

/** An email that is ready to be sent. */
export interface ComposedEmail {
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  /** The whole message as SES takes it. */
  readonly raw: Uint8Array;
}
