import { CloudFormationClient, CreateStackCommand } from '@aws-sdk/client-cloudformation';
import { CreateEmailIdentityCommand, SESv2Client } from '@aws-sdk/client-sesv2';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Dns } from '../../../local/preflight/ask-dns.ts';
import { lookAt } from '../../../local/preflight/look.ts';
import { aPlan } from '../../support/builders/plan.ts';
import { outsideUrl } from '../../support/outside.ts';

const options = {
  endpoint: outsideUrl('SES'),
  region: 'us-east-1',
  maxAttempts: 1,
  credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
};

const noRecord = () => Promise.reject(Object.assign(new Error('no such name'), { code: 'ENOTFOUND' }));
const noAnswer = () => Promise.reject(Object.assign(new Error('no server'), { code: 'ETIMEOUT' }));
const dns = {
  resolveTxt: async (name: string) =>
    name.startsWith('_dmarc.') ? noAnswer() : [['v=spf1 include:', 'amazonses.com ~all']],
  resolveMx: noRecord,
} as unknown as Dns;

const look = (name: string) => lookAt(aPlan({ name }), { dns, clients: options });

/** The part of the pipeline that preflight asks. */
const TEMPLATE = JSON.stringify({
  Resources: {
    Topic: {
      Type: 'AWS::SNS::Topic',
      Properties: {
        TopicName: 'preflight-alarms',
        // moto makes no AWS::SNS::Subscription.
        Subscription: [{ Protocol: 'email', Endpoint: 'ops@example.gov' }],
      },
    },
    Group: { Type: 'AWS::Scheduler::ScheduleGroup', Properties: { Name: 'crier-preflight-there' } },
  },
  Outputs: {
    AlarmTopicArn: { Value: { Ref: 'Topic' } },
    ConsoleAddress: { Value: `${options.endpoint}/moto-api/` },
  },
});

describe('looking at an account of moto', () => {
  it('finds nothing of a launch before its first deployment', async () => {
    const facts = await look('preflight-none');
    expect(facts.region).toBe('us-east-1');
    expect(facts.stacks).toEqual({
      known: true,
      value: { data: null, pipeline: null, deployedAt: null, consoleAddress: null, topic: null },
    });
    expect(facts.schedules).toEqual({ known: true, value: [] });
  });

  it('tells a record that isn’t there from a name server that doesn’t answer', async () => {
    const { spf, dmarc, replyServers } = await look('preflight-none');
    expect(spf).toEqual({ known: true, value: ['v=spf1 include:amazonses.com ~all'] });
    expect(replyServers).toEqual({ known: true, value: [] });
    expect(dmarc).toEqual({ known: false, why: 'ETIMEOUT' });
  });

  describe('once it is deployed', () => {
    beforeAll(async () => {
      const cloud = new CloudFormationClient(options);
      await cloud.send(
        new CreateStackCommand({ StackName: 'crier-preflight-there-pipeline', TemplateBody: TEMPLATE }),
      );
      await new SESv2Client(options).send(
        new CreateEmailIdentityCommand({ EmailIdentity: 'test.uscourts.gov' }),
      );
    });

    it('finds stack, alarm receivers, console and sender', async () => {
      const facts = await look('preflight-there');
      expect(facts.stacks).toMatchObject({ known: true, value: { data: null, pipeline: 'CREATE_COMPLETE' } });
      expect(facts.alarmReceivers).toEqual({ known: true, value: { confirmed: 1, pending: 0 } });
      expect(facts.consoleStatus).toEqual({ known: true, value: 200 });
      expect(facts.identity).toMatchObject({ known: true, value: { dkim: expect.any(String) } });
    });
  });
});
