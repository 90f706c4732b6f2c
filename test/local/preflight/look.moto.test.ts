import { CloudFormationClient, CreateStackCommand } from '@aws-sdk/client-cloudformation';
import { DeleteTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import {
  CreateScheduleCommand,
  CreateScheduleGroupCommand,
  SchedulerClient,
} from '@aws-sdk/client-scheduler';
import { CreateEmailIdentityCommand, SESv2Client } from '@aws-sdk/client-sesv2';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Dns } from '../../../local/preflight/ask-dns.ts';
import { lookAt } from '../../../local/preflight/look.ts';
import { aPlan } from '../../support/builders/plan.ts';
import { createTable } from '../../support/database.ts';
import { outsideUrl } from '../../support/outside.ts';

const options = {
  endpoint: outsideUrl('SES'),
  region: 'us-east-1',
  maxAttempts: 1,
  credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
};

const noRecord = () => Promise.reject(Object.assign(new Error('no such name'), { code: 'ENOTFOUND' }));
const noAnswer = () => Promise.reject(Object.assign(new Error('no server'), { code: 'ETIMEOUT' }));
/** Of the names above the sender, `_dmarc.uscourts.gov` alone has a record. */
const dns = {
  resolveTxt: async (name: string) =>
    name === '_dmarc.uscourts.gov' ? [['v=DMARC1; ', 'p=none']] : noRecord(),
  resolveMx: noAnswer,
} as unknown as Dns;

const ROLE = 'arn:aws:iam::123456789012:role/one';

const look = (name: string, sender = 'test') =>
  lookAt(aPlan({ name, 'court.sender.address': `nextgen@${sender}.uscourts.gov` }), {
    dns,
    clients: options,
  });

/** The part of the pipeline that preflight asks. */
const TEMPLATE = {
  Resources: {
    Topic: {
      Type: 'AWS::SNS::Topic',
      Properties: {
        TopicName: 'preflight-alarms',
        // moto makes no AWS::SNS::Subscription.
        Subscription: [{ Protocol: 'email', Endpoint: 'ops@example.gov' }],
      },
    },
  },
  Outputs: {
    AlarmTopicArn: { Value: { Ref: 'Topic' } },
    ConsoleAddress: { Value: `${options.endpoint}/moto-api/` },
  },
};

describe('looking at an account of moto', () => {
  it('sees what a restored table lacks, and that another is not there', async () => {
    const client = new DynamoDBClient(options);
    await createTable(client, 'preflight-restored');
    const restoredTables = { LaunchTable: 'preflight-restored', RosterTable: 'preflight-nowhere' };
    const { restored } = await lookAt(aPlan({ name: 'preflight-none' }), {
      dns,
      restoredTables,
      clients: options,
    });
    await client.send(new DeleteTableCommand({ TableName: 'preflight-restored' }));
    const found = { isActive: true, indexes: [], isProtected: false, isRecoverable: false, timeToLive: null };
    expect(restored).toEqual({
      known: true,
      value: [
        { id: 'LaunchTable', name: 'preflight-restored', found },
        { id: 'RosterTable', name: 'preflight-nowhere', found: null },
      ],
    });
  });

  it('finds nothing of a launch before its first deployment', async () => {
    const facts = await look('preflight-none', 'preflight-none');
    expect(facts.region).toBe('us-east-1');
    expect(facts.stacks).toEqual({
      known: true,
      value: {
        data: null,
        pipeline: null,
        deployedAt: null,
        consoleAddress: null,
        topic: null,
        startPhase: null,
      },
    });
    // AWS refuses to list a group that isn't there; moto lists nothing.
    expect(facts.schedules).toEqual({ known: true, value: [] });
    expect(facts.identity).toEqual({ known: true, value: null });
    expect(facts.spf).toEqual({ known: true, value: null });
  });

  it('tells a record that isn’t there from a name server that doesn’t answer', async () => {
    const { dmarc, replyServers } = await look('preflight-none');
    expect(dmarc).toEqual({ known: true, value: { name: '_dmarc.uscourts.gov', text: 'v=DMARC1; p=none' } });
    expect(replyServers).toEqual({ known: false, why: 'ETIMEOUT' });
  });

  it('knows nothing of what hangs on the stacks when they can’t be asked', async () => {
    const deaf = { ...options, endpoint: 'http://127.0.0.1:9' };
    const facts = await lookAt(aPlan({ name: 'preflight-none' }), { dns, clients: deaf });
    const why = 'the stacks couldn’t be read (ECONNREFUSED)';
    expect(facts.stacks).toEqual({ known: false, why: 'ECONNREFUSED' });
    expect(facts.alarmReceivers).toEqual({ known: false, why });
    expect(facts.consoleStatus).toEqual({ known: false, why });
    expect(facts.spf).toEqual({
      known: false,
      why: 'the sender couldn’t be checked (ECONNREFUSED)',
    });
  });

  describe('once it is deployed', () => {
    beforeAll(async () => {
      const cloud = new CloudFormationClient(options);
      await cloud.send(
        new CreateStackCommand({
          StackName: 'crier-preflight-there-pipeline',
          TemplateBody: JSON.stringify(TEMPLATE),
        }),
      );
      await new SESv2Client(options).send(
        new CreateEmailIdentityCommand({ EmailIdentity: 'there.uscourts.gov' }),
      );
      const scheduler = new SchedulerClient(options);
      await scheduler.send(new CreateScheduleGroupCommand({ Name: 'crier-preflight-there' }));
      await scheduler.send(
        new CreateScheduleCommand({
          GroupName: 'crier-preflight-there',
          Name: 'notice-1',
          ScheduleExpression: 'at(2018-07-24T09:00:00)',
          ScheduleExpressionTimezone: 'America/New_York',
          FlexibleTimeWindow: { Mode: 'OFF' },
          Target: { Arn: 'arn:aws:lambda:us-east-1:1:function:one', RoleArn: ROLE, Input: '{}' },
        }),
      );
    });

    it('finds stack, template, alarm receivers, schedules, console and sender', async () => {
      const facts = await look('preflight-there', 'there');
      expect(facts.stacks).toMatchObject({ known: true, value: { data: null, pipeline: 'CREATE_COMPLETE' } });
      expect(facts.alarmReceivers).toEqual({
        known: true,
        value: { confirmed: ['ops@example.gov'], pending: 0 },
      });
      expect(facts.templates).toEqual({
        known: true,
        value: { data: { Resources: {} }, pipeline: TEMPLATE },
      });
      const schedule = { name: 'notice-1', expression: 'at(2018-07-24T09:00:00)', zone: 'America/New_York' };
      expect(facts.schedules).toEqual({
        known: true,
        value: [
          {
            ...schedule,
            state: 'ENABLED',
            target: 'arn:aws:lambda:us-east-1:1:function:one',
            input: '{}',
          },
        ],
      });
      expect(facts.consoleStatus).toEqual({ known: true, value: 200 });
      expect(facts.identity).toMatchObject({
        known: true,
        value: { dkim: expect.any(String), dkimSigning: expect.any(Boolean) },
      });
    });
  });
});
