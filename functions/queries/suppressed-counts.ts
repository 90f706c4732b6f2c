import type { Services } from '../aws/pick.ts';
import { stateOf } from '../domain/filer/rules.ts';
import type { State } from '../domain/filer/state.ts';
import type { Suppression } from '../domain/send/suppression.ts';

/** How many filers in a state are skipped because their address is suppressed, by why. */
export type SuppressedCounts = Readonly<
  Partial<Record<State, Readonly<Partial<Record<Suppression['reason'], number>>>>>
>;

/** Facts of emails with problems that are looked at, the newest first: two pages of the index. */
const MAX_FACTS = 4_000;
/** Facts after which an address is suppressed. */
const SUPPRESSING: ReadonlySet<string> = new Set(['bounced', 'complained', 'rejected']);

/**
 * Counts filers of a roster whose emails would be skipped because an earlier one bounced or was marked as spam. The list
 * holds no filers: they are found by the send log, so that someone who merely shares such a mailbox isn't counted.
 * @param roster `pivotDate`: the day on which states depend
 */
export async function suppressedCounts(
  { version, pivotDate }: { readonly version: string; readonly pivotDate: string | null },
  { logReader, roster, suppression }: Pick<Services, 'logReader' | 'roster' | 'suppression'>,
): Promise<SuppressedCounts> {
  const ids = new Set<string>();
  let read = 0;
  for await (const { kind, filerId } of logReader.attention({ pageSize: MAX_FACTS / 4 })) {
    if (++read > MAX_FACTS) break;
    if (SUPPRESSING.has(kind)) ids.add(filerId);
  }
  if (ids.size === 0) return {};
  const filers = [...(await roster.filersById(version, [...ids])).values()];
  const found = await suppression.suppressed(filers.flatMap(({ email }) => email ?? []));
  const counts: Partial<Record<State, Partial<Record<Suppression['reason'], number>>>> = {};
  for (const filer of filers) {
    const suppressed = filer.email ? found.get(filer.email) : undefined;
    if (!suppressed) continue;
    const { state } = stateOf(filer, pivotDate);
    const { reason } = suppressed;
    counts[state] = { ...counts[state], [reason]: (counts[state]?.[reason] ?? 0) + 1 };
  }
  return counts;
}
