import type { RosterStore } from '../aws/rosters.ts';
import type { SuppressionStore } from '../aws/suppressions.ts';
import type { Filer } from '../domain/filer/filer.ts';
import { type FactChange, filerChanges } from '../domain/filer/filer-changes.ts';
import { stateOf } from '../domain/filer/rules.ts';
import type { FilerState } from '../domain/filer/state.ts';
import type { RosterAct } from '../domain/roster/activation.ts';
import { FACTS } from '../domain/send/status.ts';
import type { Suppression } from '../domain/send/suppression.ts';
import { readSend } from './filer-send.ts';
import { linesOf, type SendLine } from './send-line.ts';
import type { SendsServices } from './sends-page.ts';

/** Something that happened to a filer. `at`: instant, ISO 8601 in UTC. */
export type TimelineEntry =
  /** A roster that came into force then, and what it changed of the filer. */
  | {
      readonly what: 'roster';
      readonly at: string;
      readonly version: string;
      readonly change: 'added' | 'gone' | 'changed';
      /** Empty for `added` and `gone`. */
      readonly facts: readonly FactChange[];
      /** By the go-live that is planned now; `null`: not in that roster. */
      readonly before: FilerState | null;
      readonly after: FilerState | null;
    }
  /** A fact of an email, with its meaning in words. */
  | {
      readonly what: 'email';
      readonly at: string;
      readonly runId: string;
      readonly phaseId: string;
      readonly attempt: number;
      readonly kind: string;
      readonly meaning: string;
      readonly reason: string | null;
    };

export interface FilerTimeline {
  /** As the roster in force says; `null`: not in it. */
  readonly filer: Filer | null;
  readonly state: FilerState | null;
  /** Why their address is never mailed. */
  readonly suppression: Suppression | null;
  /** One a run, newest first, folded. */
  readonly sends: readonly SendLine[];
  /** Newest first. */
  readonly entries: readonly TimelineEntry[];
}

export interface TimelineServices extends Omit<SendsServices, 'roster'> {
  readonly roster: Pick<RosterStore, 'active' | 'filersById' | 'versions'>;
  readonly suppression: Pick<SuppressionStore, 'suppressed'>;
}

/** So many of the latest rosters in force are compared. */
const MOST_ROSTERS = 50;
const AT_ONCE = 10;

/**
 * Everything that is known of one filer over all runs and the rosters that are kept. `null`: nobody knows that id.
 * @param goLiveDate the day of go-live by the plan in force: states follow from it.
 */
export async function filerTimeline(
  filerId: string,
  { goLiveDate, services }: { goLiveDate: string | null; services: TimelineServices },
): Promise<FilerTimeline | null> {
  const [rosters, sends] = await Promise.all([
    rosterEntries(filerId, { goLiveDate, services }),
    sendsOf(filerId, services),
  ]);
  const { filer, entries } = rosters;
  if (!filer && entries.length === 0 && sends.length === 0) return null;
  const suppressed = await services.suppression.suppressed(filer?.email ? [filer.email] : []);
  return {
    filer,
    state: filer && stateOf(filer, goLiveDate),
    suppression: [...suppressed.values()][0] ?? null,
    sends,
    entries: [...entries, ...sends.flatMap(emailEntries)].sort((a, b) => (a.at < b.at ? 1 : -1)),
  };
}

/** The filer's sends in every run, newest run first. */
export async function sendsOf(
  filerId: string,
  services: Omit<SendsServices, 'logReader' | 'chunkRange'>,
): Promise<SendLine[]> {
  const runs = (await services.runs.runs()).toSorted((a, b) => (a.scheduledFor < b.scheduledFor ? 1 : -1));
  const lines = runs.map(async (run): Promise<SendLine[]> => {
    const send = await readSend(run.runId, { filerId, services });
    return send ? linesOf([send], { run, services }) : [];
  });
  return (await Promise.all(lines)).flat();
}

function emailEntries({ runId, phaseId, facts }: SendLine): TimelineEntry[] {
  return facts.map(({ at, attempt, kind, reason = null }) => {
    const { meaning } = FACTS[kind];
    return { what: 'email', at, runId, phaseId, attempt, kind, meaning, reason };
  });
}

/** Compares the filer in each roster that came into force with the one before, where both are kept. */
async function rosterEntries(
  filerId: string,
  { goLiveDate, services: { roster } }: { goLiveDate: string | null; services: TimelineServices },
): Promise<{ filer: Filer | null; entries: TimelineEntry[] }> {
  const [active, versions] = await Promise.all([roster.active(), roster.versions()]);
  const standing = new Set(versions.map(({ version }) => version));
  const acts = active.acts.filter(({ action }) => action === 'activate').slice(-MOST_ROSTERS);
  const kept = acts.filter(({ version }) => standing.has(version) && active.barred[version] !== 'expired');
  const known = await inVersions(filerId, { versions: kept.map(({ version }) => version), roster });
  const entries = acts.flatMap((act, index) => {
    const before = acts[index - 1];
    // What an upload changed can't be told where the one before it is deleted or no longer on record.
    if (index === 0 ? act.from !== null : !known.has(before!.version)) return [];
    if (!known.has(act.version)) return [];
    const earlier = before ? (known.get(before.version) ?? null) : null;
    return rosterEntry(act, { before: earlier, after: known.get(act.version) ?? null, goLiveDate });
  });
  return { filer: active.version === null ? null : (known.get(active.version) ?? null), entries };
}

async function inVersions(
  filerId: string,
  { versions, roster }: { versions: readonly string[]; roster: TimelineServices['roster'] },
): Promise<Map<string, Filer | null>> {
  const known = new Map<string, Filer | null>();
  const left = [...new Set(versions)];
  const workers = Array.from({ length: AT_ONCE }, async () => {
    for (let version = left.pop(); version !== undefined; version = left.pop()) {
      known.set(version, (await roster.filersById(version, [filerId])).get(filerId) ?? null);
    }
  });
  await Promise.all(workers);
  return known;
}

function rosterEntry(
  { at, version }: RosterAct,
  { before, after, goLiveDate }: { before: Filer | null; after: Filer | null; goLiveDate: string | null },
): TimelineEntry[] {
  const facts = before && after ? filerChanges(before, after) : [];
  if (before && after && facts.length === 0) return [];
  if (!before && !after) return [];
  const change = !before ? 'added' : !after ? 'gone' : 'changed';
  const stateIn = (filer: Filer | null) => filer && stateOf(filer, goLiveDate);
  return [{ what: 'roster', at, version, change, facts, before: stateIn(before), after: stateIn(after) }];
}
