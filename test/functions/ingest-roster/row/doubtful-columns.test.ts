import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fullName } from '../../../../functions/domain/filer/full-name.ts';
import { check, checkFault, told } from '../../../support/roster/table.ts';

const BAR = ['Currently registered', 'Delinquent', 'Due to reregister', 'Resigned', 'Registration pending'];

describe('a column that is not what its header seems', () => {
  it('ny-shape-uid.csv: the bar’s status is ignored with a question, and the names are kept', async () => {
    const { filers, rows } = await checkFault('ny-shape-uid.csv');
    expect(filers.map(fullName)).toEqual(['JANE Q ROE JR', 'JOHN DOE', 'ANN POE']);
    expect(filers.map(({ firm, cmecfStatus }) => [firm, cmecfStatus])).toEqual([
      ['ROE & DOE LLP', 'active'],
      [null, 'active'],
      [null, 'active'],
    ]);
    expect(told(rows)).toEqual([]);
    const { checked } = await check(
      'User ID,Last Name,Email,Status\na,Roe,a@example.com,Currently registered\n',
    );
    expect(checked.layout.problems).toEqual([
      {
        row: 1,
        column: 'Status',
        code: 'column-doubtful',
        severity: 'warning',
        found: 'Currently registered',
        expected:
          "is this the cmecf_status column? Its values don't fit, so the column is ignored. If it is, rename it cmecf_status and use the values of that column",
      },
    ]);
  });

  it('is ignored when most of its values are of something else, and read otherwise', async () => {
    const statuses = fc.array(fc.constantFrom('Active', 'inactive', '', 'N/A', ...BAR), {
      minLength: 1,
      maxLength: 12,
    });
    await fc.assert(
      fc.asyncProperty(statuses, async (values) => {
        const lines = values.map((value, index) => `u${index},Roe,u${index}@example.com,${value}`);
        const { checked, rows } = await check(`uid,last_name,email,Status\n${lines.join('\n')}\n`);
        const bar = values.filter((value) => BAR.includes(value)).length;
        const own = values.filter((value) => /^(in)?active$/i.test(value)).length;
        const isIgnored = checked.layout.problems.some(({ code }) => code === 'column-doubtful');
        expect(isIgnored).toBe(bar > own);
        expect(rows.filter(({ filer }) => filer === null)).toHaveLength(isIgnored ? 0 : bar);
      }),
      { numRuns: 50 },
    );
  });

  it('is read when it has its own name, and unknown values refuse their rows', async () => {
    const { rows } = await check('uid,last_name,email,cmecf_status\na,Roe,a@example.com,Delinquent\n');
    expect(told(rows)).toEqual(['2 cmecf_status word-unknown error']);
  });
});
