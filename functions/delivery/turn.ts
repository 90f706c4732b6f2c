import type { Fact } from '../send-log/fact.ts';
import type { SendLogStore } from '../send-log/send-log.client.ts';
import type { Clock } from '../shared/clock.ts';
import type { EventPublisher } from '../shared/events.client.ts';
import type { Log } from '../shared/log.ts';
import type { ChunkStore, Lease } from './chunk.client.ts';
import type { ChunkQueue } from './chunk-queue.client.ts';
import type { GateStore } from './gate.client.ts';
import type { SendingLimits } from './limits.client.ts';
import type { PrepareMail } from './prepare.client.ts';
import type { RunStore } from './run.client.ts';
import type { Attempt, Chunk, Run } from './run.ts';
import type { Mailer, SendQuota } from './ses.client.ts';
import type { SlotTaker } from './slots.client.ts';

/** What sending a chunk needs. */
export interface SendServices {
  readonly clock: Clock;
  readonly log: Log;
  readonly runs: RunStore;
  readonly chunks: ChunkStore;
  readonly gate: GateStore;
  readonly slots: SlotTaker;
  readonly sendLog: SendLogStore;
  readonly queue: ChunkQueue;
  readonly mailer: Mailer;
  readonly events: EventPublisher;
  readonly prepare: PrepareMail;
  /** The account's limits, not older than a minute. */
  readonly quota: () => Promise<SendQuota>;
  /** The same, and the part of them that is this launch's. */
  readonly limits: (run: Run) => Promise<SendingLimits>;
}

/** Who sends, and until when (epoch milliseconds). */
export interface Sender {
  readonly owner: string;
  readonly deadline: number;
  /** Nothing else is sent by the same process meanwhile. */
  readonly isAlone: boolean;
}

/** One turn of a chunk: a lease, and what is done while it lasts. */
export interface Turn {
  readonly run: Run;
  readonly chunk: Chunk;
  readonly lease: Lease;
  readonly deadline: number;
  readonly services: SendServices;
}

export type End = 'done' | 'held' | 'time-short' | 'turn-lost';

/** Leased and given back, to be sent alone: it lost so many senders. */
export interface SetAside {
  readonly setAside: true;
  readonly lost: number;
}

/** What a share came to: the claims that are settled, and whether the turn ends with it. */
export type Step = { readonly end?: End; readonly settled: ReadonlySet<string> };

export type Ending = Pick<Fact, 'kind'> & { readonly reason: string };

/** The fact that an attempt came to this. */
export function factOf(
  runId: string,
  { filerId, attempt, state }: Attempt,
  { clock, ...rest }: Pick<Fact, 'kind' | 'reason' | 'messageId'> & { clock: Clock },
): Fact {
  return { runId, filerId, attempt, state, at: clock.now().toString(), ...rest };
}
