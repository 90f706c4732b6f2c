import pLimit from 'p-limit';
import type { GateStore } from '../aws/send-gate.ts';
import { AHEAD_MILLISECONDS, LEAD_MILLISECONDS, SPARE_MILLISECONDS } from '../domain/run/timeouts.ts';
import type { Clock } from '../lib/clock.ts';

/** Slots wanted for a run. */
export interface WantedSlots {
  readonly count: number;
  readonly intervalMicroseconds: number;
  /** Epoch milliseconds at which the sender ends: no slot may be near it. */
  readonly deadline: number;
}

export type Slots =
  /** From `firstSlot` (epoch microseconds) on, one each interval. */
  | { readonly slots: true; readonly firstSlot: number }
  | { readonly slots: false; readonly reason: 'held' | 'cancelled' | 'time-short' };

export interface SlotTaker {
  /** Waits until the next free slot is near, and reserves from there. */
  take(runId: string, wanted: WantedSlots): Promise<Slots>;
}

/**
 * Takes slots at the gate for all chunks of a sender, one after the other: a hundred chunks that wait ask the gate no
 * more often than one.
 */
export function slotTaker({ gate, clock }: { gate: GateStore; clock: Clock }): SlotTaker {
  const turnstile = pLimit(1);

  async function take(runId: string, wanted: WantedSlots): Promise<Slots> {
    const { count, intervalMicroseconds, deadline } = wanted;
    const length = ((count - 1) * intervalMicroseconds) / 1000;
    for (;;) {
      const now = clock.now().epochMilliseconds;
      const earliest = now + LEAD_MILLISECONDS;
      const latest = now + AHEAD_MILLISECONDS;
      // Asked before it reserves: a slot that nobody uses is lost to all senders.
      if (latest + length + SPARE_MILLISECONDS > deadline) return { slots: false, reason: 'time-short' };
      const answer = await gate.reserve(runId, { count, intervalMicroseconds, earliest, latest });
      if (answer.slots || answer.reason !== 'ahead') return answer;
      const wait = answer.freeFrom / 1000 - now - AHEAD_MILLISECONDS / 2;
      if (now + wait + length + SPARE_MILLISECONDS > deadline) return { slots: false, reason: 'time-short' };
      await clock.sleep(wait);
    }
  }

  return { take: (runId, wanted) => turnstile(() => take(runId, wanted)) };
}
