import { describe, expect, it } from 'vitest';
import { planSchema } from '../../../functions/domain/plan/plan.ts';
import { DEFAULT_LIMITS } from '../../../functions/domain/roster/hold.ts';
import type { UploadKind } from '../../../functions/domain/upload.ts';
import { holds } from '../../../functions/ingest-roster/hold.ts';
import { aPlanInput } from '../../support/builders/plan.ts';
import { baseOf, check } from '../../support/roster/table.ts';

const HEADER = 'uid,last_name,email,status,user_type\n';
/** A row each: `a` has an address, `a-` none, `a?` one that can't be used; `i` and `j` are of whom no phase is for. */
function table(words: string): string {
  return (
    HEADER +
    words
      .split(' ')
      .map((word) => {
        const [, id = '', mark = ''] = /^(\w+)([-?]?)$/.exec(word)!;
        const email = { '-': '', '?': `${id} at example`, '': `${id}@example.com` }[mark];
        return `${id},Name,${email},${id.startsWith('i') ? 'inactive' : ''},${id.startsWith('j') ? 'judge' : ''}\n`;
      })
      .join('')
  );
}

interface Case {
  readonly name: string;
  /** The active roster; `null` for none. */
  readonly base: string | null;
  readonly kind?: UploadKind;
  readonly content: string;
  readonly maxUnreachablePercent?: number;
  /** `lost of concerned`, `null` when it isn't held. */
  readonly held: string | null;
}

/** Limits that nothing exceeds. */
const ANY = {
  ...DEFAULT_LIMITS,
  maxRejectedPercent: 100,
  maxGonePercent: 100,
  maxNewPercent: 100,
};

const FOUR = table('a b c d');
const CASES: readonly Case[] = [
  { name: 'everybody has an address', base: null, content: FOUR, held: null },
  { name: 'as many without as are allowed', base: null, content: table('a b c d-'), held: null },
  { name: 'more without than are allowed', base: null, content: table('a b c- d?'), held: '2 of 4' },
  { name: 'nobody has one', base: null, content: table('a- b?'), held: '2 of 2' },
  { name: 'of whom no phase is for', base: null, content: table('a i1- i2- j1- j2?'), held: null },
  { name: 'nobody but them', base: null, content: table('i1- j1-'), held: null },
  {
    name: 'they make the share no smaller',
    base: null,
    content: table('a b c- i1 i2 i3 j1'),
    held: '1 of 3',
  },
  { name: 'they had none before', base: table('a b- c- d-'), content: table('a b? c- d-'), held: null },
  { name: 'some had one before', base: FOUR, content: table('a b? c- d'), held: '2 of 4' },
  { name: 'they are new', base: FOUR, content: table('a b c d e- f-'), held: '2 of 6' },
  { name: 'they are gone', base: FOUR, content: table('a b'), held: null },
  { name: 'others have one now', base: table('a- b- c d'), content: table('a b c- d?'), held: '2 of 4' },
  {
    name: 'the plan allows it',
    base: FOUR,
    content: table('a b? c- d'),
    maxUnreachablePercent: 50,
    held: null,
  },
  {
    name: 'the plan allows none',
    base: FOUR,
    content: table('a b c d-'),
    maxUnreachablePercent: 0,
    held: '1 of 4',
  },
  {
    name: 'an update takes them',
    base: FOUR,
    kind: 'update',
    content: 'uid,email\na,\nb,#N/A\n',
    held: '2 of 4',
  },
  { name: 'an update takes few', base: FOUR, kind: 'update', content: 'uid,email\na,\n', held: null },
  {
    name: 'an update leaves them alone',
    base: table('a b- c- d-'),
    kind: 'update',
    content: 'uid,firm\nb,B\nc,C\nd,D\n',
    held: null,
  },
];

describe('holds', () => {
  it.each(CASES)('$held of addresses lost when $name', async (given) => {
    const { kind = 'roster', maxUnreachablePercent = 25 } = given;
    const limits = { ...ANY, maxUnreachablePercent };
    const base = given.base === null ? null : await baseOf(given.base);
    const { checked } = await check(given.content, { kind, base });
    const found = holds(checked, { rejected: 0, limits });
    expect(found.map(({ code }) => code)).toEqual(given.held === null ? [] : ['addresses-lost']);
    for (const { reason } of found)
      expect(reason).toMatch(new RegExp(`^${given.held} filers to be emailed have`));
  });

  it('has the limits of a plan that names none, while there is no plan', () => {
    expect(planSchema.parse(aPlanInput()).roster).toMatchObject(DEFAULT_LIMITS);
  });
});
