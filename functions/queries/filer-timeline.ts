import type { Services } from '../aws/pick.ts';
import type { Filer } from '../domain/filer/filer.ts';
import { type FactChange, filerChanges } from '../domain/filer/filer-changes.ts';
import { stateOf } from '../domain/filer/rules.ts';
import type { FilerState } from '../domain/filer/state.ts';
import type { ActivationDecision } from '../domain/roster/activation.ts';
import type { Run } from '../domain/run/run.ts';
import { factMeaning } from '../domain/send/status.ts';
import type { LiftedSuppression, Suppression } from '../domain/send/suppression.ts';
import { type ReadSendServices, readSends } from './filer-send.ts';
import { withLifts } from './lifted-suppressions.ts';
import { type LineServices, linesOf, type SendLine } from './send-line.ts';

/** Something that happened to a filer. `at`: instant, ISO 8601 in UTC. */
export type TimelineEntry =
  /** A roster that became active then, and what it changed about the filer. */
  | {
      readonly what: 'roster';
      readonly at: string;
      readonly version: string;
      readonly change: 'added' | 'gone' | 'changed';
      /** Empty for `added` and `gone`. */
      readonly facts: readonly FactChange[];
      /** By the pivot that is planned now; `null`: not in that roster. */
      readonly before: FilerState | null;
      readonly after: FilerState | null;
    }
  /** A fact of an email, with what it means. */
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

/** What is known of one filer. */
export interface FilerTimeline {
  /** As the active roster says; `null`: not in it. */
  readonly filer: Filer | null;
  readonly state: FilerState | null;
  /** Why their address is never emailed; `null`: it isn't suppressed. */
  readonly suppression: Suppression | null;
  /** Why their address was suppressed until a person allowed emails to it again; `null`: it never was, or still is. */
  readonly lifted: LiftedSuppression | null;
  /** One a run, newest first, folded. */
  readonly sends: readonly SendLine[];
  /** Newest first. */
  readonly entries: readonly TimelineEntry[];
}

/** What reading a filer's sends needs. */
type FilerSendsServices = ReadSendServices & LineServices & Pick<Services, 'runs'>;

/** What a timeline needs. */
type TimelineServices = FilerSendsServices & Pick<Services, 'roster' | 'suppression'>;

interface Asked {
  /** The day of the pivot by the active plan, on which states depend. */
  readonly pivotDate: string | null;
  readonly services: TimelineServices;
}

/** How many of the latest activations are compared. */
const MAX_ACTIVATIONS = 50;
const READS_AT_ONCE = 10;

/** Everything that is known of one filer over all runs and the rosters that are kept; `null`: the id is unknown. */
export async function filerTimeline(
  filerId: string,
  { pivotDate, services }: Asked,
): Promise<FilerTimeline | null> {
  const [rosters, sends] = await Promise.all([
    rosterEntries(filerId, { pivotDate, services }),
    sendsOf(filerId, services),
  ]);
  const { filer, entries } = rosters;
  if (!filer && entries.length === 0 && sends.length === 0) return null;
  const address = filer?.email ? [filer.email] : [];
  const suppressed = await services.suppression.suppressed(address);
  const lifted = await services.suppression.lifted(address);
  return {
    filer,
    state: filer && stateOf(filer, pivotDate),
    suppression: [...suppressed.values()][0] ?? null,
    lifted: [...lifted.values()][0] ?? null,
    sends: await withLifts(sends, services),
    entries: [...entries, ...sends.flatMap(emailEntries)].sort((a, b) => (a.at < b.at ? 1 : -1)),
  };
}

/** The filer's sends in every run, newest run first. */
export async function sendsOf(filerId: string, services: FilerSendsServices): Promise<SendLine[]> {
  return (await sendsOfAll([filerId], { runs: await services.runs.runs(), services })).get(filerId) ?? [];
}

/** The sends of some filers in every run, by filer and for each the newest run first. */
export async function sendsOfAll(
  filerIds: readonly string[],
  { runs, services }: { runs: readonly Run[]; services: Omit<FilerSendsServices, 'runs'> },
): Promise<Map<string, SendLine[]>> {
  const newest = runs.toSorted((a, b) => (a.scheduledFor < b.scheduledFor ? 1 : -1));
  const asked = newest.flatMap((run) => filerIds.map((filerId) => ({ run, runId: run.runId, filerId })));
  const sends = await readSends(asked, services);
  const lines = newest.map((run) => {
    const own = sends.filter((_, index) => asked[index]!.run === run).filter((send) => send !== null);
    return linesOf(own, { run, services });
  });
  return Map.groupBy((await Promise.all(lines)).flat(), ({ filerId }) => filerId);
}

function emailEntries({ runId, phaseId, facts }: SendLine): TimelineEntry[] {
  return facts.map((fact) => {
    const { at, attempt, kind, reason = null } = fact;
    return { what: 'email', at, runId, phaseId, attempt, kind, meaning: factMeaning(fact), reason };
  });
}

/** Compares the filer in each roster that was activated with the previous one, where both are kept. */
async function rosterEntries(
  filerId: string,
  { pivotDate, services: { roster } }: Asked,
): Promise<{ filer: Filer | null; entries: TimelineEntry[] }> {
  const [active, versions] = await Promise.all([roster.active(), roster.versions()]);
  const stored = new Set(versions.map(({ version }) => version));
  const activations = active.decisions.filter(({ action }) => action === 'activate').slice(-MAX_ACTIVATIONS);
  const kept = activations
    .map(({ version }) => version)
    .filter((version) => stored.has(version) && active.retired[version] !== 'expired');
  const known = await inVersions(filerId, { versions: kept, roster });
  const entries = activations.flatMap((activation, index) => {
    const before = activations[index - 1];
    // What changed can't be told where the roster before is deleted or no longer on record.
    if (index === 0 ? activation.from !== null : !known.has(before!.version)) return [];
    if (!known.has(activation.version)) return [];
    const earlier = before ? (known.get(before.version) ?? null) : null;
    return rosterEntry(activation, {
      before: earlier,
      after: known.get(activation.version) ?? null,
      pivotDate,
    });
  });
  return { filer: active.version === null ? null : (known.get(active.version) ?? null), entries };
}

/** The filer in each of these versions; `null`: not in it. */
async function inVersions(
  filerId: string,
  { versions, roster }: { versions: readonly string[]; roster: Services['roster'] },
): Promise<Map<string, Filer | null>> {
  const known = new Map<string, Filer | null>();
  const left = [...new Set(versions)];
  const workers = Array.from({ length: READS_AT_ONCE }, async () => {
    for (let version = left.pop(); version !== undefined; version = left.pop()) {
      known.set(version, (await roster.filersById(version, [filerId])).get(filerId) ?? null);
    }
  });
  await Promise.all(workers);
  return known;
}

function rosterEntry(
  { at, version }: ActivationDecision,
  { before, after, pivotDate }: { before: Filer | null; after: Filer | null; pivotDate: string | null },
): TimelineEntry[] {
  if (!before && !after) return [];
  const facts = before && after ? filerChanges(before, after) : [];
  if (before && after && facts.length === 0) return [];
  const change = !before ? 'added' : !after ? 'gone' : 'changed';
  const stateIn = (filer: Filer | null) => filer && stateOf(filer, pivotDate);
  return [{ what: 'roster', at, version, change, facts, before: stateIn(before), after: stateIn(after) }];
}
