import type { Services } from '../aws/pick.ts';
import type { Fact } from '../domain/send/fact.ts';
import { meaningOf, type SendStatus } from '../domain/send/status.ts';
import { readAttention } from './attention-page.ts';
import { type FilerSend, readSend } from './filer-send.ts';
import { oldestFirst } from './send-line.ts';

/** One filer's send in one run, folded. */
export interface SendReport {
  readonly runId: string;
  readonly filerId: string;
  readonly attempt: number;
  readonly status: SendStatus;
  readonly reason: string | null;
  /** Instant of the fact that decided; `null` while waiting. */
  readonly at: string | null;
  /** What the status says to ops, as a sentence. */
  readonly meaning: string;
  /** Oldest first. */
  readonly facts: readonly Fact[];
  /** The attempt that went to the secondary address, or `null`. */
  readonly secondaryAttempt: number | null;
}

/** A page of the sends that need attention. */
export interface AttentionReport {
  readonly sends: readonly SendReport[];
  /** Pass it as `before` for the next page; `null`: this was the last. */
  readonly next: string | null;
}

/** What reading sends needs. */
export type ReportServices = Pick<Services, 'sendLog' | 'chunks' | 'queuedRetries'>;

/** Sends that need attention, newest first. @param page `limit`: how many facts to look at; see `readAttention`. */
export async function askAttention(
  services: ReportServices & Pick<Services, 'logReader'>,
  { limit, before }: { limit: number; before?: string | undefined },
): Promise<AttentionReport> {
  const { found, place } = await readAttention({ before, limit, maxRead: limit, services });
  const sends: SendReport[] = [];
  for (const { runId, send } of found) sends.push(await reportOf(send, { runId, services }));
  return { sends, next: place };
}

/** A filer's send in every run, oldest run first. */
export async function askFiler(
  services: ReportServices & Pick<Services, 'runs'>,
  filerId: string,
): Promise<SendReport[]> {
  const runs = (await services.runs.runs()).sort((one, other) =>
    one.scheduledFor.localeCompare(other.scheduledFor),
  );
  const sends: SendReport[] = [];
  for (const { runId } of runs) {
    const send = await readSend(runId, { filerId, services });
    if (send) sends.push(await reportOf(send, { runId, services }));
  }
  return sends;
}

async function reportOf(
  { filerId, send, facts, lastAttempt }: FilerSend,
  { runId, services }: { runId: string; services: ReportServices },
): Promise<SendReport> {
  const { status, attempt, fact } = send;
  return {
    runId,
    filerId,
    attempt,
    status,
    reason: fact?.reason ?? null,
    at: fact?.at ?? null,
    meaning: meaningOf(send),
    facts: oldestFirst(facts),
    secondaryAttempt: lastAttempt > 1 ? await secondaryAttemptOf(runId, { filerId, services }) : null,
  };
}

/** The number of a filer's attempt to the secondary address in a run, which its chunk knows; `null`: there is none. */
export async function secondaryAttemptOf(
  runId: string,
  { filerId, services }: { filerId: string; services: Pick<Services, 'chunks'> },
): Promise<number | null> {
  for await (const { attempts } of services.chunks.retries(runId, filerId)) {
    for (const { attempt, to } of attempts) if (to === 'secondary') return attempt;
  }
  return null;
}
