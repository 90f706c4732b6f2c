import type { ChunkQueue } from '../aws/chunk-queue.ts';
import type { ChunkStore } from '../aws/chunks.ts';
import type { EventPublisher } from '../aws/event-bus.ts';
import type { RunStore } from '../aws/runs.ts';
import type { SendGate } from '../aws/send-gate.ts';
import type { SendLogStore } from '../aws/send-log.ts';
import type { Mailer } from '../aws/ses.ts';
import type { SendingLimits, SendQuota } from '../domain/run/rate.ts';
import type { Run } from '../domain/run/run.ts';
import type { Clock } from '../lib/clock.ts';
import type { Log } from '../lib/runtime.ts';
import type { PrepareMail } from './prepare.ts';
import type { RateLimiter } from './rate-limiter.ts';

/** The invocation that sends a chunk, and until when (epoch milliseconds). */
export interface Sender {
  readonly owner: string;
  readonly deadline: number;
  /** Nothing else is sent by the same process meanwhile. */
  readonly isAlone: boolean;
}

/** What sending needs. */
export interface SendServices {
  readonly clock: Clock;
  readonly log: Log;
  readonly runs: RunStore;
  readonly chunks: ChunkStore;
  readonly gate: SendGate;
  readonly rateLimiter: RateLimiter;
  readonly sendLog: SendLogStore;
  readonly queue: ChunkQueue;
  readonly mailer: Mailer;
  readonly events: EventPublisher;
  readonly prepare: PrepareMail;
  /** The account's limits, not older than a minute. */
  readonly quota: () => Promise<SendQuota>;
  /** The same, with the part of them that the run's launch may use, and its breaker's limits. */
  readonly limits: (run: Run) => Promise<SendingLimits>;
}
