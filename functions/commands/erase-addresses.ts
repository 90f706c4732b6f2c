import { type Erasure, isErasable } from '../domain/erasure.ts';
import { mailboxOf } from '../domain/filer/addresses.ts';
import type { Filer } from '../domain/filer/filer.ts';
import { addressesOf } from '../queries/suppressed.ts';
import type { EraseServices } from './erase-services.ts';

/**
 * Erases a filer's addresses from the suppression list. Runs before the rows are deleted, because the rosters say which
 * addresses are the filer's. Mailboxes shared with others are left alone.
 */
export async function eraseAddresses(
  erasure: Erasure,
  { roster, eraseAddress }: Pick<EraseServices, 'roster' | 'eraseAddress'>,
): Promise<void> {
  const { filerId, neverMail, requestedAt } = erasure;
  const mailboxes = new Set<string>();
  const shared = new Set<string>();
  for (const { version, uploadedAt } of await roster.versions()) {
    if (!isErasable(erasure, uploadedAt)) continue;
    const filer = (await roster.filersById(version, [filerId])).get(filerId);
    if (!filer) continue;
    for (const mailbox of mailboxesOf(filer)) mailboxes.add(mailbox);
    const isShared = filer.sharedAddress || filer.otherAccounts.length > 0;
    if (filer.email !== null && isShared) shared.add(mailboxOf(filer.email));
  }
  if (neverMail) await addShared(shared, { filerId, mailboxes, roster });
  for (const mailbox of mailboxes) {
    await eraseAddress(mailbox, { neverMail: neverMail && !shared.has(mailbox), at: requestedAt });
  }
}

/** Adds the mailboxes that another filer of the active roster also has: they must still get their emails. */
async function addShared(
  shared: Set<string>,
  {
    filerId,
    mailboxes,
    roster,
  }: { filerId: string; mailboxes: ReadonlySet<string>; roster: EraseServices['roster'] },
): Promise<void> {
  const { version } = await roster.active();
  if (version === null) return;
  for await (const filer of roster.filers(version)) {
    if (filer.filerId === filerId) continue;
    for (const mailbox of mailboxesOf(filer)) if (mailboxes.has(mailbox)) shared.add(mailbox);
  }
}

function mailboxesOf(filer: Filer): string[] {
  return addressesOf(filer)
    .filter((address) => address !== '')
    .map(mailboxOf);
}
