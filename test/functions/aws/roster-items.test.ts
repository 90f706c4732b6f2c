import { describe, expect, it } from 'vitest';
import { activeOf, filerOf, storedActive, storedFiler } from '../../../functions/aws/roster-items.ts';
import { OUTSIDE, outsideActor, personActor } from '../../../functions/domain/actor.ts';
import { BLANK, CAMPAIGN_COLUMNS } from '../../../functions/domain/filer/filer.ts';
import { activate, NO_ROSTER } from '../../../functions/domain/roster/activation.ts';
import { mayApprove } from '../../../functions/domain/run/approval.ts';
import { authorsOf } from '../../../functions/domain/run/authors.ts';

const NAMED = { filerId: '0123456789abcdef', userId: 'u1', lastName: 'Doe' };

describe('filerOf', () => {
  it('reads a filer who was stored before any of the campaign’s columns: blank, and days as long ago', () => {
    const days = CAMPAIGN_COLUMNS.filter(([, { type }]) => type === 'day').map(([, { fact }]) => fact);
    expect(days.length).toBeGreaterThan(0);
    const expected = { ...BLANK, ...NAMED, ...Object.fromEntries(days.map((fact) => [fact, '1970-01-01'])) };
    expect(filerOf(NAMED)).toEqual(expected);
    expect(filerOf(storedFiler(filerOf(NAMED)))).toEqual(expected);
  });
});

const V1 = { version: 'v1', uploadedAt: '2018-07-24T12:00:00Z', authors: ['carl'] };
const DECIDED = { why: 'looked at', at: '2018-07-24T13:00:00Z' };
const decidedBy = (by: Parameters<typeof activate>[1]['by']) =>
  activate(NO_ROSTER, { ...V1, ...DECIDED, by });

/** The pointer as earlier code stored it, with a text of who decided. */
function storedWith(by: string) {
  const { roster, ...item } = storedActive(decidedBy('intake'));
  const acts = (roster as { acts: object[] }).acts.map((act) => ({ ...act, by }));
  return { ...item, roster: { ...(roster as object), acts } };
}

describe('activeOf', () => {
  it.each([
    ['Crier', 'intake' as const],
    ['a person', personActor({ id: 'clara' })],
    ['an invoker', outsideActor('clara')],
  ])('reads a decision of %s as it was stored', (_what, by) => {
    expect(activeOf(storedActive(decidedBy(by)))).toEqual(decidedBy(by));
  });

  it.each([
    ['intake', 'intake' as const],
    ['clara', outsideActor('clara')],
    [OUTSIDE, outsideActor()],
  ])('reads the text “%s” that earlier code stored, and takes no one at their word', (text, by) => {
    expect(activeOf(storedWith(text)).decisions.map((one) => one.by)).toEqual([by]);
  });

  it('attack: a person approves the roster that they activated under another name: refused', () => {
    const ada = personActor({ id: 'ada' });
    const authors = authorsOf(
      {
        plans: [{ version: '20180701T130000Z-a', by: personActor({ id: 'clara' }) }],
        planVersion: '20180701T130000Z-a',
        roster: { kind: 'roster', authors: ['carl'], by: personActor({ id: 'carl' }) },
        active: activeOf(storedWith('bob')),
      },
      null,
    );
    expect(mayApprove({ by: ada, authors })).toEqual({ approve: false, reason: 'author-unknown' });
  });
});
