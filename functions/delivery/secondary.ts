import type { Filer } from '../filers/filer.ts';

/**
 * The first secondary address that a filer can be mailed at: another mailbox than the primary one, and not suppressed; or
 * `null`.
 */
export function secondaryOf(
  { email, secondaryEmails }: Pick<Filer, 'email' | 'secondaryEmails'>,
  suppressed: ReadonlyMap<string, unknown>,
): string | null {
  const primary = email === null ? null : mailboxOf(email);
  const usable = (address: string) => mailboxOf(address) !== primary && !suppressed.has(address);
  return secondaryEmails.find(usable) ?? null;
}

/** Case doesn't make another mailbox in practice. */
export function mailboxOf(address: string): string {
  return address.trim().toLowerCase();
}
