import { describe, expect, it } from 'vitest';
import { partAt, withPart } from '../../../../functions/domain/plan/plan-path.ts';

const PLAN = {
  court: { name: 'Any court', helpDesk: { phone: '1' } },
  linkDomains: ['uscourts.gov'],
  phases: [
    { id: 'one', when: { days: 1 } },
    { id: 'two', when: { days: 2 } },
  ],
};

describe('partAt', () => {
  it.each([
    { path: [], value: PLAN },
    { path: ['court', 'helpDesk', 'phone'], value: '1' },
    { path: ['phases', 'two', 'when', 'days'], value: 2 },
    { path: ['phases', 'three'], value: undefined },
    { path: ['court', 'name', 'length'], value: undefined },
    { path: ['linkDomains', '0'], value: undefined },
  ])('reads $path', ({ path, value }) => {
    expect(partAt(PLAN, path)).toEqual(value);
  });
});

describe('withPart', () => {
  it('replaces a member, and leaves the others', () => {
    const next = withPart(PLAN, { at: ['court', 'helpDesk', 'phone'], part: '2' });
    expect(next).toEqual({ ...PLAN, court: { ...PLAN.court, helpDesk: { phone: '2' } } });
  });

  it('adds a member with the objects around it', () => {
    expect(withPart({}, { at: ['court', 'helpDesk', 'phone'], part: '2' })).toEqual({
      court: { helpDesk: { phone: '2' } },
    });
  });

  it('removes a member, and an object that then holds nothing', () => {
    const next = withPart(PLAN, { at: ['court', 'helpDesk', 'phone'], part: undefined });
    expect(next).toEqual({ ...PLAN, court: { name: 'Any court' } });
  });

  it('changes, adds and removes an entry of a list by its id', () => {
    const changed = withPart(PLAN, { at: ['phases', 'one', 'when', 'days'], part: 9 });
    expect(partAt(changed, ['phases'])).toEqual([{ id: 'one', when: { days: 9 } }, PLAN.phases[1]]);
    const added = withPart(PLAN, { at: ['phases', 'three'], part: { id: 'three' } });
    expect(partAt(added, ['phases'])).toEqual([...PLAN.phases, { id: 'three' }]);
    const removed = withPart(PLAN, { at: ['phases', 'one'], part: undefined });
    expect(partAt(removed, ['phases'])).toEqual([PLAN.phases[1]]);
  });

  it('leaves a list as it is where the entry to remove is not in it', () => {
    expect(withPart(PLAN, { at: ['phases', 'three'], part: undefined })).toEqual(PLAN);
  });
});
