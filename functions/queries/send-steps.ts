import type { ChunkPart } from '../aws/chunk-range.ts';
import type { Services } from '../aws/pick.ts';
import type { Attempt, Run } from '../domain/run/run.ts';
import { isRare, type RareStatus, type SendStatus } from '../domain/send/status.ts';
import { batched, joined } from '../lib/iterables.ts';
import { type FilerSend, filerSend, type ReadSendServices, readSends } from './filer-send.ts';

/** A step through a run in the order of filers. */
interface Step {
  /** Every filer up to this one has been looked at. */
  readonly filerId: string;
  /** `null`: this filer has no send with the status; the step only leads on. */
  readonly send: FilerSend | null;
  /** How much was read for it, in filers. */
  readonly cost: number;
}

/** What walking through a run's sends needs. */
export type StepServices = ReadSendServices & Pick<Services, 'chunkRange' | 'logReader'>;

interface From {
  /** A filer's id, or ''. */
  readonly after: string;
  /** How much is read ahead, in facts. */
  readonly pageSize: number;
  readonly services: StepServices;
}

const SENDS_AT_ONCE = 25;
/** Reading a chunk costs as much as reading this many filers of the log. */
const CHUNK_COST = 5;
/** A page of the log needs two or three chunks beside it; in a search for what waits, most chunks are done. */
const CHUNKS_BESIDE_LOG = 5;
const CHUNKS_ALONE = 100;

/**
 * Walks through the sends that may have a status, in the order of filers, each once: rare statuses by the index,
 * waiting sends by the chunks, all others by the log and the chunks together, so that filers without a fact are among
 * them. The caller checks the status: it may have changed since.
 */
export function sendSteps(
  run: Run,
  { status, ...from }: From & { status: SendStatus | undefined },
): AsyncIterable<Step> {
  if (isRare(status)) return byIndex(run, { ...from, status });
  return status === 'waiting' ? byChunks(run, from) : byLog(run, from);
}

async function* byIndex(
  { runId }: Run,
  { status, after, pageSize, services }: From & { status: RareStatus },
): AsyncIterable<Step> {
  const filerIds = services.logReader.rare(runId, { status, after, pageSize });
  for await (const batch of batched(filerIds, SENDS_AT_ONCE)) {
    const asked = batch.map((filerId) => ({ runId, filerId }));
    const sends = await readSends(asked, services);
    for (const send of sends) if (send) yield { filerId: send.filerId, send, cost: 1 };
  }
}

async function* byChunks(run: Run, from: From): AsyncIterable<Step> {
  const places = latestPlaces(run, { ...from, pageSize: CHUNKS_ALONE });
  for await (const batch of batched(places, SENDS_AT_ONCE)) {
    const asked = batch.flatMap(({ filerId, isOpen }) => (isOpen ? [{ runId: run.runId, filerId }] : []));
    const sends = await readSends(asked, from.services);
    const known = new Map(asked.map(({ filerId }, index) => [filerId, sends[index]]));
    yield* batch.map(({ filerId, attempt, state, isOpen, cost }) => {
      const waiting = filerSend(filerId, { facts: [], chunked: { attempt, state } });
      return { filerId, send: isOpen ? (known.get(filerId) ?? waiting) : null, cost };
    });
  }
}

async function* byLog(run: Run, { after, pageSize, services }: From): AsyncIterable<Step> {
  const log = services.logReader.groups(run.runId, { after, pageSize });
  const places = latestPlaces(run, { after, pageSize: CHUNKS_BESIDE_LOG, services });
  for await (const [group, place] of joined({ left: log, right: places }, filerIdOf)) {
    const { filerId } = (group ?? place)!;
    // A chunk that is done and has no fact shows as waiting here: a recount names that difference.
    yield { filerId, send: filerSend(filerId, { facts: group?.facts ?? [], chunked: place }), cost: 1 };
  }
}

/** A filer's latest attempt in the chunks of a run. */
interface Place extends Pick<Attempt, 'filerId' | 'attempt' | 'state'> {
  /** Its chunk is not done. */
  readonly isOpen: boolean;
  /** How much was read for it, in filers. */
  readonly cost: number;
}

function filerIdOf({ filerId }: { readonly filerId: string }): string {
  return filerId;
}

/** Each filer's latest attempt: a retry, if there is one. @param from `pageSize`: chunks read at once. */
async function* latestPlaces(run: Run, from: From): AsyncIterable<Place> {
  const both = { left: ownPlaces(run, from), right: retryPlaces(run, from) };
  for await (const [own, retry] of joined(both, filerIdOf)) yield (retry ?? own)!;
}

async function* ownPlaces(
  { runId, audience, completedAt }: Run,
  { after, pageSize, services }: From,
): AsyncIterable<Place> {
  // Every outcome of a complete run is in the log.
  if (completedAt !== undefined || !audience) return;
  const { chunks } = audience;
  for await (const chunk of services.chunkRange.own(runId, { after, pageSize, chunks })) {
    for (const [index, place] of placesIn(chunk).entries()) {
      if (place.filerId > after) yield { ...place, cost: index === 0 ? CHUNK_COST : 0 };
    }
  }
}

async function* retryPlaces({ runId }: Run, { after, services }: From): AsyncIterable<Place> {
  let latest: Place | undefined;
  for await (const chunk of services.chunkRange.retries(runId, after)) {
    for (const place of placesIn(chunk)) {
      if (latest && latest.filerId !== place.filerId) {
        yield latest;
        latest = undefined;
      }
      // A filer's retries come in the order of their names, where the tenth attempt is before the second.
      if (!latest || place.attempt > latest.attempt) latest = place;
    }
  }
  if (latest) yield latest;
}

function placesIn({ attempts, done }: ChunkPart): Place[] {
  return attempts.map(({ filerId, attempt, state }) => ({ filerId, attempt, state, isOpen: !done, cost: 1 }));
}
