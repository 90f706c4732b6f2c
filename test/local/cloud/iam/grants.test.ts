import { describe, expect, it } from 'vitest';
import { accessControl } from '../../../../local/cloud/iam/access.ts';
import { readGrants } from '../../../../local/cloud/iam/grants.ts';
import { readTemplate } from '../../../../local/cloud/template/template.ts';

describe('readGrants', () => {
  const statement = (Action: string, Resource: unknown) => ({ Effect: 'Allow', Action, Resource });
  const template = readTemplate([
    {
      name: 's',
      template: {
        Resources: {
          Role: {
            Type: 'AWS::IAM::Role',
            Properties: {
              Policies: [{ PolicyDocument: { Statement: [statement('ses:GetSendQuota', '*')] } }],
            },
          },
          More: {
            Type: 'AWS::IAM::Policy',
            Properties: {
              Roles: [{ Ref: 'Role' }],
              PolicyDocument: {
                Statement: [statement('sqs:SendMessage', { 'Fn::GetAtt': ['Queue', 'Arn'] })],
              },
            },
          },
          Fn: { Type: 'AWS::Lambda::Function', Properties: { Role: { 'Fn::GetAtt': ['Role', 'Arn'] } } },
          Queue: { Type: 'AWS::SQS::Queue' },
          QueuePolicy: {
            Type: 'AWS::SQS::QueuePolicy',
            Properties: {
              Queues: [{ Ref: 'Queue' }],
              PolicyDocument: {
                Statement: [
                  {
                    ...statement('sqs:SendMessage', '*'),
                    Principal: { Service: 'events.amazonaws.com' },
                    Condition: { ArnEquals: { 'aws:SourceArn': 'rule' } },
                  },
                ],
              },
            },
          },
        },
      },
    },
  ]);
  const access = accessControl();
  const grants = readGrants(template, access);
  const queueArn = 'arn:aws:sqs:us-east-1:000000000000:s-Queue';

  it("gives a function what its role's own and attached policies allow, and no more", () => {
    const headers = { 'x-amzn-trace-id': 'Root=1-0;Function=Fn' };
    expect(access.refusal(headers, { action: 'ses:GetSendQuota', resource: '*' })).toBeNull();
    expect(access.refusal(headers, { action: 'sqs:SendMessage', resource: queueArn })).toBeNull();
    expect(access.refusal(headers, { action: 'sqs:SendMessage', resource: `${queueArn}2` })).toBe(
      `User: Fn is not authorized to perform: sqs:SendMessage on resource: ${queueArn}2 because no identity-based policy allows the sqs:SendMessage action`,
    );
  });

  it('lets a sender into a queue if its policy does', () => {
    const from = { service: 'events.amazonaws.com', action: 'sqs:SendMessage', sourceArn: 'rule' };
    expect(grants.allows(queueArn, from)).toBe(true);
    expect(grants.allows(queueArn, { ...from, sourceArn: 'other' })).toBe(false);
  });
});
