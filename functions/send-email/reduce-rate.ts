import type { GateStore } from '../aws/send-gate.ts';
import { throttledFactor } from '../domain/run/rate.ts';
import type { Clock } from '../lib/clock.ts';
import type { Log } from '../lib/log.ts';

/** Lowers the rate of all senders after SES throttled one; it recovers by itself. */
export async function slowDown({
  gate,
  clock,
  log,
}: {
  gate: GateStore;
  clock: Clock;
  log: Log;
}): Promise<void> {
  const now = clock.now().epochMilliseconds;
  const factor = throttledFactor(await gate.read(), now);
  if (await gate.slowDown({ factor, throttledAt: now })) log.info('rate-slowed', { factor });
}
