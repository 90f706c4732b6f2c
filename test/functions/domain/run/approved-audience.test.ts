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
    const hash = await audienceHash(audienceOf(was, plan));
    const approved = { audience: audienceOf(was, plan), hash };
    expect(await compareAudience(audienceOf(now, plan), approved)).toEqual({ added, addressChanged });
  });

  it('attack: the stored roster that was approved is changed later; nothing counts as approved', async () => {
    const hash = await audienceHash(audienceOf(was));
    const changed: Row[] = [...was, ['d', 'd@example.com']];
    expect(await compareAudience(audienceOf(changed), { audience: audienceOf(changed), hash })).toBeNull();
  });
});
