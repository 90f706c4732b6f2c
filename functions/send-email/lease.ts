import type { Lease } from '../aws/chunks.ts';
import type { Attempt, Chunk, Run } from '../domain/run/run.ts';
import type { Fact } from '../domain/send/fact.ts';
import type { Clock } from '../lib/clock.ts';
import type { SendServices } from './sender.ts';

/** A chunk while one sender has it. */
export interface LeasedChunk {
  readonly run: Run;
  readonly chunk: Chunk;
  readonly lease: Lease;
  /** Epoch milliseconds at which the sender ends. */
  readonly deadline: number;
  readonly services: SendServices;
}

/** How the work on a leased chunk ends. */
export type End = 'done' | 'held' | 'deadline-near' | 'lease-lost';

/** What a share came to: the claims that are settled, and how the work on the chunk ends if it ends with it. */
export interface Step {
  readonly end?: End;
  readonly settled: ReadonlySet<string>;
  /** How many emails SES took. @default none */
  readonly sent?: number;
}

/** What becomes of attempts without an email. */
export type Ending = Pick<Fact, 'kind'> & { readonly reason: string };

/** The fact that an attempt came to this. */
export function factOf(
  runId: string,
  { filerId, attempt, state, earlier }: Attempt,
  { clock, ...rest }: Pick<Fact, 'kind' | 'reason' | 'messageId'> & { clock: Clock },
): Fact {
  const about = { runId, filerId, attempt, state, ...(earlier && { earlier }) };
  return { ...about, at: clock.now().toString(), ...rest };
}

/** Logs that attempts all end in the same way. */
export function logEnding(
  { run, services }: LeasedChunk,
  attempts: readonly Attempt[],
  ending: Ending,
): Promise<void> {
  const { clock, sendLog } = services;
  return sendLog.append(attempts.map((attempt) => factOf(run.runId, attempt, { ...ending, clock })));
}
