import type { Services } from '../aws/pick.ts';
import type { Filer } from '../domain/filer/filer.ts';
import { stateOf } from '../domain/filer/rules.ts';
import type { State } from '../domain/filer/state.ts';
import type { RosterVersion } from '../domain/roster/roster-version.ts';
import { causeOf } from '../domain/send/phone-index.ts';
import type { Suppression } from '../domain/send/suppression.ts';
import { batched } from '../lib/iterables.ts';

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
/** Facts after which an address is suppressed. */
const SUPPRESSING: ReadonlySet<string> = new Set(['bounced', 'complained', 'rejected']);

/**
 * Counts filers of a roster whom the sender would skip now because their address is suppressed, also where it is
 * shared. The list holds no filers. Of a large roster, only likely ones are looked up: one who merely shares a
 * mailbox that has bounced since the roster was indexed is missed.
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

/** Filers who had an email that stops further ones, and those whose address was suppressed when the roster was indexed. */
async function* likely(
  version: string,
  { logReader, roster, search }: SuppressedServices,
): AsyncIterable<Filer> {
  const index = await search.phones(version);
  const stopped = (index?.entries ?? []).filter((entry) => causeOf(entry) === 'stopped');
  const ids = new Set(stopped.map(({ filerId }) => filerId));
  let read = 0;
  for await (const { kind, filerId } of logReader.attention({ pageSize: MAX_FACTS / 4 })) {
    if (++read > MAX_FACTS) break;
    if (SUPPRESSING.has(kind)) ids.add(filerId);
  }
  yield* (await roster.filersById(version, [...ids])).values();
}
