import { describe, expect, it } from 'vitest';
import type { Filer } from '../../../../functions/domain/filer/filer.ts';
import {
  addressees,
  audienceHash,
  compareAudience,
} from '../../../../functions/domain/run/approved-audience.ts';
import { aFiler } from '../../../support/builders/filer.ts';
import { aPlan } from '../../../support/builders/plan.ts';

const PLAN = aPlan();
const WITH_SECONDARY = aPlan({ sending: { secondaryAddresses: true } });
const { kind } = PLAN.phases[0]!;

type Row = [id: string, email: string | null, secondary?: string];

async function* rosterOf(rows: readonly Row[]): AsyncIterable<Filer> {
  for (const [id, email, secondary] of rows) {
    yield aFiler({
      filerId: id.padEnd(16, '0'),
      email,
      secondaryEmails: secondary ? [secondary] : [],
    });
  }
}

const audienceOf = (rows: readonly Row[], plan = PLAN) => addressees(rosterOf(rows), { kind, plan });

/** An audience as it was approved, of which now is `left`. */
async function approvedOf(was: readonly Row[], { left = was, plan = PLAN, erased = 0 }) {
  const approval = { ...(await audienceHash(audienceOf(was, plan))), erased: 3 };
  return { audience: audienceOf(left, plan), approval, erased: () => Promise.resolve(3 + erased) };
}

describe('compareAudience', () => {
  const was: Row[] = [
    ['a', 'a@example.com', 'a2@example.com'],
    ['b', 'b@example.com'],
    ['c', 'c@example.com'],
  ];
  it.each<[string, Row[], typeof PLAN, number, number]>([
    ['the same', was, PLAN, 0, 0],
    ['filers who left', was.slice(1, 2), PLAN, 0, 0],
    ['no one left', [], PLAN, 0, 0],
    [
      'one more at the end, one in front',
      [['0', 'z@example.com'], ...was, ['d', 'd@example.com']],
      PLAN,
      2,
      0,
    ],
    ['another address', [['a', 'x@example.com', 'a2@example.com'], ...was.slice(1)], PLAN, 0, 1],
    ['an address in other letters', [['a', 'A@example.com', 'a2@example.com'], ...was.slice(1)], PLAN, 0, 1],
    ['a filer whose address is gone', [['a', null], ...was.slice(1)], PLAN, 0, 0],
    [
      'a secondary address that is never mailed',
      [['a', 'a@example.com', 'x@example.com'], ...was.slice(1)],
      PLAN,
      0,
      0,
    ],
    [
      'another secondary address, where those are mailed',
      [['a', 'a@example.com', 'x@example.com'], ...was.slice(1)],
      WITH_SECONDARY,
      0,
      1,
    ],
  ])('finds of %s what was added and changed', async (_what, now, plan, added, addressChanged) => {
    const approved = await approvedOf(was, { plan });
    expect(await compareAudience(audienceOf(now, plan), approved)).toEqual({ added, addressChanged });
  });

  it.each<[string, Row[], number, object | null]>([
    ['one, who is', was.slice(1), 1, { added: 0, addressChanged: 0 }],
    ['one of another state', was, 1, { added: 0, addressChanged: 0 }],
    ['two, and one isn’t there', was.slice(1), 2, { added: 0, addressChanged: 0 }],
    ['one, and two aren’t there', was.slice(2), 1, null],
    ['none, and one isn’t there', was.slice(1), 0, null],
    ['one, and an address is another', [['a', 'x@example.com', 'a2@example.com'], ...was.slice(1)], 1, null],
  ])('takes an approved roster of which were erased %s', async (_what, left, erased, change) => {
    const approved = await approvedOf(was, { left, erased });
    expect(await compareAudience(audienceOf(left), approved)).toEqual(change);
  });

  it('finds an erased filer who is named again to be new', async () => {
    const approved = await approvedOf(was, { left: was.slice(1), erased: 1 });
    expect(await compareAudience(audienceOf(was), approved)).toEqual({ added: 1, addressChanged: 0 });
  });

  it('attack: the stored roster that was approved is changed later; nothing counts as approved', async () => {
    const changed: Row[] = [...was, ['d', 'd@example.com']];
    const approved = await approvedOf(was, { left: changed, erased: 1 });
    expect(await compareAudience(audienceOf(changed), approved)).toBeNull();
  });
});
