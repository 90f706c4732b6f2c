import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { Temporal } from 'temporal-polyfill';
import type { Clock } from '../../functions/lib/clock.ts';
import { chunked } from '../../functions/lib/iterables.ts';
import type { Create, QueueEvent, QueueResult } from '../../functions/lib/runtime.ts';
import type { Start } from './messages.ts';

/** The sender's batch size, and how long Lambda lets it run. */
const BATCH = 10;
const TIMEOUT_MILLISECONDS = 900_000;

/** Crier's sender as it is deployed, called as Lambda calls it with what the queue holds, one batch after the other. */
export async function crierSender({ bundle, site }: Start): Promise<() => Promise<void>> {
  const { create } = (await import(pathToFileURL(bundle).href)) as {
    create: Create<QueueEvent, QueueResult>;
  };
  const log = { info: () => {}, error: (code: string) => console.error(code) };
  const handler = create({ env: site.env, clock: clockFrom(site.starts), log });
  return async () => {
    const end = performance.now() + TIMEOUT_MILLISECONDS;
    for (const bodies of chunked(site.messages, BATCH)) {
      const Records = bodies.map((body, at) => ({ messageId: `${at}`, body }));
      const invocation = {
        awsRequestId: randomUUID(),
        getRemainingTimeInMillis: () => end - performance.now(),
      };
      const { batchItemFailures } = await handler({ Records }, invocation);
      if (batchItemFailures.length > 0) throw new Error('Cannot measure because every chunk must be sent');
    }
  };
}

/** The machine's clock, set to an instant: the launch of the example was in 2018. */
function clockFrom(starts: string): Clock {
  const ahead = Temporal.Instant.from(starts).epochMilliseconds - Date.now();
  return {
    now: () => Temporal.Instant.fromEpochMilliseconds(Date.now() + ahead),
    sleep: async (milliseconds) => {
      if (milliseconds > 0) await sleep(milliseconds);
    },
  };
}
