import type { Fact } from '../send/fact.ts';
import { foldStatus, type Send, type SendStatus } from '../send/status.ts';
import { type Chunk, isRetry, type Run } from './run.ts';

/** What a recount finds wrong. */
export type DifferenceCode =
  /** In the audience, the run is written out, and no chunk holds the filer. */
  | 'not-written-out'
  /** The chunk is done and the log says nothing of the filer. */
  | 'no-outcome'
  /** The run is complete and the filer's chunk is not done. */
  | 'open-after-completion'
  /** Facts or a chunk of somebody who isn't in the audience. */
  | 'not-in-audience'
  /** One attempt stands in two chunks: it could be mailed twice. */
  | 'in-two-chunks'
  /** Facts of an attempt that no chunk holds. */
  | 'attempt-without-chunk'
  /** The run counted another number of filers. */
  | 'audience-count'
  /** The run counted another number of chunks. */
  | 'chunk-count';

export interface Difference {
  readonly what: DifferenceCode;
  readonly filerId?: string;
  readonly expected?: number;
  readonly found?: number;
}

/** A run as the log and the chunks account for it. */
export interface Account {
  /** The run's audience; the counts below sum up to it, or a difference says why not. */
  readonly audience: number;
  readonly byStatus: Readonly<Record<SendStatus, number>>;
  /** Those of the waiting that a hold keeps. */
  readonly held: number;
  readonly skippedBy: Readonly<Record<string, number>>;
  readonly differences: readonly Difference[];
}

export interface AccountInput {
  readonly run: Pick<Run, 'audience' | 'writtenOut' | 'cancelled' | 'completedAt'>;
  /** Ids of the audience decided again; `null`: its roster is gone, or nobody asked. */
  readonly audience: ReadonlySet<string> | null;
  readonly chunks: readonly Chunk[];
  /** Facts by filer. */
  readonly facts: ReadonlyMap<string, readonly Fact[]>;
  /** The run is held, or everything. */
  readonly isHeld: boolean;
}

/** Where a filer stands in the chunks of a run. */
interface Place {
  /** Whether the chunk is done, by attempt. */
  readonly done: Map<number, boolean>;
}

const NOWHERE: Place = { done: new Map() };

/**
 * Counts a run from its log: audience = waiting (held among them) + sent + delayed + delivered + bounced + complained +
 * failed + skipped + unknown, and names every difference.
 */
export function reconcile(input: AccountInput): Account {
  const { run, facts } = input;
  const differences: Difference[] = [];
  const places = placesOf(input.chunks, differences);
  const members = input.audience ?? new Set([...places.keys(), ...facts.keys()]);
  const counts = emptyCounts();
  const skippedBy: Record<string, number> = {};
  const skip = (reason: string, count = 1) => {
    counts.skipped += count;
    skippedBy[reason] = (skippedBy[reason] ?? 0) + count;
  };
  for (const filerId of members) {
    const place = places.get(filerId) ?? NOWHERE;
    const send = foldStatus(facts.get(filerId) ?? [], Math.max(1, ...place.done.keys()));
    differences.push(...differencesOf(filerId, { send, place, input }));
    if (send.status === 'skipped') skip(send.fact?.reason ?? 'unknown');
    else if (send.status === 'waiting' && place === NOWHERE && run.cancelled) skip('cancelled');
    else counts[send.status]++;
  }
  for (const filerId of new Set([...places.keys(), ...facts.keys()])) {
    if (!members.has(filerId)) differences.push({ what: 'not-in-audience', filerId });
  }
  const audience = run.audience ? run.audience.mailable + run.audience.skipped : members.size;
  const missing = audience - members.size;
  const isBeingWritten = input.audience === null && missing > 0 && !run.writtenOut;
  if (isBeingWritten && run.cancelled) skip('cancelled', missing);
  else if (isBeingWritten) counts.waiting += missing;
  else if (missing !== 0)
    differences.push({ what: 'audience-count', expected: audience, found: members.size });
  differences.push(...chunkCount(input));
  return { audience, byStatus: counts, held: input.isHeld ? counts.waiting : 0, skippedBy, differences };
}

function placesOf(chunks: readonly Chunk[], differences: Difference[]): Map<string, Place> {
  const places = new Map<string, Place>();
  for (const { attempts, done } of chunks) {
    for (const { filerId, attempt } of attempts) {
      const place = places.get(filerId) ?? { done: new Map<number, boolean>() };
      if (place.done.has(attempt)) differences.push({ what: 'in-two-chunks', filerId });
      places.set(filerId, { done: place.done.set(attempt, done) });
    }
  }
  return places;
}

function differencesOf(
  filerId: string,
  { send, place, input }: { send: Send; place: Place; input: AccountInput },
): Difference[] {
  const { run, facts } = input;
  const found: Difference[] = [];
  const isDone = place.done.get(send.attempt);
  if (send.status === 'waiting' && !run.cancelled) {
    if (place === NOWHERE && run.writtenOut) found.push({ what: 'not-written-out', filerId });
    if (isDone === true) found.push({ what: 'no-outcome', filerId });
    if (isDone === false && run.completedAt && send.attempt === 1) {
      found.push({ what: 'open-after-completion', filerId });
    }
  }
  const strays = (facts.get(filerId) ?? []).filter(
    ({ attempt, kind }) => !place.done.has(attempt) && kind !== 'skipped',
  );
  if (strays.length > 0) found.push({ what: 'attempt-without-chunk', filerId });
  return found;
}

function chunkCount({ run, chunks }: AccountInput): Difference[] {
  if (!run.writtenOut || !run.audience) return [];
  const expected = run.audience.chunks;
  const own = chunks.filter((chunk) => !isRetry(chunk)).length;
  return own === expected ? [] : [{ what: 'chunk-count', expected, found: own }];
}

function emptyCounts(): Record<SendStatus, number> {
  return {
    waiting: 0,
    sent: 0,
    delayed: 0,
    delivered: 0,
    bounced: 0,
    complained: 0,
    failed: 0,
    skipped: 0,
    unknown: 0,
  };
}
