import {
  ChangeMessageVisibilityCommand,
  CreateQueueCommand,
  ReceiveMessageCommand,
  SendMessageCommand,
  type SQSClient,
} from '@aws-sdk/client-sqs';
import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { QueueEvent } from '../../../../functions/lib/runtime.ts';
import { type VirtualClock, virtualClock } from '../../../../local/cloud/clock/clock.ts';
import type { InvokeOutcome } from '../../../../local/cloud/lambda/functions.ts';
import {
  type QueueMapping,
  type QueueWorker,
  queueWorker,
} from '../../../../local/cloud/runner/queue-worker.ts';
import { type S3Sqs, startS3Sqs } from '../../../../local/cloud/s3-sqs/s3-sqs.ts';
import { clientsOf } from '../../../support/clients.ts';

const START = Temporal.Instant.from('2018-07-24T13:00:00Z');
let service: S3Sqs;
let sqs: SQSClient;
let clock: VirtualClock;
let queueUrl: string;
let deadLettersUrl: string;
let calls: string[][];
let answer: (bodies: string[], ids: string[]) => InvokeOutcome;
let number = 0;

const OK: InvokeOutcome = { ok: true, result: null };
const FAILED: InvokeOutcome = { ok: false, error: { errorType: 'Error', errorMessage: 'no' } };
const partly = (ids: string[]): InvokeOutcome => ({
  ok: true,
  result: { batchItemFailures: ids.map((itemIdentifier) => ({ itemIdentifier })) },
});

beforeAll(async () => {
  // One service for all tests, each with a clock of its own.
  const current: VirtualClock = {
    now: () => clock.now(),
    sleep: (time) => clock.sleep(time),
    moveTo: (instant) => clock.moveTo(instant),
    holdUntil: (quiet) => clock.holdUntil(quiet),
  };
  service = await startS3Sqs({ clock: current });
  ({ sqs } = clientsOf(service.url));
});
afterAll(() => service.close());
beforeEach(async () => {
  clock = virtualClock(START);
  calls = [];
  answer = () => OK;
  number++;
  const create = async (name: string) =>
    (await sqs.send(new CreateQueueCommand({ QueueName: `${name}-${number}` }))).QueueUrl!;
  queueUrl = await create('work');
  deadLettersUrl = await create('dead-letters');
});

function worker(more: Partial<QueueMapping> = {}): QueueWorker {
  const mapping: QueueMapping = {
    queueUrl,
    queueArn: 'arn:work',
    batchSize: 10,
    reportsFailures: true,
    visibilitySeconds: 360,
    deadLetters: { queueUrl: deadLettersUrl, maxReceives: 3 },
    isLoop: () => false,
    invoke: async (event) => {
      const { Records } = event as QueueEvent;
      const bodies = Records.map(({ body }) => body);
      calls.push(bodies);
      return answer(
        bodies,
        Records.map(({ messageId }) => messageId),
      );
    },
    ...more,
  };
  return queueWorker(mapping, {
    client: sqs,
    clock,
    delayedUntil: service.delayedUntil,
    hiddenByReceipt: service.hiddenByReceipt,
    takeLineage: service.takeLineage,
    sendsTo: service.sendsTo,
    sendOrWait: service.sendOrWait,
    onDeadLetter: () => {},
  });
}

const send = (body: string, DelaySeconds?: number) =>
  sqs.send(new SendMessageCommand({ QueueUrl: queueUrl, MessageBody: body, DelaySeconds }));
const bodiesIn = async (QueueUrl: string) => {
  const { Messages = [] } = await sqs.send(new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10 }));
  return Messages.map(({ Body }) => Body);
};

describe('queueWorker', () => {
  it('hands over batches of the size that the mapping says, and removes what was worked on', async () => {
    for (const body of ['a', 'b', 'c']) await send(body);
    const one = worker({ batchSize: 2 });
    expect([await one.work(), await one.work(), await one.work()]).toEqual([true, true, false]);
    expect(calls).toEqual([['a', 'b'], ['c']]);
    expect(await bodiesIn(queueUrl)).toEqual([]);
  });

  it('shows what failed again after the visibility time of the cloud, then moves it to the dead-letter queue', async () => {
    await send('bad');
    answer = () => FAILED;
    const one = worker();
    for (let receive = 1; receive <= 3; receive++) {
      expect(await one.work()).toBe(true);
      expect(await one.work()).toBe(false);
      expect(one.next()?.toString()).toBe(START.add({ seconds: 360 * receive }).toString());
      clock.moveTo(START.add({ seconds: 360 * receive }));
    }
    expect(await bodiesIn(deadLettersUrl)).toEqual([]);
    await one.work();
    expect(calls).toEqual([['bad'], ['bad'], ['bad']]);
    expect(one.next()).toBeNull();
    expect(await bodiesIn(deadLettersUrl)).toEqual(['bad']);
    expect(await bodiesIn(queueUrl)).toEqual([]);
  });

  it('shows what failed again as soon as its function said', async () => {
    await send('bad');
    const one = worker({
      invoke: async (event) => {
        const [{ receiptHandle, body }] = (event as { Records: [{ receiptHandle: string; body: string }] })
          .Records;
        calls.push([body]);
        const hide = { QueueUrl: queueUrl, ReceiptHandle: receiptHandle, VisibilityTimeout: 60 };
        if (calls.length === 1) await sqs.send(new ChangeMessageVisibilityCommand(hide));
        return calls.length < 3 ? FAILED : OK;
      },
    });
    await one.work();
    expect(one.next()?.toString()).toBe('2018-07-24T13:01:00Z');
    clock.moveTo(START.add({ seconds: 60 }));
    await one.work();
    // Only this once: the second call said nothing.
    expect(one.next()?.toString()).toBe('2018-07-24T13:07:00Z');
    clock.moveTo(START.add({ minutes: 7 }));
    await one.work();
    expect(calls).toEqual([['bad'], ['bad'], ['bad']]);
  });

  it('shows only those again that the answer names', async () => {
    for (const body of ['a', 'b', 'c']) await send(body);
    answer = (bodies, ids) => partly([ids[bodies.indexOf('b')]!]);
    const one = worker();
    await one.work();
    clock.moveTo(START.add({ seconds: 360 }));
    answer = () => OK;
    await one.work();
    expect(calls).toEqual([['a', 'b', 'c'], ['b']]);
  });

  it('takes an answer that names a message which is not there as a failure of all', async () => {
    await send('a');
    answer = () => partly(['unknown']);
    const one = worker();
    await one.work();
    expect(one.next()).not.toBeNull();
  });

  it('does not read the answer unless the mapping says that it reports failures', async () => {
    await send('a');
    answer = (_, ids) => partly(ids);
    const one = worker({ reportsFailures: false });
    await one.work();
    expect(one.next()).toBeNull();
  });

  it('asks an empty queue once, and again as soon as a message is sent to it', async () => {
    let asked = 0;
    sqs.middlewareStack.add(
      (next, { commandName }) =>
        (call) => {
          if (commandName === 'ReceiveMessageCommand') asked++;
          return next(call);
        },
      { step: 'initialize', name: 'asked' },
    );
    try {
      const one = worker();
      for (let time = 0; time < 5; time++) expect(await one.work(0.01)).toBe(false);
      expect(asked).toBe(1);
      const waiting = one.work(3600);
      await send('a');
      expect(await waiting).toBe(false);
      expect(await one.work(1)).toBe(true);
      expect([calls, asked]).toEqual([[['a']], 2]);
    } finally {
      sqs.middlewareStack.remove('asked');
    }
  });

  it('keeps a delayed message until its time', async () => {
    await send('later', 600);
    const one = worker();
    expect(await one.work()).toBe(false);
    expect(one.next()?.toString()).toBe(START.add({ seconds: 600 }).toString());
    clock.moveTo(START.add({ seconds: 600 }));
    expect(await one.work()).toBe(true);
    expect(calls).toEqual([['later']]);
  });
});
