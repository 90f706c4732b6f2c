import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { sendLogStore } from '../send-log/send-log.client.ts';
import { dynamo } from '../shared/aws.client.ts';
import { lambda } from '../shared/entry.client.ts';
import { queueHandler } from '../shared/queue.ts';
import type { Create, Handler, QueueEvent, QueueResult, Runtime } from '../shared/runtime.ts';
import { feedbackOf, sesEventSchema } from './ses-event.ts';
import { suppressionStore } from './suppression.client.ts';

/**
 * Records what SES says of sends. Events come late, twice and out of order: each is a fact of its own, and
 * the fold puts them in order.
 */
export const create: Create<QueueEvent, QueueResult> = (runtime) => feedbackRecorder(runtime, dynamo());

export const handler = lambda(create);

/** The same with a client that a test can stand before. */
export function feedbackRecorder(
  runtime: Runtime,
  db: DynamoDBDocumentClient,
): Handler<QueueEvent, QueueResult> {
  const sendLog = sendLogStore(runtime, db);
  const suppression = suppressionStore(runtime, db);

  async function record(body: string): Promise<void> {
    const feedback = feedbackOf(sesEventSchema.parse(JSON.parse(body)));
    if (!feedback) return runtime.log.info('feedback-not-ours');
    // Suppression first: after a crash between the two the repeat does both again.
    for (const { address, why } of feedback.suppress) await suppression.suppress(address, why);
    await sendLog.append([feedback.fact]);
    const { runId, filerId, kind } = feedback.fact;
    runtime.log.info('feedback', { run: runId, filer: filerId, kind });
  }

  return queueHandler({ log: runtime.log, code: 'feedback-failed' }, record);
}
