import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { ListTablesCommand } from '@aws-sdk/client-dynamodb';
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { sendLogStore } from '../../../functions/aws/send-log.ts';
import type { Fact } from '../../../functions/domain/send/fact.ts';
import { virtualClock } from '../../../local/cloud/clock/clock.ts';
import { type Cloud, startCloud } from '../../../local/cloud/cloud.ts';
import { startDynamoDb } from '../../../local/cloud/dynamodb/dynamodb.ts';
import type { CloudOptions } from '../../../local/cloud/options.ts';
import { clientsOf } from '../../support/clients.ts';

/** The example's plan; of four filers one has no address. */
const PLAN = JSON.stringify({
  ...JSON.parse(readFileSync('examples/nysb-2018/launch.json', 'utf8')),
  roster: { maxUnreachablePercent: 25 },
});
const HEADER = 'cmecf_user_id,last_name,first_name,email,pacer_account,pacer_account_type';
const roster = (...emails: string[]) =>
  [
    HEADER,
    ...emails.map((email, number) => `user${number},Last${number},First,${email},individual,legacy`),
  ].join('\n');
const RUN = 'notice-1_20180724T130000Z';

let cloud: Cloud;
const start = async (options: CloudOptions = {}) => {
  cloud = await startCloud({ clock: virtualClock('2018-07-20T12:00:00Z'), ...options });
};
const phases = () => cloud.schedules().filter(({ group }) => group === 'crier-nysb-2018');
const factsOf = async (run: string): Promise<Fact[]> => Array.fromAsync(sendLogStore(cloud).facts(run));

function expectNothingWrong(): void {
  expect(cloud.denials).toEqual([]);
  expect(cloud.failures).toEqual([]);
}

describe('a cloud', () => {
  beforeAll(() => start());
  afterAll(() => cloud.stop());

  it('is made from the template: every function has what its clients ask for', () => {
    expect(cloud.env).toMatchObject({
      CRIER_LAUNCH: 'nysb-2018',
      CRIER_EVENT_BUS: 'crier-nysb-2018',
      CRIER_CONFIGURATION_SET: 'crier-nysb-2018',
      CRIER_INBOX_BUCKET: cloud.bucket,
    });
    expect(new Set(Object.values(cloud.endpoints).map((url) => new URL(url).hostname))).toEqual(
      new Set(['127.0.0.1']),
    );
  });

  it('plans a launch that is uploaded: one schedule for each phase, in the zone of the court', async () => {
    await cloud.put('inbox/launch/launch.json', PLAN);
    await cloud.settle();
    expect(phases().map(({ name, next }) => `${name} ${next}`)).toEqual([
      'follow-up-1 2018-10-24T14:00:00Z',
      'follow-up-2 2018-10-29T14:00:00Z',
      'follow-up-3 2018-11-05T15:00:00Z',
      'follow-up-4 2018-11-21T15:00:00Z',
      'launch-day 2018-10-22T12:45:00Z',
      'notice-1 2018-07-24T13:00:00Z',
      'notice-2 2018-08-23T13:00:00Z',
      'notice-3 2018-09-20T13:00:00Z',
      'notice-4 2018-10-09T13:00:00Z',
      'pre-outage 2018-10-18T14:00:00Z',
    ]);
    expect([...(await cloud.read('reports/launch/')).keys()]).toHaveLength(2);
    expectNothingWrong();
  });

  it('sends a phase at its scheduled time, and SES reports what happened to each email', async () => {
    await cloud.put(
      'inbox/roster/roster.csv',
      roster('a@example.com', 'bounce@simulator.amazonses.com', 'complaint@simulator.amazonses.com', ''),
    );
    await cloud.settle();
    await cloud.advanceTo('2018-07-24T12:59:59Z');
    expect(cloud.outbox).toEqual([]);
    await cloud.advanceTo('2018-07-24T13:20:00Z');
    expect(cloud.outbox.map(({ to }) => to[0]).sort()).toEqual([
      'a@example.com',
      'bounce@simulator.amazonses.com',
      'complaint@simulator.amazonses.com',
    ]);
    expect(cloud.outbox.every(({ tags }) => tags.run === RUN)).toBe(true);
    const kinds = (await factsOf(RUN)).map(({ kind }) => kind).sort();
    expect(kinds).toEqual([
      'bounced',
      'complained',
      'delivered',
      'delivered',
      'sent',
      'sent',
      'sent',
      'skipped',
    ]);
    const published = cloud.events.map((event) => event['detail-type']);
    expect(published).toEqual([
      'LaunchPlanned',
      'RosterIngested',
      'PhaseStarted',
      'PhaseCompleted',
      'SendsNeedAttention',
    ]);
    expect(cloud.notices.map(({ text }) => text.split('.')[0])).toEqual([
      'Crier nysb-2018: SendsNeedAttention',
    ]);
    expect(phases().map(({ name }) => name)).not.toContain('notice-1');
    expect(await cloud.deadLetters()).toEqual([]);
    expectNothingWrong();
  });

  it('sends no more to an address that SES gave up on', async () => {
    await cloud.advanceTo('2018-08-24T00:00:00Z');
    const second = cloud.outbox.filter(({ tags }) => tags.run?.startsWith('notice-2'));
    expect(second.map(({ to }) => to[0])).toEqual(['a@example.com']);
  });

  it('reports an upload in the wrong place, and leaves it there', async () => {
    await cloud.put('inbox/stray.csv', 'x');
    await cloud.settle();
    const [report] = [
      ...(await cloud.read('reports/stray.csv/')).values(),
      ...(await cloud.read('reports/inbox/')).values(),
    ];
    expect(Buffer.from(report ?? []).toString()).toContain('inbox/roster/');
    expect((await cloud.read('inbox/stray')).size).toBe(1);
    expectNothingWrong();
  });

  it('answers people who invoke a function, by its id or name', async () => {
    const client = new LambdaClient();
    const decision = { action: 'activate', version: 'none', by: 'clerk', why: 'test' };
    for (const FunctionName of ['ActivateRoster', 'crier-nysb-2018-pipeline-ActivateRoster']) {
      const answer = await client.send(
        new InvokeCommand({ FunctionName, Payload: JSON.stringify(decision) }),
      );
      expect(answer.FunctionError).toBeUndefined();
      expect(JSON.parse(Buffer.from(answer.Payload ?? []).toString())).toMatchObject({ done: false });
    }
    await expect(client.send(new InvokeCommand({ FunctionName: 'None' }))).rejects.toThrow(
      'Function not found: None',
    );
    await expect(cloud.invoke('None', {})).rejects.toThrow(
      'Cannot invoke None because the template must hold it',
    );
    client.destroy();
  });

  it('refuses a second one beside it', async () => {
    await expect(startCloud()).rejects.toThrow('Cannot start a second cloud in one process: stop the first');
  });
});

describe('a cloud of its own', () => {
  afterEach(() => cloud.stop());

  it('knows nothing of what SES took without an answer, until SES itself tells', async () => {
    const timeOut = { kind: 'time-out', accepted: true } as const;
    await start({
      ses: {
        fault: ({ to }) => (to[0] === 'slow@example.com' ? timeOut : null),
        eventFault: ({ type }) => (type === 'Send' ? 'lost' : null),
        eventDelays: { Delivery: 3600 },
      },
    });
    await cloud.put('inbox/launch/launch.json', PLAN);
    await cloud.put('inbox/roster/roster.csv', roster('a@example.com', 'slow@example.com'));
    await cloud.advanceTo('2018-07-24T13:02:00Z');
    expect((await factsOf(RUN)).map(({ kind, reason = '' }) => `${kind} ${reason}`.trim()).sort()).toEqual([
      'sent',
      'unknown ses-ETIMEDOUT',
    ]);
    await cloud.advanceTo('2018-07-24T14:10:00Z');
    expect((await factsOf(RUN)).filter(({ kind }) => kind === 'delivered')).toHaveLength(2);
    expectNothingWrong();
  });

  it('uses a DynamoDB that runs elsewhere, and its own services for the rest', async () => {
    const other = await startDynamoDb();
    vi.stubEnv('AWS_ENDPOINT_URL_DYNAMODB', other.url);
    try {
      await start();
      expect(cloud.endpoints.DYNAMODB).toBe(other.url);
      const { dynamo } = clientsOf(other.url);
      const tables = async () => (await dynamo.send(new ListTablesCommand({}))).TableNames;
      expect(await tables()).toHaveLength(7);
      await cloud.put('inbox/launch/launch.json', PLAN);
      await cloud.settle();
      expect(phases()).toHaveLength(10);
      expectNothingWrong();
      await cloud.stop();
      expect(await tables()).toEqual([]);
    } finally {
      await cloud.stop();
      vi.unstubAllEnvs();
      await other.close();
    }
  });
});

describe('startCloud', () => {
  it('does not start when an endpoint leads to a real account', async () => {
    vi.stubEnv('AWS_ENDPOINT_URL_SES', 'https://email.us-east-1.amazonaws.com');
    await expect(startCloud()).rejects.toThrow('AWS_ENDPOINT_URL_SES points at a real AWS account');
    vi.unstubAllEnvs();
  });

  it('leaves nothing behind when it stops', async () => {
    // Handles go a turn of the event loop after they are closed; other files of this worker may still listen.
    await wait(50);
    const listening = () =>
      process.getActiveResourcesInfo().filter((name) => name === 'TCPServerWrap').length;
    const [environment, servers] = [{ ...process.env }, listening()];
    await start();
    expect(listening()).toBeGreaterThan(servers);
    await cloud.stop();
    expect(process.env).toEqual(environment);
    await wait(50);
    expect(listening()).toBe(servers);
  });
});
