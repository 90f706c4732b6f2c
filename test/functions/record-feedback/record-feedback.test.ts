import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { campaign } from '#campaign';
import { fixtures } from '#fixtures';
import { chunkStore } from '../../../functions/aws/chunks.ts';
import { dynamo, sqs } from '../../../functions/aws/clients.ts';
import { runStore } from '../../../functions/aws/runs.ts';
import { sendLogStore } from '../../../functions/aws/send-log.ts';
import { suppressionStore } from '../../../functions/aws/suppressions.ts';
import { filerIdOf } from '../../../functions/domain/filer/filer-id.ts';
import { foldStatus } from '../../../functions/domain/send/status.ts';
import type { QueueEvent } from '../../../functions/lib/runtime.ts';
import type { PhoneListPage } from '../../../functions/queries/phone-list.ts';
import { feedbackRecorder } from '../../../functions/record-feedback/record-feedback.lambda.ts';
import { virtualClock } from '../../../local/cloud/clock/clock.ts';
import { type Cloud, startCloud } from '../../../local/cloud/cloud.ts';
import { planWith } from '../../support/builders/plan.ts';

const RUN = 'notice-1_20180724T130000Z';
const USERS = ['twice', 'before', 'after', 'listed', 'late', 'cancelled'] as const;
type User = (typeof USERS)[number];
const idOf = (user: User) => filerIdOf('test', user);
const LOG = { info: () => {}, warn: () => {}, error: () => {} };

/** What SES says when a mailbox refuses, as the queue brings it. */
function bounceOf(user: User): QueueEvent {
  const timestamp = '2018-07-24T13:05:00.000Z';
  const tags = { run: [RUN], filer: [idOf(user)], attempt: ['1'] };
  const bouncedRecipients = [{ emailAddress: `${user}@example.com` }];
  const bounce = { bounceType: 'Permanent', bounceSubType: 'NoEmail', timestamp, bouncedRecipients };
  const mail = { timestamp, messageId: `m-${user}`, tags };
  const body = JSON.stringify({ source: 'aws.ses', detail: { eventType: 'Bounce', mail, bounce } });
  return { Records: [{ messageId: user, body }] } as QueueEvent;
}

/** A client whose reply to a write of a retry's chunk is an error, once: `before` nothing is written, `after` it is. */
function failing(when: 'before' | 'after'): DynamoDBClient {
  const real = dynamo();
  let isFailed = false;
  const send = async (command: { input: { Item?: { sk?: { S?: string } } } }) => {
    const isChunk = command.input.Item?.sk?.S?.startsWith('chunk#retry-') && !isFailed;
    if (isChunk && when === 'before') {
      isFailed = true;
      throw new Error('no answer');
    }
    const answer = await real.send(command as never);
    if (isChunk) {
      isFailed = true;
      throw new Error('no answer');
    }
    return answer;
  };
  return new Proxy(real, { get: (of, name) => (name === 'send' ? send : Reflect.get(of, name)) });
}

let cloud: Cloud;
const mailsTo = (user: User) => cloud.outbox.filter(({ to }) => to[0] === `${user}@other.example`).length;
const record = (user: User, { db = dynamo(), clock = cloud.clock } = {}) =>
  feedbackRecorder({ env: cloud.env, clock, log: LOG } as never, { db, sqs: sqs() })(
    bounceOf(user),
    {} as never,
  );
const retriesOf = (user: User) => Array.fromAsync(chunkStore(cloud.env).retries(RUN, idOf(user)));
const IS_DONE = { batchItemFailures: [] };
const againOf = (user: User) => ({ batchItemFailures: [{ itemIdentifier: user }] });

beforeAll(async () => {
  cloud = await startCloud({
    clock: virtualClock('2018-07-24T12:00:00Z'),
    launch: { name: 'test-2018', sender: 'test.uscourts.gov' },
    ses: { eventFault: () => 'lost' },
  });
  const rows = USERS.map((user) => `${user},Filer,${user}@example.com,${user}@other.example,attorney`);
  const sending = { secondaryAddresses: true, breaker: { afterSends: 1000 } };
  await cloud.put('inbox/launch/launch.json', JSON.stringify(planWith({ sending })));
  await cloud.put(
    'inbox/roster/roster.csv',
    [`${campaign.key.column},last_name,email,secondary_emails,user_type`, ...rows].join('\n'),
  );
  await cloud.settle();
  await cloud.advanceTo('2018-07-24T13:10:00Z');
}, 30_000);
afterAll(() => cloud.stop());
beforeEach(() => expect(USERS.map(mailsTo).every((count) => count <= 1)).toBe(true));

describe('releasing a secondary address', () => {
  it('makes one chunk and one email of two invocations at once', async () => {
    expect(await Promise.all([record('twice'), record('twice')])).toEqual([IS_DONE, IS_DONE]);
    expect(await retriesOf('twice')).toHaveLength(1);
    await cloud.settle();
    expect(mailsTo('twice')).toBe(1);
  });

  it('is done when the message comes again, if the chunk could not be put', async () => {
    expect(await record('before', { db: failing('before') })).toEqual(againOf('before'));
    expect(await retriesOf('before')).toEqual([]);
    expect(await record('before')).toEqual(IS_DONE);
    await cloud.settle();
    expect(mailsTo('before')).toBe(1);
  });

  it('is queued by the sweep, if it stopped between chunk and queue', async () => {
    expect(await record('after', { db: failing('after') })).toEqual(againOf('after'));
    expect(await record('after')).toEqual(IS_DONE);
    expect(await retriesOf('after')).toHaveLength(1);
    await cloud.advanceTo('2018-07-24T13:30:00Z');
    expect(mailsTo('after')).toBe(1);
  });

  it('leaves out an address that is suppressed, and the filer is phoned', async () => {
    const why = { detail: 'abuse', at: '2018-07-24T13:00:00Z', runId: RUN, filerId: idOf('listed') };
    const store = suppressionStore({ env: cloud.env, clock: cloud.clock });
    await store.suppress('listed@other.example', { reason: 'complaint', ...why });
    expect(await record('listed')).toEqual(IS_DONE);
    expect(await retriesOf('listed')).toEqual([]);
    const { rows } = (await cloud.invoke('Act', { act: 'phone-list' })) as PhoneListPage;
    expect(rows.find(({ userId }) => userId === 'listed')).toMatchObject({
      reason: 'secondary-suppressed',
      secondary: 'none',
    });
  });

  it('skips the attempt when its address is suppressed meanwhile', async () => {
    const chunk = { runId: RUN, chunk: `retry-${idOf('listed')}-2` };
    const attempts = [
      { filerId: idOf('listed'), attempt: 2, state: fixtures.todo, to: 'secondary' as const },
    ];
    // Queued long ago: the sweep takes it up.
    await chunkStore(cloud.env).putIfAbsent(chunk, { attempts, now: 0 });
    await cloud.advanceTo('2018-07-24T13:40:00Z');
    const facts = await sendLogStore({ env: cloud.env, clock: cloud.clock }).factsOf(RUN, idOf('listed'));
    expect(foldStatus(facts.filter(({ attempt }) => attempt === 2))).toMatchObject({
      status: 'skipped',
      fact: { reason: 'no-secondary' },
    });
    expect(mailsTo('listed')).toBe(0);
  });

  it('does nothing for a run that has expired', async () => {
    const clock = virtualClock('2018-07-27T14:00:00Z');
    expect(await record('late', { clock })).toEqual(IS_DONE);
    expect(await retriesOf('late')).toEqual([]);
  });

  it('does nothing for a run that was canceled', async () => {
    await runStore(cloud.env).cancel(RUN, 'person');
    expect(await record('cancelled')).toEqual(IS_DONE);
    expect(await retriesOf('cancelled')).toEqual([]);
  });
});
