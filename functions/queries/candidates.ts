import { type Attempt, type Run, retryName } from '../domain/run/run.ts';
import type { Fact } from '../domain/send/fact.ts';
import type { FactGroup } from '../domain/send/sends.ts';
import { foldStatus, isRare, type RareStatus, type Send, type SendStatus } from '../domain/send/status.ts';
import { batched } from '../lib/batched.ts';
import { peekable } from '../lib/iterables.ts';
import type { SendPageServices } from './send-services.ts';

/** A filer's send in a run, before it is joined with names. */
export interface Candidate {
  readonly filerId: string;
  readonly send: Send;
  /** Oldest first. */
  readonly facts: readonly Fact[];
  /** State when the audience was decided, if facts or chunk tell. */
  readonly state: string | null;
}

/** A step through a run in the order of filers. */
export interface Step {
  /** Everybody up to here was looked at. */
  readonly filerId: string;
  /** `null`: the step only led on. */
  readonly candidate: Candidate | null;
  /** How much was read, in filers. */
  readonly cost: number;
}

type Services = Omit<SendPageServices, 'runs' | 'planOf' | 'roster'>;

interface From {
  /** A filer's id, or ''. */
  readonly after: string;
  /** How much is read ahead, in facts. */
  readonly pageSize: number;
  readonly services: Services;
}

/**
 * Whose send may have a status, in the order of filers, each once: rare ones by the index, waiting ones by the chunks, all
 * others from the log and the chunks together, so that whoever has no fact yet is among them.
 */
export function candidates(
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
  for await (const batch of batched(services.logReader.rare(runId, { status, after, pageSize }), BATCH)) {
    const read = batch.map((filerId) => readCandidate(runId, { filerId, services }));
    for (const candidate of await Promise.all(read)) {
      if (candidate) yield { filerId: candidate.filerId, candidate, cost: 1 };
    }
  }
}

const BATCH = 25;
/** Reading a chunk is worth so many filers of the log. */
const CHUNK_COST = 5;
/** Beside the log a page needs two or three; in search of some that wait, most are done. */
const CHUNKS_BESIDE_LOG = 5;
const CHUNKS_ALONE = 100;

async function* byChunks(run: Run, { after, services }: From): AsyncIterable<Step> {
  const places = merged(
    ownPlaces(run, { after, pageSize: CHUNKS_ALONE, services }),
    retryPlaces(run, { after, services }),
  );
  for await (const batch of batched(places, BATCH)) {
    const read = batch.map(async ({ filerId, isOpen, cost }): Promise<Step> => {
      const candidate = isOpen
        ? ((await readCandidate(run.runId, { filerId, services })) ??
          candidateOf(filerId, { facts: [], state: stateIn(batch, filerId) }))
        : null;
      return { filerId, candidate, cost };
    });
    yield* await Promise.all(read);
  }
}

function stateIn(places: readonly Place[], filerId: string): string | undefined {
  return places.find((place) => place.filerId === filerId)?.state;
}

async function* byLog(run: Run, { after, pageSize, services }: From): AsyncIterable<Step> {
  const log = peekable<FactGroup>(services.logReader.groups(run.runId, { after, pageSize }));
  const chunks = peekable(
    merged(
      ownPlaces(run, { after, pageSize: CHUNKS_BESIDE_LOG, services }),
      retryPlaces(run, { after, services }),
    ),
  );
  for (;;) {
    const [group, place] = [await log.peek(), await chunks.peek()];
    if (!group && !place) return;
    const filerId = [group, place].map((one) => one?.filerId ?? '~').sort()[0]!;
    const facts = group?.filerId === filerId ? (await log.take())!.facts : [];
    const own = place?.filerId === filerId ? await chunks.take() : undefined;
    // Done and without facts is a difference that a recount names; here it shows as waiting.
    const { attempt: lastAttempt, state } = own ?? {};
    yield { filerId, candidate: candidateOf(filerId, { facts, lastAttempt, state }), cost: 1 };
  }
}

/** Where chunks hold a filer: the latest attempt. */
interface Place extends Pick<Attempt, 'filerId' | 'attempt'> {
  readonly state: string;
  /** Its chunk is not done. */
  readonly isOpen: boolean;
  readonly cost: number;
}

async function* ownPlaces(run: Run, { after, pageSize, services }: From): AsyncIterable<Place> {
  // Every outcome of a complete run is in the log.
  if (run.completedAt !== undefined || !run.audience) return;
  for await (const { attempts, done } of services.chunkRange.own(run.runId, {
    after,
    pageSize,
    chunks: run.audience.chunks,
  })) {
    for (const [index, { filerId, attempt, state }] of attempts.entries()) {
      if (filerId <= after) continue;
      yield { filerId, attempt, state, isOpen: !done, cost: index === 0 ? CHUNK_COST : 0 };
    }
  }
}

async function* retryPlaces(
  { runId }: Run,
  { after, services }: { after: string; services: Services },
): AsyncIterable<Place> {
  let held: Place | undefined;
  for await (const { attempts, done } of services.chunkRange.retries(runId, after)) {
    for (const { filerId, attempt, state } of attempts) {
      if (held && held.filerId !== filerId) yield held;
      // Names are in the order of letters, where a tenth attempt stands before the second.
      if (held?.filerId !== filerId || attempt > held.attempt) {
        held = { filerId, attempt, state, isOpen: !done, cost: 1 };
      }
    }
  }
  if (held) yield held;
}

/** Two iterations in the order of filers as one; of a filer in both, the later attempt. */
async function* merged(own: AsyncIterable<Place>, retries: AsyncIterable<Place>): AsyncIterable<Place> {
  const [one, other] = [peekable(own), peekable(retries)];
  for (;;) {
    const [a, b] = [await one.peek(), await other.peek()];
    if (!a && !b) return;
    const takesA = a && (!b || a.filerId <= b.filerId);
    const takesB = b && (!a || b.filerId <= a.filerId);
    if (takesA) await one.take();
    if (takesB) await other.take();
    yield takesB ? b : a!;
  }
}

/** The filer's send in a run; `null` when the log and the retries know nothing of them. */
export async function readCandidate(
  runId: string,
  { filerId, services }: { filerId: string; services: Pick<Services, 'sendLog' | 'chunks'> },
): Promise<Candidate | null> {
  const facts = await services.sendLog.factsOf(runId, filerId);
  if (facts.length === 0) return null;
  const last = Math.max(...facts.map(({ attempt }) => attempt));
  const retry = retryName({ filerId, attempt: last + 1 });
  const queued = await services.chunks.chunk({ runId, chunk: retry });
  return candidateOf(filerId, { facts, lastAttempt: queued ? last + 1 : last });
}

function candidateOf(
  filerId: string,
  {
    facts,
    lastAttempt = 1,
    state,
  }: { facts: readonly Fact[]; lastAttempt?: number | undefined; state?: string | undefined },
): Candidate {
  return {
    filerId,
    send: foldStatus(facts, lastAttempt),
    facts: facts.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)),
    state: facts.find((fact) => fact.state !== undefined)?.state ?? state ?? null,
  };
}
