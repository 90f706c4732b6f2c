import type { Filer } from './filer.ts';

/** A filer's first secondary address that is another mailbox than the primary one and not suppressed; or `null`. */
export function secondaryOf(
  filer: Pick<Filer, 'email' | 'secondaryEmails'>,
  suppressed: ReadonlyMap<string, unknown>,
): string | null {
  return otherMailboxes(filer).find((address) => !suppressed.has(address)) ?? null;
}

/** A filer's secondary addresses that are another mailbox than the primary one. */
export function otherMailboxes({
  email,
  secondaryEmails,
}: Pick<Filer, 'email' | 'secondaryEmails'>): string[] {
  const primary = email === null ? null : mailboxOf(email);
  return secondaryEmails.filter((address) => mailboxOf(address) !== primary);
}

/** Case doesn't make another mailbox in practice. */
export function mailboxOf(address: string): string {
  return address.trim().toLowerCase();
}
