import { describe, expect, it } from 'vitest';
import {
  actorLabel,
  auditActorLabel,
  byOf,
  OUTSIDE,
  outsideActor,
  personActor,
  tracesOf,
} from '../../../functions/domain/actor.ts';
import { bySchema, releaseSchema } from '../../../functions/domain/command.ts';

const ROLE = 'arn:aws:iam::111122223333:role/CourtAdmins';

describe('actorLabel', () => {
  it.each([
    [personActor({ id: 'clerk1' }), 'Clara Clerk'],
    [personActor({ id: 'clerk2' }), 'clerk2'],
    [outsideActor(), 'someone outside the console'],
    [outsideActor('clerk1'), 'someone outside the console, claiming to be clerk1'],
  ])('calls %j %s', (actor, label) => {
    expect(actorLabel(actor, new Map([['clerk1', 'Clara Clerk']]))).toBe(label);
  });
});

describe('auditActorLabel', () => {
  const outside = (more: object) => ({ ...outsideActor(), ...more });
  it.each([
    [personActor({ id: 'clerk1' }), 'Clara Clerk'],
    [outside({ principal: ROLE, event: 'e' }), 'someone outside the console (the role CourtAdmins)'],
    [
      outside({ principal: ROLE, claimed: 'clerk1' }),
      'someone outside the console (the role CourtAdmins, claiming to be clerk1)',
    ],
    [
      outside({ principal: 'arn:aws-us-gov:iam::1:role/aws-reserved/sso.amazonaws.com/Clerks_1a' }),
      'someone outside the console (the role Clerks_1a)',
    ],
    [
      outside({ principal: 'IAM user AIDA1 of account 1' }),
      'someone outside the console (IAM user AIDA1 of account 1)',
    ],
    [outside({ isAwaited: true }), 'someone outside the console (not yet reported by AWS)'],
    [outside({ isAwaited: false }), 'someone outside the console (not reported by AWS)'],
  ])('calls %j %s', (actor, label) => {
    expect(auditActorLabel(actor, new Map([['clerk1', 'Clara Clerk']]))).toBe(label);
  });
});

describe('tracesOf', () => {
  it.each([
    [outsideActor('clerk1'), []],
    [{ ...outsideActor(), principal: ROLE, event: 'e-1' }, [ROLE, 'CloudTrail event e-1']],
    // Its label says all of it.
    [{ ...outsideActor(), principal: 'root user of account 1', event: 'e-1' }, ['CloudTrail event e-1']],
    [personActor({ id: 'clerk1' }), []],
  ])('of %j are %j', (actor, traces) => {
    expect(tracesOf(actor)).toEqual(traces);
  });
});

describe('byOf', () => {
  it('names outsiders by what no sign-in id can be', () => {
    expect(byOf(personActor({ id: 'clerk1' }))).toBe('clerk1');
    expect(byOf(outsideActor('clerk1'))).toBe(OUTSIDE);
    expect(bySchema.safeParse(OUTSIDE).success).toBe(false);
  });
});

describe('a payload', () => {
  it('never makes a person known', () => {
    const { by } = releaseSchema.parse({ phaseId: 'notice-1', by: 'clerk1', why: 'x' });
    expect(by).toEqual(outsideActor('clerk1'));
  });
});
