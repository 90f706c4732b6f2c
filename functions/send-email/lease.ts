import type { Lease } from '../aws/chunks.ts';
import type { Attempt, Chunk, Run } from '../domain/run/run.ts';
import type { Fact } from '../domain/send/fact.ts';
import type { Clock } from '../lib/clock.ts';
import type { SendServices } from './sender.ts';

/** One turn of a chunk: a lease, and what is done while it lasts. */
export interface Turn {
  readonly run: Run;
  readonly chunk: Chunk;
  readonly lease: Lease;
  readonly deadline: number;
  readonly services: SendServices;
}

/** How a turn ends. */
export type End = 'done' | 'held' | 'time-short' | 'turn-lost';

/** What a share came to: the claims that are settled, and whether the turn ends with it. */
export type Step = { readonly end?: End; readonly settled: ReadonlySet<string> };

/** What becomes of attempts without an email. */
export type Ending = Pick<Fact, 'kind'> & { readonly reason: string };

/** The fact that an attempt came to this. */
export function factOf(
  runId: string,
  { filerId, attempt, state }: Attempt,
  { clock, ...rest }: Pick<Fact, 'kind' | 'reason' | 'messageId'> & { clock: Clock },
): Fact {
  return { runId, filerId, attempt, state, at: clock.now().toString(), ...rest };
}
