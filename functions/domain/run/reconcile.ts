import type { Fact } from '../send/fact.ts';
import { foldStatus, SEND_STATUSES, type Send, type SendStatus } from '../send/status.ts';
import { isErased } from '../send/tombstone.ts';
import { type Chunk, isRetry, type Run } from './run.ts';

/** What a recount finds wrong. */
type DifferenceCode =
  /** The run is enqueued, and no chunk holds a filer of the audience. */
  | 'not-written-out'
  /** The chunk is done and the log has no fact of the filer. */
  | 'no-outcome'
  /** The run is complete and the filer's chunk is not done. */
  | 'open-after-completion'
  /** The log or a chunk names a filer who isn't in the audience. */
  | 'not-in-audience'
  /** One attempt is in two chunks: it could be emailed twice. */
  | 'in-two-chunks'
  /** The log has facts of an attempt that no chunk holds. */
  | 'attempt-without-chunk'
  /** The run counted another number of filers. */
  | 'audience-count'
  /** The run counted another number of chunks. */
  | 'chunk-count';

/** One thing that a recount finds wrong: of a filer, or between two numbers. */
export interface Difference {
  readonly what: DifferenceCode;
  readonly filerId?: string;
  readonly expected?: number;
  readonly found?: number;
}

/** A run as the log and the chunks account for it. */
export interface Account {
  /** Filers in the run's audience; the counts below add up to it, or a difference says why not. */
  readonly audience: number;
  readonly byStatus: Readonly<Record<SendStatus, number>>;
  /** How many of the waiting a hold keeps. */
  readonly held: number;
  /** The skipped by reason. */
  readonly skippedBy: Readonly<Record<string, number>>;
  readonly differences: readonly Difference[];
}

/** What a recount starts from. */
export interface AccountInput {
  readonly run: Pick<Run, 'audience' | 'enqueued' | 'cancelled' | 'completedAt'>;
  /** Ids of the audience decided again; `null`: its roster is deleted, or only the run's count was asked for. */
  readonly audience: ReadonlySet<string> | null;
  readonly chunks: readonly Chunk[];
  /** Facts by filer. */
  readonly facts: ReadonlyMap<string, readonly Fact[]>;
  /** The run is held, or everything. */
  readonly isHeld: boolean;
}

/** A filer's attempts in the chunks of a run: whether the chunk is done, by the attempt's number. */
type ChunkedAttempts = ReadonlyMap<number, boolean>;

/** Some filers with the same status, and why they were skipped. */
interface Outcome {
  readonly status: SendStatus;
  readonly reason?: string;
  readonly count: number;
}

interface Finding {
  readonly outcomes: readonly Outcome[];
  readonly differences: readonly Difference[];
}

/**
 * Counts a run from its log and its chunks, and names every difference: audience = waiting (with those that are held)
 * + sent + delayed + delivered + bounced + complained + failed + skipped + unknown.
 */
export function reconcile(input: AccountInput): Account {
  const { run, facts, chunks } = input;
  const { byFiler, twice } = attemptsIn(chunks);
  const named = new Set([...byFiler.keys(), ...facts.keys()]);
  const members = input.audience ? withErased(input.audience, facts) : named;
  const audience = run.audience ? run.audience.mailable + run.audience.skipped : members.size;
  const findings: Finding[] = [
    ...[...members].map((filerId) =>
      filerFinding(filerId, {
        run,
        facts: facts.get(filerId) ?? [],
        chunked: byFiler.get(filerId) ?? new Map(),
      }),
    ),
    strangers(named, members),
    unnamed(input, { audience, members: members.size }),
    chunkCount(input),
  ];
  const { byStatus, skippedBy } = countOutcomes(findings.flatMap(({ outcomes }) => outcomes));
  const differences: Difference[] = [
    ...twice.map((filerId) => ({ what: 'in-two-chunks', filerId }) as const),
    ...findings.flatMap((finding) => finding.differences),
  ];
  return { audience, byStatus, held: input.isHeld ? byStatus.waiting : 0, skippedBy, differences };
}

/** The audience decided again lacks those whom an erasure took out of the roster: their tombstones are members in their place. */
function withErased(audience: ReadonlySet<string>, facts: AccountInput['facts']): ReadonlySet<string> {
  const erased = [...facts].filter(([, known]) => isErased(known)).map(([filerId]) => filerId);
  return new Set([...audience, ...erased]);
}

/** @returns attempts by filer, and the filers of whom one attempt is in two chunks. */
function attemptsIn(chunks: readonly Chunk[]) {
  const byFiler = new Map<string, Map<number, boolean>>();
  const twice: string[] = [];
  for (const { attempts, done } of chunks) {
    for (const { filerId, attempt } of attempts) {
      const known = byFiler.get(filerId) ?? new Map<number, boolean>();
      if (known.has(attempt)) twice.push(filerId);
      byFiler.set(filerId, known.set(attempt, done));
    }
  }
  return { byFiler, twice };
}

interface FilerInput extends Pick<AccountInput, 'run'> {
  readonly facts: readonly Fact[];
  readonly chunked: ChunkedAttempts;
}

function filerFinding(filerId: string, filer: FilerInput): Finding {
  const { run, facts, chunked } = filer;
  const send = foldStatus(facts, Math.max(1, ...chunked.keys()));
  const differences = [
    ...openDifferences(send, filer),
    ...(facts.some((fact) => !chunked.has(fact.attempt) && fact.kind !== 'skipped' && !fact.erased)
      ? ['attempt-without-chunk' as const]
      : []),
  ].map((what) => ({ what, filerId }));
  const isLeftOut = send.status === 'waiting' && chunked.size === 0 && run.cancelled !== undefined;
  if (isLeftOut) return { outcomes: [{ status: 'skipped', reason: 'cancelled', count: 1 }], differences };
  const reason = send.status === 'skipped' ? { reason: send.fact?.reason ?? 'unknown' } : {};
  return { outcomes: [{ status: send.status, ...reason, count: 1 }], differences };
}

/** What is wrong with a send that still waits. */
function openDifferences({ status, attempt }: Send, { run, chunked }: FilerInput): DifferenceCode[] {
  if (status !== 'waiting' || run.cancelled !== undefined) return [];
  if (chunked.size === 0) return run.enqueued ? ['not-written-out'] : [];
  const isDone = chunked.get(attempt);
  if (isDone === true) return ['no-outcome'];
  return isDone === false && run.completedAt !== undefined && attempt === 1 ? ['open-after-completion'] : [];
}

function strangers(named: ReadonlySet<string>, members: ReadonlySet<string>): Finding {
  const found = [...named].filter((filerId) => !members.has(filerId));
  return { outcomes: [], differences: found.map((filerId) => ({ what: 'not-in-audience', filerId })) };
}

/** Filers that the run counted and nothing names: they wait to be enqueued, or something is wrong. */
function unnamed(
  { run, ...input }: AccountInput,
  { audience, members }: { audience: number; members: number },
): Finding {
  const count = audience - members;
  if (count === 0) return { outcomes: [], differences: [] };
  if (input.audience !== null || count < 0 || run.enqueued) {
    return { outcomes: [], differences: [{ what: 'audience-count', expected: audience, found: members }] };
  }
  const outcome: Outcome =
    run.cancelled === undefined
      ? { status: 'waiting', count }
      : { status: 'skipped', reason: 'cancelled', count };
  return { outcomes: [outcome], differences: [] };
}

function chunkCount({ run, chunks }: AccountInput): Finding {
  const found = chunks.filter((chunk) => !isRetry(chunk)).length;
  const expected = run.enqueued && run.audience ? run.audience.chunks : found;
  return { outcomes: [], differences: found === expected ? [] : [{ what: 'chunk-count', expected, found }] };
}

function countOutcomes(outcomes: readonly Outcome[]): Pick<Account, 'byStatus' | 'skippedBy'> {
  const byStatus = Object.fromEntries(SEND_STATUSES.map((status) => [status, 0])) as Record<
    SendStatus,
    number
  >;
  const skippedBy: Record<string, number> = {};
  for (const { status, reason, count } of outcomes) {
    byStatus[status] += count;
    if (reason !== undefined) skippedBy[reason] = (skippedBy[reason] ?? 0) + count;
  }
  return { byStatus, skippedBy };
}
