import type { Temporal } from 'temporal-polyfill';

/** An email that SES took. */
export interface OutboxMail {
  /** SES's id of the email. */
  readonly messageId: string;
  readonly at: Temporal.Instant;
  /** The sender's address, without a name. */
  readonly from: string;
  readonly to: readonly string[];
  readonly configurationSet: string | null;
  readonly tags: Readonly<Record<string, string>>;
  /** The message, exactly as it was sent. */
  readonly raw: Uint8Array;
}
