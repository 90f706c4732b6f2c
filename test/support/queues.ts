import { queueUrl } from '../../functions/aws/queue-url.ts';
import type { Env } from '../../functions/lib/env.ts';

/** The URL of the dead letters of chunks, as a function's environment has it. */
export function chunkDeadLetters(env: Env): string {
  return queueUrl(env, 'ChunkDeadLetters');
}
