import type { SQSClient } from '@aws-sdk/client-sqs';
import { describe, expect, it } from 'vitest';
import { retrySeconds, retrySoonOf } from '../../../functions/aws/retry-soon.ts';
import { resourceOf, synthesize } from '../../support/synthesize.ts';

describe('retrySeconds', () => {
  it('is a minute at first, then longer, so that five tries take forty minutes', () => {
    const waits = [1, 2, 3, 4].map(retrySeconds);
    expect(waits).toEqual([60, 180, 540, 1620]);
    expect(waits.reduce((sum, one) => sum + one)).toBe(40 * 60);
  });

  it('is nothing after the last try of the queues, so that the message is a dead letter at once', () => {
    const { RedrivePolicy } = resourceOf(synthesize().pipeline, 'RosterInboxQueue').Properties;
    expect(retrySeconds(RedrivePolicy.maxReceiveCount - 1)).toBeGreaterThan(0);
    expect(retrySeconds(RedrivePolicy.maxReceiveCount)).toBe(0);
  });
});

describe('retrySoonOf', () => {
  const address = 'https://sqs.us-east-1.amazonaws.com/123456789012/crier-nysb-2018-pipeline-';

  it('hides the message in the queue that its event names', async () => {
    const sent: unknown[] = [];
    const client = { send: async ({ input }: { input: unknown }) => void sent.push(input) };
    const retry = retrySoonOf({ CRIER_QUEUE_ADDRESS: address }, client as unknown as SQSClient);
    await retry({
      messageId: '1',
      body: '{}',
      receiptHandle: 'receipt',
      eventSourceARN: 'arn:aws:sqs:us-east-1:123456789012:crier-nysb-2018-pipeline-RosterInboxQueue',
      attributes: { ApproximateReceiveCount: '2' },
    });
    expect(sent).toEqual([
      { QueueUrl: `${address}RosterInboxQueue`, ReceiptHandle: 'receipt', VisibilityTimeout: 180 },
    ]);
  });

  it("is worth it: a roster's queue hides a message for 90 minutes otherwise", () => {
    const { VisibilityTimeout } = resourceOf(synthesize().pipeline, 'RosterInboxQueue').Properties;
    expect(VisibilityTimeout).toBe(90 * 60);
  });
});
