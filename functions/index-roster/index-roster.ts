import type { MailboxMarks } from '../aws/mailbox-marks.ts';
import type { PlanStore } from '../aws/plans.ts';
import type { ReadinessStore } from '../aws/readiness.ts';
import type { RosterStore } from '../aws/rosters.ts';
import type { GroupName, SearchStore, SearchWriter } from '../aws/search-index.ts';
import type { ReadSuppressed } from '../aws/suppressed-now.ts';
import { pivotDate } from '../domain/plan/phases.ts';
import { versionBefore } from '../domain/roster/activation.ts';
import { LIST_ORDER, listLinesOf, namePlaceOf } from '../domain/roster/filer-lists.ts';
import { type Readiness, readinessCounter } from '../domain/roster/readiness.ts';
import { GROUP_FILERS, GroupBuilder, type GroupEntry, type Lists } from '../domain/roster/search-index.ts';
import { wordsOf } from '../domain/roster/search-words.ts';
import { byName, type PhoneIndexEntry, phoneEntry, withListed } from '../domain/send/phone-index.ts';
import type { Clock } from '../lib/clock.ts';
import type { Log } from '../lib/runtime.ts';

/** What indexing rosters needs from outside. */
export interface IndexServices {
  readonly clock: Clock;
  readonly log: Log;
  readonly plans: Pick<PlanStore, 'current'>;
  readonly roster: Pick<RosterStore, 'active' | 'filers' | 'version' | 'versions'>;
  readonly search: Pick<SearchStore, 'directory' | 'lists' | 'phones'>;
  readonly searchWriter: SearchWriter;
  readonly readiness: ReadinessStore;
  readonly suppressedNow: ReadSuppressed;
  readonly mailboxMarks: Pick<MailboxMarks, 'marker'>;
  /** @default GROUP_FILERS */
  readonly groupFilers?: number;
}

/**
 * Makes a version searchable, sorts its filers into lists, counts them by state on the way, and lists who needs a call. A
 * repeat changes nothing that is done.
 */
export async function indexRoster(version: string, services: IndexServices): Promise<void> {
  const { log, roster, search, searchWriter, readiness } = services;
  const stored = await roster.version(version);
  const active = await roster.active();
  const { retired } = active;
  if (!stored?.complete || retired[version] === 'expired') return log.info('roster-gone', { version });
  const isIndexed = (await search.directory(version)) !== null;
  const basis = await basisOf(version, services);
  const { pivotDate: pivot, asOf } = basis;
  const hasLists = areCurrent(await search.lists(version), basis);
  const hasPhones = (await search.phones(version))?.pivotDate === pivot;
  if (isIndexed && hasLists && hasPhones && isCurrent(await readiness.of(version), basis)) return;
  const suppressionOf = await services.suppressedNow();
  const markOf = await services.mailboxMarks.marker();
  const phones: PhoneIndexEntry[] = [];
  const before = await phonesOf(versionBefore(active, version), services);
  const { uploadedAt } = stored;
  const counter = readinessCounter(basis);
  const words = isIndexed ? null : groupsWriter('words', { version, ...services });
  const lists = hasLists ? null : groupsWriter('lists', { version, ...services });
  if (lists) await searchWriter.putLists(version, null);
  for await (const filer of roster.filers(version)) {
    counter.add(filer);
    const place = namePlaceOf(filer);
    await words?.add(wordsOf(filer).map((word) => `${word}\t${place}`));
    await lists?.add(listLinesOf(filer, { pivotDate: pivot, markOf }));
    const entry = phoneEntry(filer, { pivotDate: pivot, suppression: suppressionOf(filer.email) });
    if (entry) phones.push(withListed(entry, { uploadedAt, before: before(entry.filerId) }));
  }
  await searchWriter.putPhones(version, { format: 1, pivotDate: pivot, asOf, entries: phones.sort(byName) });
  const groups = (await words?.finish()) ?? [];
  if (words) await searchWriter.putDirectory(version, { format: 3, groups });
  if (lists) {
    const made = { pivotDate: pivot, order: LIST_ORDER, groups: await lists.finish() };
    await searchWriter.putLists(version, { format: 2, ...made });
  }
  await readiness.put(counter.readiness());
  log.info('roster-indexed', { version, filers: counter.readiness().filers, groups: groups.length });
  // Counted while the plan moved: what was put may have replaced a count of the new day.
  if (!isCurrent(counter.readiness(), await basisOf(version, services))) await indexRoster(version, services);
}

/** Finds entries of another version's phone index; none where there is no such version, or it has no index. */
async function phonesOf(version: string | null, { roster, search }: IndexServices) {
  const [stored, index] = version
    ? await Promise.all([roster.version(version), search.phones(version)])
    : [null, null];
  const entries = new Map(index?.entries.map((entry) => [entry.filerId, entry]));
  return (filerId: string) => {
    const entry = entries.get(filerId);
    return stored && entry ? { entry, uploadedAt: stored.uploadedAt } : undefined;
  };
}

/** How many versions are counted again when the day of the pivot moves: those that a chart shows. */
const RECOUNTED = 12;

/**
 * Counts versions again where they were counted for another day of the pivot: first the active one, for which people
 * wait, then the latest.
 */
export async function recountReadiness(services: IndexServices): Promise<void> {
  const { version: active } = await services.roster.active();
  const complete = (await services.roster.versions()).filter((one) => one.complete);
  const latest = complete.slice(-RECOUNTED).map(({ version }) => version);
  for (const version of new Set([...(active ? [active] : []), ...latest.reverse()])) {
    await indexRoster(version, services);
  }
}

async function basisOf(version: string, { clock, plans }: IndexServices) {
  const current = await plans.current();
  return {
    version,
    planVersion: current?.version ?? null,
    pivotDate: current && pivotDate(current.plan),
    asOf: clock.now().toString(),
  };
}

function isCurrent(counted: Readiness | null, { pivotDate }: Pick<Readiness, 'pivotDate'>): boolean {
  return counted !== null && counted.pivotDate === pivotDate;
}

function areCurrent(lists: Lists | null, { pivotDate }: Pick<Readiness, 'pivotDate'>): boolean {
  return lists !== null && lists.pivotDate === pivotDate && lists.order === LIST_ORDER;
}

/** Writes lines of filers in groups. */
function groupsWriter(
  kind: keyof typeof GROUP_FILERS,
  { version, searchWriter, groupFilers = GROUP_FILERS[kind] }: IndexServices & { version: string },
) {
  const builder = new GroupBuilder();
  const groups: GroupEntry[] = [];

  async function write(): Promise<void> {
    const group = builder.finish();
    const name: GroupName = kind === 'lists' ? `lists-${groups.length}` : groups.length;
    await searchWriter.putGroup(version, { name, group });
    groups.push(group.entry);
  }

  return {
    add: async (lines: readonly string[]) => {
      builder.add(lines);
      if (builder.filers >= groupFilers) await write();
    },
    finish: async () => {
      if (builder.filers > 0) await write();
      return groups;
    },
  };
}
