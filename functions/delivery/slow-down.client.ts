import type { Clock } from '../shared/clock.ts';
import type { Log } from '../shared/log.ts';
import type { GateStore } from './gate.client.ts';
import { throttledFactor } from './gate.ts';

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
