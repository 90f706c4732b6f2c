import { mailboxOf, otherMailboxes } from '../filer/addresses.ts';
import type { Filer } from '../filer/filer.ts';
import type { Suppression } from './suppression.ts';

/** The attempt of a filer. `to` is left out for the primary address. */
interface MailedAttempt {
  readonly filerId: string;
  readonly to?: 'secondary';
}

/** What tells which of a filer's other addresses an attempt went to. */
interface MailedEvidence {
  /** Addresses that an event about the email names. */
  readonly named: readonly string[];
  /** Those of the filer's other addresses that are suppressed now. */
  readonly suppressed: ReadonlyMap<string, Suppression>;
  readonly runId: string;
}

/**
 * The address that an attempt was emailed to, by the run's own roster, whatever an event about it says: a mail server
 * that forwards reports the mailbox behind it. The roster alone tells the primary address. Of other addresses, it is the
 * one that the event names, or else the first that was not suppressed when the email was made.
 * @returns `null` when it can't be told.
 */
export function mailedAddress(
  { to, filerId }: MailedAttempt,
  { filer, named, suppressed, runId }: MailedEvidence & { readonly filer: Filer },
): string | null {
  if (to !== 'secondary') return filer.email;
  const others = otherMailboxes(filer);
  // An event that comes again finds its own suppression.
  const isOwn = (one: Suppression | undefined) => !one || (one.runId === runId && one.filerId === filerId);
  return (
    ownMailboxes(filer, named).find((own) => others.includes(own)) ??
    others.find((one) => isOwn(suppressed.get(one))) ??
    null
  );
}

/** Those of the filer's addresses that are named, in the order of the names. */
export function ownMailboxes(
  { email, secondaryEmails }: Pick<Filer, 'email' | 'secondaryEmails'>,
  named: readonly string[],
): string[] {
  const own = [...(email === null ? [] : [email]), ...secondaryEmails];
  return named.flatMap((name) => own.find((one) => mailboxOf(one) === mailboxOf(name)) ?? []);
}
