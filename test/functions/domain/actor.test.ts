import { describe, expect, it } from 'vitest';
import { actorLabel, byOf, OUTSIDE, outsideActor, personActor } from '../../../functions/domain/actor.ts';
import { bySchema, releaseSchema } from '../../../functions/domain/audit.ts';

const ROLE = 'arn:aws:iam::111122223333:role/CourtAdmins';

describe('actorLabel', () => {
  it.each([
    [personActor({ id: 'clerk1' }), 'Clara Clerk'],
    [personActor({ id: 'clerk2' }), 'clerk2'],
    [outsideActor(), 'outside the console (user unknown)'],
    [outsideActor('clerk1'), 'outside the console (user unknown), claimed: clerk1'],
    [{ kind: 'outside', principal: ROLE } as const, `outside the console (user unknown), ${ROLE}`],
  ])('calls %j %s', (actor, label) => {
    expect(actorLabel(actor, new Map([['clerk1', 'Clara Clerk']]))).toBe(label);
  });
});

describe('byOf', () => {
  it('names whoever is outside by what no sign-in id can be', () => {
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
