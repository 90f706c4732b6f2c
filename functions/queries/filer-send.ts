import type { Services } from '../aws/pick.ts';
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

/** What a chunk tells of a filer: their latest attempt, and the state that it was decided with. */
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

/** What reading one send needs. */
export type ReadSendServices = Pick<Services, 'sendLog' | 'chunks'>;

/** A filer's send in a run, with a retry that is queued; `null` when the log has no fact of them. */
export async function readSend(
  runId: string,
  { filerId, services }: { filerId: string; services: ReadSendServices },
): Promise<FilerSend | null> {
  const facts = await services.sendLog.factsOf(runId, filerId);
  if (facts.length === 0) return null;
  const attempt = Math.max(...facts.map((fact) => fact.attempt)) + 1;
  const queued = await services.chunks.chunk({ runId, chunk: retryName({ filerId, attempt }) });
  return filerSend(filerId, { facts, ...(queued && { chunked: { attempt } }) });
}
