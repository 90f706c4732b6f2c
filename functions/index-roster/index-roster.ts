import type { PlanStore } from '../aws/plans.ts';
import type { ReadinessStore } from '../aws/readiness.ts';
import type { RosterStore } from '../aws/rosters.ts';
import type { SearchStore, SearchWriter } from '../aws/search-index.ts';
import type { ReadSuppressed } from '../aws/suppressed-now.ts';
import { pivotDate } from '../domain/plan/phases.ts';
import { nameKeyOf } from '../domain/roster/name-order.ts';
import { type Readiness, readinessCounter } from '../domain/roster/readiness.ts';
import { type Directory, GROUP_FILERS, GroupBuilder } from '../domain/roster/search-index.ts';
import { wordsOf } from '../domain/roster/search-words.ts';
import { type PhoneIndexEntry, phoneEntry } from '../domain/send/phone-index.ts';
import type { Clock } from '../lib/clock.ts';
import type { Log } from '../lib/runtime.ts';

/** What indexing rosters needs from outside. */
export interface IndexServices {
  readonly clock: Clock;
  readonly log: Log;
  readonly plans: Pick<PlanStore, 'current'>;
  readonly roster: Pick<RosterStore, 'active' | 'filers' | 'version' | 'versions'>;
  readonly search: Pick<SearchStore, 'directory' | 'phones'>;
  readonly searchWriter: SearchWriter;
  readonly readiness: ReadinessStore;
  readonly suppressedNow: ReadSuppressed;
  /** @default 50,000 */
  readonly groupFilers?: number;
}

/**
 * Makes a version searchable, counts its filers by state on the way, and lists who needs a call. A repeat changes nothing
 * that is done.
 */
export async function indexRoster(version: string, services: IndexServices): Promise<void> {
  const { log, roster, search, readiness } = services;
  const stored = await roster.version(version);
  const { retired } = await roster.active();
  if (!stored?.complete || retired[version] === 'expired') return log.info('roster-gone', { version });
  const isIndexed = (await search.directory(version))?.format === 2;
  const basis = await basisOf(version, services);
  const { pivotDate: pivot, asOf } = basis;
  const hasPhones = (await search.phones(version))?.pivotDate === pivot;
  if (isIndexed && hasPhones && isCurrent(await readiness.of(version), basis)) return;
  const suppressionOf = await services.suppressedNow();
  const phones: PhoneIndexEntry[] = [];
  const counter = readinessCounter(basis);
  const writer = isIndexed ? null : indexWriter(version, services);
  for await (const filer of roster.filers(version)) {
    counter.add(filer);
    await writer?.add(filer.filerId, [...wordsOf(filer), nameKeyOf(filer)]);
    const entry = phoneEntry(filer, { pivotDate: pivot, suppression: suppressionOf(filer.email) });
    if (entry) phones.push(entry);
  }
  await services.searchWriter.putPhones(version, { format: 1, pivotDate: pivot, asOf, entries: phones });
  const groups = await writer?.finish();
  await readiness.put(counter.readiness());
  log.info('roster-indexed', { version, filers: counter.readiness().filers, groups: groups ?? 0 });
  // Counted while the plan moved: what was put may have replaced a count of the new day.
  if (!isCurrent(counter.readiness(), await basisOf(version, services))) await indexRoster(version, services);
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

function indexWriter(version: string, { searchWriter, groupFilers = GROUP_FILERS }: IndexServices) {
  const builder = new GroupBuilder();
  const groups: Directory['groups'] = [];

  async function write(): Promise<void> {
    const group = builder.finish();
    await searchWriter.putGroup(version, { number: groups.length, group });
    groups.push(group.entry);
  }

  return {
    add: async (filerId: string, words: readonly string[]) => {
      builder.add(filerId, words);
      if (builder.filers >= groupFilers) await write();
    },
    finish: async () => {
      if (builder.filers > 0) await write();
      await searchWriter.putDirectory(version, { format: 2, groups });
      return groups.length;
    },
  };
}
