import type { Fact } from '../send-log/fact.ts';
import type { EventPublisher } from '../shared/events.client.ts';
import type { Log } from '../shared/log.ts';
import { failuresAtEnd } from './breaker.ts';
import type { Gate, GateStore } from './gate.client.ts';
import type { SendingLimits } from './limits.client.ts';
import type { Run } from './run.ts';
import { trip } from './trip.client.ts';

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
