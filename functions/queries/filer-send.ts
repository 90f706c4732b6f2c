import type { Services } from '../aws/pick.ts';
import { numberAfter } from '../domain/run/retry.ts';
import { retryName } from '../domain/run/run.ts';
import type { Fact } from '../domain/send/fact.ts';
import { foldStatus, type Send } from '../domain/send/status.ts';

/** A filer's send in a run, before it is joined with names. */
export interface FilerSend {
  readonly filerId: string;
  readonly send: Send;
  readonly facts: readonly Fact[];
  /** The highest attempt that a chunk or a fact names. */
  readonly lastAttempt: number;
  /** The filer's state when the audience was decided; `null`: neither facts nor chunk tell. */
  readonly state: string | null;
}

/** What a chunk tells about a filer: their latest attempt, and the state that it was decided with. */
interface ChunkedAttempt {
  readonly attempt: number;
  readonly state?: string | undefined;
}

/** Folds a filer's facts, with what their chunk tells. */
export function filerSend(
  filerId: string,
  { facts, chunked }: { facts: readonly Fact[]; chunked?: ChunkedAttempt | undefined },
): FilerSend {
  const lastAttempt = Math.max(chunked?.attempt ?? 1, ...facts.map(({ attempt }) => attempt));
  return {
    filerId,
    send: foldStatus(facts, lastAttempt),
    facts,
    lastAttempt,
    state: facts.find((fact) => fact.state !== undefined)?.state ?? chunked?.state ?? null,
  };
}

/** What reading sends needs. */
export type ReadSendServices = Pick<Services, 'sendLog' | 'queuedRetries'>;

/** A filer's send in a run, with a retry that is queued; `null` when the log has no fact of them. */
export async function readSend(
  runId: string,
  { filerId, services }: { filerId: string; services: ReadSendServices },
): Promise<FilerSend | null> {
  const [send] = await readSends([{ runId, filerId }], services);
  return send ?? null;
}

/** The sends of some filers in some runs, each in its place. Their retries are read together. */
export async function readSends(
  asked: readonly { readonly runId: string; readonly filerId: string }[],
  { sendLog, queuedRetries }: ReadSendServices,
): Promise<(FilerSend | null)[]> {
  const read = asked.map(async ({ runId, filerId }) => {
    const facts = await sendLog.factsOf(runId, filerId);
    return { runId, filerId, facts, attempt: numberAfter(facts) };
  });
  const sends = await Promise.all(read);
  const known = sends.filter(({ facts }) => facts.length > 0);
  const retries = await queuedRetries(known.map((one) => ({ runId: one.runId, chunk: retryName(one) })));
  const queued = new Map(known.map((send, index) => [send, retries[index]]));
  return sends.map((send) => {
    const { filerId, facts, attempt } = send;
    if (facts.length === 0) return null;
    return filerSend(filerId, { facts, ...(queued.get(send) && { chunked: { attempt } }) });
  });
}
