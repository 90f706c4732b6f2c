import type { ChunkStore } from '../aws/chunks.ts';

/** The number of a filer's attempt to the secondary address in a run, or `null`: their chunks know. */
export async function secondaryAttemptOf(
  runId: string,
  { filerId, services }: { filerId: string; services: { chunks: Pick<ChunkStore, 'retries'> } },
): Promise<number | null> {
  for await (const { attempts } of services.chunks.retries(runId, filerId)) {
    for (const { attempt, to } of attempts) if (to === 'secondary') return attempt;
  }
  return null;
}
