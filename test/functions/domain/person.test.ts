import { describe, expect, it } from 'vitest';
import { admit } from '../../../functions/domain/person.ts';
import { aSignIn } from '../../support/builders/sign-in.ts';

const SETTINGS = aSignIn();

describe('admit', () => {
  it.each([
    ['a clerk', ['clerk'], 'clerk'],
    ['operations', ['ops'], 'ops'],
    ['who is both, as the clerk', ['ops', 'clerk'], 'clerk'],
    ['an approver', ['approver'], 'approver'],
    ['a viewer', ['viewer'], 'viewer'],
    ['who is viewer, operations and approver, as the approver', ['viewer', 'ops', 'approver'], 'approver'],
    ['whose claim is one word', 'ops', 'ops'],
    ['a clerk among other groups', ['staff', 'clerk', 'all'], 'clerk'],
  ])('lets in %s', (_what, groups, role) => {
    const person = { id: 'jd1', name: 'Jane Doe', role, email: null };
    expect(admit({ sub: 'jd1', name: 'Jane Doe', groups }, SETTINGS)).toEqual({ admitted: true, person });
  });

  it.each([
    ['no groups', undefined],
    ['other groups', ['clerks', 'Clerk', 'ops-team']],
    ['a text that holds a role', 'clerk,ops'],
    ['an object', { clerk: true }],
    ['nested groups', [['clerk']]],
    ['nothing', null],
  ])('refuses who has %s', (_what, groups) => {
    expect(admit({ sub: 'jd1', groups }, SETTINGS)).toEqual({
      admitted: false,
      reason: 'no-role',
      id: 'jd1',
    });
  });

  it.each([
    ['an address', 'jane@example.com'],
    ['a space', 'jane doe'],
    ['markup', '<b>jane</b>'],
    ['nothing', ''],
    ['no text', 17],
    ['too much', 'j'.repeat(65)],
    ['a line end', 'jane\nroot'],
  ])('refuses an id that is or holds %s', (_what, sub) => {
    expect(admit({ sub, groups: ['clerk'] }, SETTINGS)).toEqual({
      admitted: false,
      reason: 'id-unfit',
      id: null,
    });
  });

  it.each([
    ['that is verified', { email: 'jd@example.com', email_verified: true }, 'jd@example.com'],
    ['that is verified, in a word', { email: 'jd@example.com', email_verified: 'true' }, 'jd@example.com'],
    ['that is not verified', { email: 'jd@example.com', email_verified: false }, null],
    ['of which nothing is said', { email: 'jd@example.com' }, null],
    ['that is none', { email: 'jd', email_verified: true }, null],
    ['with a line end', { email: 'jd@example.com\nBcc: x@example.com', email_verified: true }, null],
    ['that is several', { email: ['a@example.com', 'b@example.com'], email_verified: true }, null],
  ])('knows an address %s, or none', (_what, claims, email) => {
    expect(admit({ sub: 'jd1', groups: ['ops'], ...claims }, SETTINGS)).toMatchObject({ person: { email } });
  });

  it.each([
    ['none', undefined],
    ['a blank one', '  '],
    ['a number', 12],
  ])('calls who has %s for a name by the id', (_what, name) => {
    expect(admit({ sub: 'jd1', name, groups: ['ops'] }, SETTINGS)).toMatchObject({ person: { name: 'jd1' } });
  });
});
