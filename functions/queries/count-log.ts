import type { Services } from '../aws/pick.ts';
import type { Run } from '../domain/run/run.ts';
import { countSends, type SendCounts } from '../domain/send/counts.ts';

/** Counts a run's sends from its log; an email that is tried again is waiting. */
export async function countLog(
  { runId }: Pick<Run, 'runId'>,
  { chunks, sendLog }: Pick<Services, 'chunks' | 'sendLog'>,
): Promise<SendCounts> {
  return countSends(sendLog.facts(runId), await latestRetries(runId, chunks));
}

/** The latest attempt of each filer who is tried again, by their ids. */
export async function latestRetries(
  runId: string,
  chunks: Pick<Services['chunks'], 'retries'>,
): Promise<Map<string, number>> {
  const latest = new Map<string, number>();
  for await (const { attempts } of chunks.retries(runId)) {
    for (const { filerId, attempt } of attempts)
      latest.set(filerId, Math.max(attempt, latest.get(filerId) ?? 0));
  }
  return latest;
}
