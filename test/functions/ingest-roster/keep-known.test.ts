import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_LIMITS } from '../../../functions/domain/roster/hold.ts';
import type { UploadKind } from '../../../functions/domain/upload.ts';
import { holds } from '../../../functions/ingest-roster/hold.ts';
import { baseOf, check } from '../../support/roster/table.ts';

const HEADER =
  'uid,last_name,email,firm,user_type,cmecf_status,pacer_account,pacer_account_type,nextgen_elsewhere,link_status,link_as_of';
const BASE = `${HEADER}\na,Abel,a@example.com,Firm,judge,inactive,individual,upgraded,y,linked,2018-10-23\n`;
const KEPT = {
  email: 'a@example.com',
  firm: 'Firm',
  userType: 'judge',
  cmecfStatus: 'inactive',
  pacerAccounts: ['individual'],
  pacerAccountType: 'upgraded',
  nextgenElsewhere: true,
  linkStatus: 'linked',
  linkAsOf: '2018-10-23',
};
const TODAY = { today: '2018-10-29' };

async function kept(content: string, kind: UploadKind = 'roster') {
  const base = await baseOf(BASE, TODAY);
  const { rows, checked } = await check(content, { ...TODAY, kind, base, keepsKnown: true });
  return { filers: rows.map(({ filer }) => filer), problems: rows.flatMap((row) => row.problems), checked };
}

describe('a file that is read keeping what was known', () => {
  it.each<[what: string, content: string, kind: UploadKind, changes: object]>([
    ['blank cells', `${HEADER}\na,Abel,,,,,,,,,\n`, 'roster', {}],
    ['missing columns', 'uid,last_name,email\na,Abel,\n', 'roster', {}],
    ['blank cells of an update', 'uid,user_type,link_status,link_as_of\na,,,\n', 'update', {}],
    ['a day without its status', 'uid,link_status,link_as_of\na,,2018-10-29\n', 'update', {}],
    ['unknown, and what can’t be read', 'uid,user_type,pacer_account_type\na,unknown,???\n', 'update', {}],
    [
      'what is said',
      'uid,cmecf_status,link_status,firm\na,active,unlinked,Other\n',
      'update',
      { cmecfStatus: 'active', linkStatus: 'unlinked', linkAsOf: '2018-10-29', firm: 'Other' },
    ],
  ])('has %s', async (_what, content, kind, changes) => {
    const { filers, problems } = await kept(content, kind);
    expect(filers).toMatchObject([{ ...KEPT, ...changes }]);
    expect(problems.filter(({ code }) => code === 'email-missing')).toEqual([]);
  });

  it('has new filers as they are, with the upload’s day', async () => {
    const { filers, problems } = await kept('uid,last_name,email,link_status\na,Abel,,\nb,Baker,,\n');
    expect(filers).toMatchObject([KEPT, { userId: 'b', linkStatus: 'unlinked', linkAsOf: '2018-10-29' }]);
    expect(problems.map(({ row, code }) => [row, code])).toEqual([[3, 'email-missing']]);
  });

  it('forgets nothing, whichever cells are blank', async () => {
    const columns = HEADER.split(',').slice(2);
    const cells = BASE.split('\n')[1]!.split(',').slice(2);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.boolean(), { minLength: columns.length, maxLength: columns.length }),
        fc.constantFrom<UploadKind>('roster', 'update'),
        async (blank, kind) => {
          const row = cells.map((cell, index) => (blank[index] ? '' : cell));
          const { filers, checked } = await kept(`${HEADER}\na,Abel,${row.join()}\n`, kind);
          expect(filers[0]).toMatchObject({ ...KEPT, linkAsOf: expect.any(String) });
          expect(checked.ledger.totals().backward).toBe(0);
          expect(holds(checked, { rejected: 0, limits: { ...DEFAULT_LIMITS, fewFilers: 0 } })).toEqual([]);
        },
      ),
      { numRuns: 60 },
    );
  });
});
