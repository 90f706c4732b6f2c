import pLimit from 'p-limit';
import type { SendGate } from '../aws/send-gate.ts';
import { throttledFactor } from '../domain/run/rate.ts';
import {
  MAX_RESERVE_AHEAD_MILLISECONDS,
  MIN_LEAD_MILLISECONDS,
  SHUTDOWN_MARGIN_MILLISECONDS,
} from '../domain/run/timeouts.ts';
import type { Clock } from '../lib/clock.ts';
import type { Log } from '../lib/runtime.ts';

/** Slots wanted for a run: one email each. */
interface WantedSlots {
  readonly count: number;
  readonly intervalMicroseconds: number;
  /** Epoch milliseconds at which the sender ends: no slot may be near it. */
  readonly deadline: number;
}

/** Slots reserved at the send gate, or why there are none. */
type Slots =
  /** From `firstSlot` (epoch microseconds) on, one each interval. */
  | { readonly acquired: true; readonly firstSlot: number }
  | { readonly acquired: false; readonly reason: 'held' | 'cancelled' | 'deadline-near' };

/** One sender's access to the send gate, which limits the rate of all senders. */
export interface RateLimiter {
  /** Waits until the next free slot is near, and reserves from there. */
  acquire(runId: string, wanted: WantedSlots): Promise<Slots>;
}

/** A mutex before the gate: a hundred chunks of a sender that wait for slots ask the gate no more often than one. */
export function rateLimiter({ gate, clock }: { gate: SendGate; clock: Clock }): RateLimiter {
  const mutex = pLimit(1);

  async function acquire(runId: string, wanted: WantedSlots): Promise<Slots> {
    const { count, intervalMicroseconds, deadline } = wanted;
    const length = ((count - 1) * intervalMicroseconds) / 1000;
    for (;;) {
      const now = clock.now().epochMilliseconds;
      const earliest = now + MIN_LEAD_MILLISECONDS;
      const latest = now + MAX_RESERVE_AHEAD_MILLISECONDS;
      // Checked before reserving: a slot that stays unused is lost to all senders.
      if (latest + length + SHUTDOWN_MARGIN_MILLISECONDS > deadline) return DEADLINE_NEAR;
      const answer = await gate.reserve(runId, { count, intervalMicroseconds, earliest, latest });
      if (answer.slots) return { acquired: true, firstSlot: answer.firstSlot };
      if (answer.reason !== 'ahead') return { acquired: false, reason: answer.reason };
      const wait = answer.freeFrom / 1000 - now - MAX_RESERVE_AHEAD_MILLISECONDS / 2;
      if (now + wait + length + SHUTDOWN_MARGIN_MILLISECONDS > deadline) return DEADLINE_NEAR;
      await clock.sleep(wait);
    }
  }

  return { acquire: (runId, wanted) => mutex(() => acquire(runId, wanted)) };
}

const DEADLINE_NEAR = { acquired: false, reason: 'deadline-near' } as const;

/** Lowers the rate of all senders after SES throttled one (multiplicative decrease); it recovers with time. */
export async function reduceRate({
  gate,
  clock,
  log,
}: {
  gate: SendGate;
  clock: Clock;
  log: Log;
}): Promise<void> {
  const now = clock.now().epochMilliseconds;
  const factor = throttledFactor(await gate.read(), now);
  if (await gate.reduceRate({ factor, throttledAt: now })) log.info('rate-slowed', { factor });
}
