import type { Services } from '../aws/pick.ts';
import type { Filer } from '../domain/filer/filer.ts';
import type { Suppression } from '../domain/send/suppression.ts';
import { batched } from '../lib/iterables.ts';

/** An address that is never emailed, by its filer: the address itself is not shown. */
export interface SuppressedReport extends Pick<Suppression, 'reason' | 'detail' | 'at' | 'runId'> {
  /** The filer of the active roster whose address it is. Several filers may share one. */
  readonly filerId: string;
  /** 0: the primary address; from 1 on a secondary one. */
  readonly place: number;
}

/** A page of the suppressed addresses. */
export interface SuppressedPage {
  readonly suppressed: readonly SuppressedReport[];
  /** Pass it as `after` for the next page; `null`: this was the last. */
  readonly next: string | null;
}

/** An answer of Lambda holds 6 MB: this many are far less. */
const MAX_SUPPRESSED = 5000;
const FILERS_AT_ONCE = 100;

/** Every filer of the active roster with a suppressed address, in the order of ids. @param after Where a page ended. */
export async function askSuppressed(
  services: Pick<Services, 'roster' | 'suppression'>,
  after = '',
): Promise<SuppressedPage> {
  const version = await services.roster.activeVersion();
  const suppressed: SuppressedReport[] = [];
  if (!version) return { suppressed, next: null };
  for await (const filers of batched(services.roster.filers(version.version, { after }), FILERS_AT_ONCE)) {
    suppressed.push(...(await suppressedOf(filers, services)));
    if (suppressed.length >= MAX_SUPPRESSED) return { suppressed, next: filers.at(-1)!.filerId };
  }
  return { suppressed, next: null };
}

/** The suppressed addresses of some filers. */
export async function suppressedOf(
  filers: readonly Filer[],
  { suppression }: Pick<Services, 'suppression'>,
): Promise<SuppressedReport[]> {
  const found = await suppression.suppressed(filers.flatMap(addressesOf));
  return filers.flatMap((filer) =>
    addressesOf(filer).flatMap((address, place) => {
      const suppressed = found.get(address);
      if (!suppressed) return [];
      const { reason, detail, at, runId } = suppressed;
      return [{ filerId: filer.filerId, place, reason, detail, at, runId }];
    }),
  );
}

/** A filer's addresses by place, the primary one first; '' where there is none, which is never suppressed. */
export function addressesOf({ email, secondaryEmails }: Filer): string[] {
  return [email ?? '', ...secondaryEmails];
}
