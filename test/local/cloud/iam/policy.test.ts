import { describe, expect, it } from 'vitest';
import { isAllowed, type Statement } from '../../../../local/cloud/iam/policy.ts';

const TABLE = 'arn:aws:dynamodb:us-east-1:000000000000:table/log';
const read: Statement = { Effect: 'Allow', Action: ['dynamodb:Get*', 'dynamodb:Query'], Resource: [TABLE] };
const tls: Statement = {
  Effect: 'Deny',
  Action: 'sqs:*',
  Principal: { AWS: '*' },
  Resource: 'queue',
  Condition: { Bool: { 'aws:SecureTransport': 'false' } },
};
const send: Statement = {
  Effect: 'Allow',
  Action: 'ses:SendRawEmail',
  Resource: '*',
  Condition: { StringLike: { 'ses:FromAddress': '*@nysb.uscourts.gov' } },
};
const events: Statement = {
  Effect: 'Allow',
  Action: 'sqs:SendMessage',
  Principal: { Service: 'events.amazonaws.com' },
  Resource: 'queue',
  Condition: { ArnEquals: { 'aws:SourceArn': 'rule' } },
};

describe('isAllowed', () => {
  it.each([
    [
      'an action and a resource that a statement names',
      [read],
      { action: 'dynamodb:Query', resource: TABLE },
      true,
    ],
    ['an action that a star covers', [read], { action: 'dynamodb:GetItem', resource: TABLE }, true],
    ['actions in another case', [read], { action: 'dynamodb:getitem', resource: TABLE }, true],
    ['another action', [read], { action: 'dynamodb:PutItem', resource: TABLE }, false],
    ['another resource', [read], { action: 'dynamodb:Query', resource: `${TABLE}/index/attention` }, false],
    ['nothing at all', [], { action: 'dynamodb:Query', resource: TABLE }, false],
    [
      'a condition that holds',
      [send],
      { action: 'ses:SendRawEmail', resource: 'x', context: { 'ses:FromAddress': 'a@nysb.uscourts.gov' } },
      true,
    ],
    [
      'a condition that does not',
      [send],
      { action: 'ses:SendRawEmail', resource: 'x', context: { 'ses:FromAddress': 'a@example.com' } },
      false,
    ],
    ['a condition on what is not given', [send], { action: 'ses:SendRawEmail', resource: 'x' }, false],
    [
      'the service and the source that a queue lets in',
      [tls, events],
      {
        action: 'sqs:SendMessage',
        resource: 'queue',
        service: 'events.amazonaws.com',
        context: { 'aws:SourceArn': 'rule' },
      },
      true,
    ],
    [
      'another source',
      [tls, events],
      {
        action: 'sqs:SendMessage',
        resource: 'queue',
        service: 'events.amazonaws.com',
        context: { 'aws:SourceArn': 'other' },
      },
      false,
    ],
    [
      'another service',
      [tls, events],
      {
        action: 'sqs:SendMessage',
        resource: 'queue',
        service: 'sns.amazonaws.com',
        context: { 'aws:SourceArn': 'rule' },
      },
      false,
    ],
    [
      'what one statement allows and another denies',
      [read, { Effect: 'Deny', Action: '*', Resource: '*' } as const],
      { action: 'dynamodb:Query', resource: TABLE },
      false,
    ],
  ])('%s', (_, statements, request, expected) => {
    expect(isAllowed(statements, request)).toBe(expected);
  });

  it('throws on a condition that it does not know', () => {
    const unknown: Statement = { ...read, Condition: { DateLessThan: { 'aws:CurrentTime': '2018-01-01' } } };
    expect(() => isAllowed([unknown], { action: 'dynamodb:Query', resource: TABLE })).toThrow(
      'Cannot read a policy because the condition DateLessThan is not known here',
    );
  });

  it('throws on a member that it does not know', () => {
    const unknown = { Effect: 'Allow', NotAction: 'a', Action: 'b' } as Statement;
    expect(() => isAllowed([unknown], { action: 'a', resource: 'b' })).toThrow(
      'Cannot read a policy because NotAction is not known here',
    );
  });
});
