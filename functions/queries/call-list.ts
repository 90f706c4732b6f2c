import { Temporal } from 'temporal-polyfill';
import type { Services } from '../aws/pick.ts';
import { type CallStatus, isSettled } from '../domain/call.ts';
import type { Filer } from '../domain/filer/filer.ts';
import type { State } from '../domain/filer/state.ts';
import { filersIn, type RosterVersion } from '../domain/roster/roster-version.ts';
import type { Fact } from '../domain/send/fact.ts';
import {
  byName,
  type CallCause,
  causeOf,
  type PhoneIndex,
  type PhoneIndexEntry,
  phoneEntry,
  withListed,
} from '../domain/send/phone-index.ts';
import { awaitsCourt } from '../domain/send/phone-list.ts';
import { MAX_SOFT_BOUNCES } from '../domain/send/soft-bounces.ts';
import { batched } from '../lib/iterables.ts';
import { areKeeping, type SoftBounceServices } from './soft-bounces.ts';

/** Why filers are called, the most urgent first. `court`: nothing can be done before the court has acted. */
export const CALL_GROUPS = ['bounced', 'no-address', 'soft-bounces', 'state', 'court'] as const;
/** One of {@link CALL_GROUPS}. */
export type CallGroup = (typeof CALL_GROUPS)[number];

/** A filer to be called, with how far that is. Holds a name: only for people to see. */
export interface ToCall extends Omit<PhoneIndexEntry, 'since'> {
  readonly group: CallGroup;
  /** Since when, or since which upload, they are to be called: instant, ISO 8601 in UTC. */
  readonly since: string;
  readonly callStatus: CallStatus | null;
  /** A call, or an address that is emailed again, has settled it. The court's cases are settled by an upload alone. */
  readonly isSettled: boolean;
}

/** Whom to call of the active roster. */
export interface CallList {
  /** The most urgent first, in each group by name. */
  readonly filers: readonly ToCall[];
  /** There are more problems of emails than were looked at. */
  readonly isCut: boolean;
}

/** What reading the list needs. */
export type CallListServices = SoftBounceServices &
  Pick<Services, 'calls' | 'roster' | 'search' | 'suppression'>;

/** The largest roster that is read when its index isn't ready. */
const MAX_READ = 5_000;
const FILERS_AT_ONCE = 1_000;
/** Facts of emails with problems that are looked at, the newest first. */
const MAX_FACTS = 4_000;
const FACTS_A_PAGE = 1_000;
/** An event may reach Crier so long after it happened, and its fact has the event's time. */
const MAX_LATENESS = Temporal.Duration.from({ hours: 24 });

interface Asked {
  /** The active roster. */
  readonly version: RosterVersion;
  /** The day of the pivot by the active plan, on which states depend. */
  readonly pivotDate: string | null;
}

/**
 * Whom to call and why, from the index of the roster, the emails that had problems since it was made, and the calls so
 * far. @returns `null`: the roster is large and its index isn't ready.
 */
export async function callList(
  { version, pivotDate }: Asked,
  services: CallListServices,
): Promise<CallList | null> {
  const [index, callStatuses, problems] = await Promise.all([
    phoneIndex({ version, pivotDate }, services),
    services.calls.callStatuses(),
    problemFacts(services),
  ]);
  if (!index) return null;
  const later = await laterEntries(problems.facts, { index, version, pivotDate, services });
  const known = new Map([...index.entries, ...later].map((entry) => [entry.filerId, entry]));
  const since = version.activatedAt ?? version.uploadedAt;
  const filers = [...known.values()].map((entry) => toCall(entry, { callStatuses, since }));
  const groups = Map.groupBy(filers, ({ group }) => group);
  // The index is sorted by name already, and so nearly is each group.
  const sorted = CALL_GROUPS.flatMap((group) => (groups.get(group) ?? []).toSorted(byName));
  return { filers: sorted, isCut: problems.isCut };
}

function toCall(
  entry: PhoneIndexEntry,
  { callStatuses, since: activated }: { callStatuses: ReadonlyMap<string, CallStatus>; since: string },
): ToCall {
  const callStatus = callStatuses.get(entry.filerId) ?? null;
  const cause = causeOf(entry);
  const group = awaitsCourt(entry.state as State) ? 'court' : groupOf(cause);
  return {
    ...entry,
    group,
    since: entry.since ?? entry.listed ?? activated,
    callStatus,
    // A new upload only repeats what the roster said before, so a call settles that for as long as it lasts.
    isSettled: group !== 'court' && isSettled(callStatus, { cause, since: entry.since }),
  };
}

function groupOf(cause: CallCause): CallGroup {
  if (cause === 'stopped') return 'bounced';
  return cause === 'no-address' || cause === 'soft-bounces' ? cause : 'state';
}

/** The stored index; of a roster that isn't too large, one that is made now where none fits. */
async function phoneIndex(
  { version, pivotDate }: Asked,
  services: Pick<Services, 'roster' | 'search' | 'suppression'>,
): Promise<PhoneIndex | null> {
  const stored = await services.search.phones(version.version);
  if (stored && stored.pivotDate === pivotDate) return stored;
  if (filersIn(version) > MAX_READ) return null;
  // One of another day of the pivot still knows since when a filer has had the same reason.
  const known = new Map(stored?.entries.map((entry) => [entry.filerId, entry]));
  const { uploadedAt } = version;
  const entries: PhoneIndexEntry[] = [];
  for await (const filers of batched(services.roster.filers(version.version), FILERS_AT_ONCE)) {
    for (const entry of await entriesOf(filers, { pivotDate, services })) {
      const same = known.get(entry.filerId);
      entries.push(same ? withListed(entry, { uploadedAt, before: { entry: same, uploadedAt } }) : entry);
    }
  }
  return { format: 1, pivotDate, asOf: uploadedAt, entries };
}

async function entriesOf(
  filers: readonly Filer[],
  {
    pivotDate,
    keeping = new Set(),
    services,
  }: {
    pivotDate: string | null;
    /** Filers whose mailbox keeps refusing emails. */
    keeping?: ReadonlySet<string>;
    services: Pick<Services, 'suppression'>;
  },
): Promise<PhoneIndexEntry[]> {
  const suppressed = await services.suppression.suppressed(filers.flatMap(({ email }) => email ?? []));
  return filers.flatMap((filer) => {
    const suppression = filer.email === null ? undefined : suppressed.get(filer.email);
    return phoneEntry(filer, { pivotDate, suppression, keepsBouncing: keeping.has(filer.filerId) }) ?? [];
  });
}

/** Facts of emails that had problems, newest first. */
async function problemFacts({
  logReader,
}: Pick<Services, 'logReader'>): Promise<{ facts: Fact[]; isCut: boolean }> {
  const facts: Fact[] = [];
  for await (const fact of logReader.attention({ pageSize: FACTS_A_PAGE })) {
    if (facts.length >= MAX_FACTS) return { facts, isCut: true };
    facts.push(fact);
  }
  return { facts, isCut: false };
}

const STOPPING: ReadonlySet<Fact['kind']> = new Set(['bounced', 'complained']);

/** Whom emails have stopped reaching since the index was made. */
async function laterEntries(
  facts: readonly Fact[],
  {
    index,
    version,
    pivotDate,
    services,
  }: Asked & { readonly index: PhoneIndex; readonly services: CallListServices },
): Promise<PhoneIndexEntry[]> {
  const from = Temporal.Instant.from(index.asOf).subtract(MAX_LATENESS);
  const indexed = new Set(index.entries.flatMap(({ filerId, since }) => (since === null ? [] : [filerId])));
  const stopped = facts.filter(
    ({ kind, filerId, at }) =>
      STOPPING.has(kind) && !indexed.has(filerId) && Temporal.Instant.compare(at, from) >= 0,
  );
  const keeping = await areKeeping(softSuspects(facts), services);
  const ids = [...new Set([...stopped.map(({ filerId }) => filerId), ...keeping.keys()])];
  const filers = await services.roster.filersById(version.version, ids);
  const entries = await entriesOf([...filers.values()], {
    pivotDate,
    keeping: new Set(keeping.keys()),
    services,
  });
  return entries.map((entry) =>
    entry.reason === 'soft-bounces' ? { ...entry, since: keeping.get(entry.filerId) ?? null } : entry,
  );
}

/** Filers whose mailbox refused emails of several runs for now. */
function softSuspects(facts: readonly Fact[]): string[] {
  const runs = new Map<string, Set<string>>();
  for (const { kind, filerId, runId } of facts) {
    if (kind === 'soft-bounced') runs.set(filerId, (runs.get(filerId) ?? new Set()).add(runId));
  }
  return [...runs].flatMap(([filerId, own]) => (own.size >= MAX_SOFT_BOUNCES ? [filerId] : []));
}
