import type { buildApp } from 'fauxqs';
import type { Clock } from '../../../functions/lib/clock.ts';
import { type MessageLineage, messageLineage } from './message-lineage.ts';
import { type DelayKeeper, delayKeeper } from './sqs-requests.ts';

/** What is known of messages beside what the queue keeps. */
interface KnownMessages
  extends Pick<DelayKeeper, 'until' | 'hiddenByReceipt'>,
    Pick<MessageLineage, 'take'> {}

/** Keeps the delays of messages by the cloud's clock, and which functions led to them. */
export function watchMessages(app: ReturnType<typeof buildApp>, clock: Clock): KnownMessages {
  const delays = delayKeeper(clock);
  const lineage = messageLineage();
  app.addHook('preHandler', async (request) => delays.take(request));
  // Not an async hook: fauxqs answers S3 in a way that Fastify would then send twice.
  app.addHook('onSend', (request, reply, payload, done) => {
    if (reply.statusCode < 400) {
      delays.note(request, payload);
      lineage.note(request, payload);
    }
    done(null, payload);
  });
  return { until: delays.until, hiddenByReceipt: delays.hiddenByReceipt, take: lineage.take };
}
