import type { RosterStore } from '../aws/rosters.ts';
import type { Filer } from '../domain/filer/filer.ts';
import type { EmailInput } from '../email/email-input.ts';

/** What an email needs to know of its filer's other accounts; nothing where there are none. */
export type OtherAccountsOf = (filer: Filer) => Pick<EmailInput, 'otherAccounts'>;

/** Reads the other accounts of filers from their roster version: nothing is read where no one has any. */
export async function readOtherAccounts(
  filers: Iterable<Filer>,
  { version, roster }: { version: string | null; roster: Pick<RosterStore, 'filersById'> },
): Promise<OtherAccountsOf> {
  const ids = [...filers].flatMap(({ otherAccounts }) => otherAccounts);
  if (version === null || ids.length === 0) return () => ({});
  const found = await roster.filersById(version, ids);
  return ({ otherAccounts }) => {
    const known = otherAccounts.flatMap((id) => found.get(id)?.userId ?? []).sort();
    return known.length === 0 ? {} : { otherAccounts: known };
  };
}
