import type { EventPublisher } from '../shared/events.client.ts';
import type { Log } from '../shared/log.ts';
import type { BreakerCount, BreakerReason } from './breaker.ts';
import type { GateStore } from './gate.client.ts';
import type { Run } from './run.ts';

/** Holds a run because too much goes wrong, and tells people: only a person lifts this. */
export async function openBreaker(
  run: Run,
  how: {
    reason: BreakerReason;
    count?: BreakerCount;
    services: { gate: GateStore; log: Log; events: EventPublisher };
  },
): Promise<void> {
  const { reason, count, services } = how;
  const detail = { phase: run.phaseId, run: run.runId, reason, ...count };
  // Told before: what stops in between finds the run open and does both again. That nobody can be told holds nothing up.
  const [told] = await Promise.allSettled([services.events.publish([{ kind: 'PhaseHeld', detail }])]);
  await services.gate.trip(run.runId, reason);
  services.log.error('breaker-opened', { run: run.runId, reason, ...count });
  if (told.status === 'rejected') throw told.reason;
}
