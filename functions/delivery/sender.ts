import type { SendLogStore } from '../send-log/send-log.client.ts';
import type { Clock } from '../shared/clock.ts';
import type { EventPublisher } from '../shared/events.client.ts';
import type { Log } from '../shared/log.ts';
import type { ChunkStore } from './chunk.client.ts';
import type { ChunkQueue } from './chunk-queue.client.ts';
import type { GateStore } from './gate.client.ts';
import type { SendingLimits } from './limits.client.ts';
import type { PrepareMail } from './prepare.client.ts';
import type { RunStore } from './run.client.ts';
import type { Run } from './run.ts';
import type { Mailer, SendQuota } from './ses.client.ts';
import type { SlotTaker } from './slots.client.ts';

/** Who sends a chunk, and until when (epoch milliseconds). */
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
