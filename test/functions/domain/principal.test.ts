import { describe, expect, it } from 'vitest';
import { principalOf, principalRecordOf } from '../../../functions/domain/principal.ts';

const accountId = '123456789012';
const ROLE = `arn:aws:iam::${accountId}:role/aws-reserved/sso.amazonaws.com/AWSReservedSSO_Clerk_0123456789abcdef`;
const session = (arn: string, principalId = 'AROAEXAMPLE') => ({
  type: 'AssumedRole',
  principalId: `${principalId}:jane_doe@example.com`,
  accountId,
  sessionContext: { sessionIssuer: { type: 'Role', arn, principalId } },
});

describe('principalOf', () => {
  it.each([
    ['a role', session(ROLE), ROLE],
    [
      'a role whose name is an address',
      session(`arn:aws:iam::${accountId}:role/jane@example.com`),
      `role AROAEXAMPLE of account ${accountId}`,
    ],
    [
      'a role whose issuer is missing',
      { type: 'AssumedRole', accountId, principalId: 'AROAEXAMPLE:jane_doe@example.com' },
      `role unknown of account ${accountId}`,
    ],
    [
      'a user',
      { type: 'IAMUser', accountId, principalId: 'AIDAEXAMPLE' },
      `IAM user AIDAEXAMPLE of account ${accountId}`,
    ],
    ['a root user', { type: 'Root', accountId, principalId: accountId }, `root user of account ${accountId}`],
    [
      'a user of IAM Identity Center',
      {
        type: 'IdentityCenterUser',
        accountId,
        onBehalfOf: { userId: '544894e8-80c1-707f-60e3-3ba6510dfac1' },
      },
      'IAM Identity Center user 544894e8-80c1-707f-60e3-3ba6510dfac1',
    ],
    [
      'a service',
      { type: 'AWSService', invokedBy: 'scheduler.amazonaws.com' },
      'service scheduler.amazonaws.com',
    ],
    [
      'a user of another account',
      { type: 'AWSAccount', accountId: '999999999999', principalId: 'AIDAEXAMPLE:jane' },
      'AWSAccount of account 999999999999',
    ],
    [
      'a federated user',
      { type: 'FederatedUser', accountId, principalId: `${accountId}:jane_doe` },
      `FederatedUser of account ${accountId}`,
    ],
  ])('identifies %s by nothing that names a person', (_what, identity, expected) => {
    expect(principalOf(identity)).toBe(expected);
  });
});

const DETAIL = {
  eventID: '3074546e-1bfa-4973-8502-b1bb4d0bda1a',
  eventTime: '2018-07-24T12:05:00Z',
  eventSource: 's3.amazonaws.com',
  eventName: 'PutObject',
  requestID: 'CF9748DFDC5FB0A4',
  userIdentity: session(ROLE),
};
const eventOf = (changes: object) => JSON.stringify({ detail: { ...DETAIL, ...changes } });

describe('principalRecordOf', () => {
  it('reads who made which request', () => {
    expect(principalRecordOf(eventOf({}))).toEqual({
      service: 's3',
      requestId: DETAIL.requestID,
      at: DETAIL.eventTime,
      principal: ROLE,
      event: DETAIL.eventID,
    });
  });

  it('reads nothing of a request that AWS refused', () => {
    expect(principalRecordOf(eventOf({ errorCode: 'AccessDenied' }))).toBeNull();
  });

  it.each([
    ['names a place elsewhere', { requestID: '../entries/x' }],
    ['is of another service', { eventSource: 'sqs.amazonaws.com' }],
    ['names no one', { userIdentity: undefined }],
  ])('refuses an event that %s', (_what, changes) => {
    expect(() => principalRecordOf(eventOf(changes))).toThrow();
  });
});
