import type { Services } from '../aws/pick.ts';
import { mailboxOf } from '../domain/filer/addresses.ts';
import type { Filer } from '../domain/filer/filer.ts';
import { stateOf } from '../domain/filer/rules.ts';
import type { State } from '../domain/filer/state.ts';
import type { RosterVersion } from '../domain/roster/roster-version.ts';
import { causeOf } from '../domain/send/phone-index.ts';
import type { Suppression } from '../domain/send/suppression.ts';
import { batched } from '../lib/iterables.ts';
import { searchRoster } from './search-roster.ts';

/** How many filers in a state are skipped because their address is suppressed, by why. */
export type SuppressedCounts = Readonly<
  Partial<Record<State, Readonly<Partial<Record<Suppression['reason'], number>>>>>
>;

type SuppressedServices = Pick<Services, 'logReader' | 'roster' | 'search' | 'suppression'>;

/** A roster of this size is read through, which takes a few reads. */
const MAX_READ = 1_000;
/** Filers whose suppression is looked up at once. */
const AT_ONCE = 100;
/** Facts of emails with problems that are looked at, the newest first: two pages of the index. */
const MAX_FACTS = 4_000;
/** Mailboxes that several filers share and that were suppressed since the roster was indexed: each is searched for its filers. */
const MAX_SHARED = 20;
/** Filers found at one of them. */
const MAX_SHARERS = 500;
/** Facts after which an address is suppressed. */
const SUPPRESSING: ReadonlySet<string> = new Set(['bounced', 'complained', 'rejected']);

/**
 * Counts filers of a roster whom the sender would skip now because their address is suppressed, also where it is
 * shared. The list holds no filers. Of a large roster, only likely ones are looked up, within the limits above: one whose
 * address a person suppressed since the roster was indexed is missed, too.
 * @param roster `pivotDate`: the day on which states depend
 */
export async function suppressedCounts(
  roster: Pick<RosterVersion, 'version' | 'filers'> & { readonly pivotDate: string | null },
  services: SuppressedServices,
): Promise<SuppressedCounts> {
  const { version, filers, pivotDate } = roster;
  const asked = filers <= MAX_READ ? services.roster.filers(version) : likely(version, services);
  const counts: Partial<Record<State, Partial<Record<Suppression['reason'], number>>>> = {};
  for await (const batch of batched(asked, AT_ONCE)) {
    const found = await services.suppression.suppressed(batch.flatMap(({ email }) => email ?? []));
    for (const filer of batch) {
      const suppressed = filer.email ? found.get(filer.email) : undefined;
      if (!suppressed) continue;
      const { state } = stateOf(filer, pivotDate);
      const { reason } = suppressed;
      counts[state] = { ...counts[state], [reason]: (counts[state]?.[reason] ?? 0) + 1 };
    }
  }
  return counts;
}

/**
 * Filers who had an email that stops further ones, those whose address was suppressed when the roster was indexed, and those
 * who share a mailbox that was suppressed since.
 */
async function* likely(version: string, services: SuppressedServices): AsyncIterable<Filer> {
  const { logReader, roster, search } = services;
  const index = await search.phones(version);
  const stopped = (index?.entries ?? []).filter((entry) => causeOf(entry) === 'stopped');
  const indexed = new Set(stopped.map(({ filerId }) => filerId));
  const since = new Set<string>();
  let read = 0;
  for await (const { kind, filerId } of logReader.attention({ pageSize: MAX_FACTS / 4 })) {
    if (++read > MAX_FACTS) break;
    if (SUPPRESSING.has(kind) && !indexed.has(filerId)) since.add(filerId);
  }
  const found = await roster.filersById(version, [...indexed, ...since]);
  yield* found.values();
  // Without an index, a search reads the whole roster.
  if (!index) return;
  const shared = [...since].flatMap((id) => found.get(id) ?? []).filter(sharesMailbox);
  const mailboxes = new Set(shared.flatMap(({ email }) => (email === null ? [] : mailboxOf(email))));
  for (const mailbox of [...mailboxes].slice(0, MAX_SHARED)) {
    const sharers = await filersAt(mailbox, { version, services });
    yield* sharers.filter(({ filerId }) => !found.has(filerId));
  }
}

/** With another person, or with another account of the same one. */
function sharesMailbox({ sharedAddress, otherAccounts }: Filer): boolean {
  return sharedAddress || otherAccounts.length > 0;
}

/** The filers whose primary address is a mailbox. */
async function filersAt(
  mailbox: string,
  { version, services }: { version: string; services: SuppressedServices },
): Promise<Filer[]> {
  const page = await searchRoster(
    { version, typed: mailbox },
    { limit: MAX_SHARERS, join: async (all) => all.map((filer) => ({ filer })), services },
  );
  const found = page.ok ? page.lines.map(({ filer }) => filer) : [];
  return found.filter(({ email }) => email !== null && mailboxOf(email) === mailbox);
}
