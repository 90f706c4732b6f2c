import type { EventPublisher } from '../aws/event-bus.ts';
import type { Gate, GateStore } from '../aws/send-gate.ts';
import type { SendingLimits } from '../domain/run/rate.ts';
import type { Run } from '../domain/run/run.ts';
import { failuresAtEnd } from '../domain/send/breaker.ts';
import type { Fact } from '../domain/send/fact.ts';
import type { Log } from '../lib/log.ts';
import { trip } from './circuit-breaker.ts';

/** Counts failures in a row over all senders of the run; one write, and only while something goes wrong. */
export async function watchFailures(
  kinds: readonly Fact['kind'][],
  {
    run,
    gate,
    limits,
    services,
  }: {
    run: Run;
    gate: Gate;
    limits: SendingLimits;
    services: { gate: GateStore; log: Log; events: EventPublisher };
  },
): Promise<void> {
  const row = failuresAtEnd(kinds);
  if (row.count === 0 && (!row.begins || !gate.failures.get(run.runId))) return;
  const inARow = await services.gate.countFailures(run.runId, row);
  if (inARow >= limits.breaker.failuresInARow)
    await trip({ scope: run.runId, reason: 'breaker-failures', run }, services);
}
