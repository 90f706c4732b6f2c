import { describe, expect, it } from 'vitest';
import { wordingOf } from '../../../../functions/domain/run/wording.ts';
import { aPlan } from '../../../support/builders/plan.ts';

const wordingWith = (changes: Record<string, unknown>, phase = {}, build = 'b') => {
  const plan = aPlan(changes);
  const { id, kind } = plan.phases[0]!;
  return wordingOf(plan, { phase: { id, kind, number: 1, of: 1, ...phase }, build });
};
const SAME = wordingWith({});
const [first, second, ...others] = aPlan().phases;

describe('wordingOf', () => {
  it.each([
    ['the court’s name', wordingWith({ 'court.name': 'Other Court' })],
    ['the sender', wordingWith({ 'court.sender.name': 'Other' })],
    ['the help desk', wordingWith({ 'court.helpDesk.hours': 'never' })],
    ['domains of links', wordingWith({ linkDomains: ['uscourts.gov', 'test.uscourts.gov'] })],
    ['the number among its kind', wordingWith({}, { of: 2 })],
    [
      'how to unsubscribe',
      wordingWith({ phases: [{ ...first, unsubscribe: 'x@test.uscourts.gov' }, second, ...others] }),
    ],
    ['the build', wordingWith({}, {}, 'c')],
    ['a text of its own for every message', wordingWith({ sectionTexts: { help: { text: 'Ask us.' } } })],
    ['one for this message', wordingWith({ sectionTexts: { [`${first!.kind}/help`]: { text: 'Ask us.' } } })],
  ])('changes with %s', (_what, wording) => {
    expect(wording).not.toBe(SAME);
  });

  it.each([
    ['safeguards', wordingWith({ roster: { keepDays: 30 } })],
    ['how emails are sent', wordingWith({ sending: { accountShare: 0.5 } })],
    ['two-person approval', wordingWith({ twoPersonApproval: true })],
    [
      'a text of its own for another message',
      wordingWith({ sectionTexts: { 'date-change/help': { text: 'Ask us.' } } }),
    ],
    [
      'another phase',
      wordingWith({ phases: [first, { ...second, unsubscribe: 'x@test.uscourts.gov' }, ...others] }),
    ],
  ])('stays with %s', (_what, wording) => {
    expect(wording).toBe(SAME);
  });
});
