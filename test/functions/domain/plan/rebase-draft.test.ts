import { describe, expect, it } from 'vitest';
import { withPart } from '../../../../functions/domain/plan/plan-path.ts';
import { changesSince } from '../../../../functions/domain/plan/rebase-draft.ts';
import { aPlan } from '../../../support/builders/plan.ts';

const FROM = aPlan();
const changed = (plan: object, { at, part }: Parameters<typeof withPart>[1]) =>
  withPart(plan, { at, part }) as object;

const HOURS = ['court', 'helpDesk', 'hours'];
const PHONE = ['court', 'helpDesk', 'phone'];

describe('changesSince', () => {
  it('has nothing while no other plan is active', () => {
    expect(changesSince(changed(FROM, { at: HOURS, part: 'never' }), { from: FROM, to: FROM })).toEqual([]);
  });

  it('has what the active plan changed, and leaves what the draft changed', () => {
    const draft = changed(FROM, { at: HOURS, part: 'never' });
    const to = [
      { at: HOURS, part: 'sometimes' },
      { at: PHONE, part: '1' },
      { at: ['linkDomains'], part: ['uscourts.gov', 'example.gov'] },
    ].reduce<object>(changed, FROM);
    expect(changesSince(draft, { from: FROM, to })).toEqual([
      { path: ['linkDomains'], value: ['uscourts.gov', 'example.gov'] },
      { path: PHONE, value: '1' },
    ]);
  });

  it('takes phases by their names: one that is new, one that is gone, one that the draft moved', () => {
    const moved = ['phases', 'notice-1', 'when', 'days'];
    const draft = changed(FROM, { at: moved, part: -95 });
    const extra = { ...FROM.phases[0]!, id: 'extra' };
    const to = [
      { at: moved, part: -85 },
      { at: ['phases', 'warning'], part: undefined },
      { at: ['phases', 'extra'], part: extra },
    ].reduce<object>(changed, FROM);
    expect(changesSince(draft, { from: FROM, to })).toEqual([
      { path: ['phases', 'warning'], value: undefined },
      { path: ['phases', 'extra'], value: extra },
    ]);
  });
});
