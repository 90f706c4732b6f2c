import { GetQueueAttributesCommand, SendMessageCommand } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sqs } from '../../../functions/aws/clients.ts';
import { queueUrl } from '../../../functions/aws/queue-url.ts';
import { ENV } from '../../../functions/lib/env.ts';
import { aConsole, type TestConsole } from '../../support/console/console.ts';

let console: TestConsole;
let queues: Readonly<Record<string, string>>;
beforeAll(async () => {
  console = await aConsole();
  queues = JSON.parse(console.cloud.envOf('Act')[ENV.deadLetters]!);
});
afterAll(() => console.stop());

const urlOf = (queue: string) => queueUrl(console.cloud.env, queue);

/** Gives each queue a dead letter. Nothing works on what is put back, since the clock stands still. */
async function loseOneOfEach(): Promise<void> {
  for (const deadLetters of Object.keys(queues))
    await sqs().send(new SendMessageCommand({ QueueUrl: urlOf(deadLetters), MessageBody: '{}' }));
}

/** How many messages each work queue has. */
async function waiting(): Promise<number[]> {
  const attributes = Object.values(queues).map(async (queue) => {
    const request = { QueueUrl: urlOf(queue), AttributeNames: ['ApproximateNumberOfMessages' as const] };
    const { Attributes } = await sqs().send(new GetQueueAttributesCommand(request));
    return Number(Attributes?.ApproximateNumberOfMessages);
  });
  return Promise.all(attributes);
}

describe('dead letters of every queue', () => {
  it('are put back by ops', async () => {
    expect(Object.keys(queues).length).toBeGreaterThan(6);
    const before = await waiting();
    await loseOneOfEach();
    expect(await console.cloud.invoke('Act', { act: 'redrive', by: 'otto', why: 'mended' })).toMatchObject({
      moved: Object.fromEntries(Object.keys(queues).map((deadLetters) => [deadLetters, 1])),
    });
    expect(await waiting()).toEqual(before.map((count) => count + 1));
  });

  it('are put back by the console', async () => {
    const otto = await console.signedIn('otto');
    const before = await waiting();
    await loseOneOfEach();
    const { statusCode } = await otto.post('/log/given-up', { csrf: await otto.csrf(), why: 'mended' });
    expect(statusCode).toBe(303);
    expect(await waiting()).toEqual(before.map((count) => count + 1));
    expect(await console.cloud.deadLetters()).toEqual([]);
  });
});
