import type { EventPublisher } from '../aws/event-bus.ts';
import type { SendGate } from '../aws/send-gate.ts';
import type { SendingLimits } from '../domain/run/rate.ts';
import type { Run } from '../domain/run/run.ts';
import type { Gate, Hold } from '../domain/run/send-gate.ts';
import { failuresAtEnd } from '../domain/send/breaker.ts';
import type { Fact } from '../domain/send/fact.ts';
import type { Log } from '../lib/runtime.ts';

/** A hold that Crier places automatically, as an open circuit breaker. */
interface AutomaticHold extends Hold {
  /** The run in which the trouble was met; `null`: not known any more. */
  readonly run: Pick<Run, 'runId' | 'phaseId'> | null;
  /** Counts that go into the log and the event as well. */
  readonly detail?: Readonly<Record<string, number>>;
}

interface BreakerServices {
  readonly gate: SendGate;
  readonly log: Log;
  readonly events: EventPublisher;
}

/**
 * Holds a run, or everything, and notifies people if the hold is new. After a crash between the two, the sweep does.
 */
export async function openBreaker(hold: AutomaticHold, services: BreakerServices): Promise<void> {
  if (await services.gate.openBreaker(hold.scope, hold.reason)) await notifyHold(hold, services);
}

/** Publishes a hold, and only then notes that people know about it: at least once, also after a crash in between. */
export async function notifyHold(
  { scope, reason, run, detail }: AutomaticHold,
  { gate, log, events }: BreakerServices,
): Promise<void> {
  if (scope === 'all') log.error('sending-held', { reason, ...detail });
  else log.error('run-held', { run: scope, reason, ...detail });
  const of = {
    ...(run && { phase: run.phaseId, run: run.runId }),
    ...(scope === 'all' ? { scope } : { run: scope }),
  };
  await events.publish([{ kind: 'PhaseHeld', detail: { ...of, reason, ...detail } }]);
  await gate.markNotified(scope, reason);
}

/** Counts failures in a row over all senders of the run: one write, and only while something goes wrong. */
export async function watchFailures(
  kinds: readonly Fact['kind'][],
  { run, gate, limits, services }: { run: Run; gate: Gate; limits: SendingLimits; services: BreakerServices },
): Promise<void> {
  const row = failuresAtEnd(kinds);
  if (row.count === 0 && (!row.begins || !gate.failures.get(run.runId))) return;
  const inARow = await services.gate.countFailures(run.runId, row);
  if (inARow >= limits.breaker.failuresInARow)
    await openBreaker({ scope: run.runId, reason: 'breaker-failures', run }, services);
}
