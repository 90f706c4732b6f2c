import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { UploadKind } from '../../../functions/domain/upload.ts';
import { progressAsOf } from '../../../functions/ingest-roster/progress-age.ts';
import { baseOf, check } from '../../support/roster/table.ts';

const FAULTS = new URL('../../support/fixtures/faults/', import.meta.url);
const fault = (name: string) => readFileSync(new URL(name, FAULTS), 'utf8');

const UPLOADED = '2018-10-29T12:00:00Z';
/** The start of that day in New York, which is still at daylight-saving time then. */
const startOf = (day: string) => `${day}T04:00:00Z`;

interface Given {
  readonly base?: string | null;
  readonly kind?: UploadKind;
  readonly baseAsOf?: string | null;
  /** The day on which the base came in. */
  readonly baseDay?: string;
  readonly pivotDate?: string | null;
}

async function asOf(
  content: string,
  {
    base = null,
    kind = base ? 'update' : 'roster',
    baseAsOf = null,
    baseDay,
    pivotDate = '2018-10-22',
  }: Given = {},
) {
  const from = base === null ? null : await baseOf(base, { today: baseDay ?? '2018-07-24', pivotDate });
  const { checked } = await check(content, { kind, today: '2018-10-29', pivotDate, base: from });
  return progressAsOf(checked, {
    base: { progressAsOf: baseAsOf },
    uploadedAt: UPLOADED,
    since: pivotDate,
    zone: 'America/New_York',
  });
}

const HEADER = 'uid,last_name,email,link_status,link_as_of\n';
const roster = (rows: readonly string[]) =>
  HEADER + rows.map((said, index) => `u${index},L,u${index}@example.com,${said}\n`).join('');
const update = (rows: readonly string[]) =>
  `uid,link_status,link_as_of\n${rows.map((said, index) => `u${index},${said}\n`).join('')}`;
const times = (count: number, said: string) => Array.from({ length: count }, () => said);
const UNSAID = roster(times(10, ','));

describe('progressAsOf', () => {
  it.each<[what: string, content: string, given: Given, expected: string | null]>([
    ['a blank day is the upload’s', roster(times(3, 'unlinked,')), {}, UPLOADED],
    [
      'no column of days neither',
      'uid,last_name,email,link_status\na,A,a@example.com,unlinked\n',
      {},
      UPLOADED,
    ],
    ['status of a week ago, in a roster', fault('stale.csv'), {}, startOf('2018-10-22')],
    [
      'status of a week ago, in an update',
      fault('links-a-week-old.csv'),
      { base: fault('stale.csv'), baseDay: '2018-10-23', baseAsOf: '2018-10-29T10:00:00Z' },
      startOf('2018-10-22'),
    ],
    ['without the status nothing is known', 'uid,last_name,email\na,A,a@example.com\n', {}, null],
    [
      'an update without it keeps what was known',
      'uid,firm\nu1,Firm\n',
      { base: UNSAID, baseAsOf: startOf('2018-10-23') },
      startOf('2018-10-23'),
    ],
    [
      'a day without its status says nothing',
      'uid,link_as_of\nu1,2018-10-29\nu2,\n',
      { base: UNSAID, baseAsOf: startOf('2018-10-23') },
      startOf('2018-10-23'),
    ],
    [
      'a list of who has linked speaks of the others, as of its newest day',
      update(['linked,2018-10-22', 'failed,2018-10-23', 'linked,2018-10-28']),
      { base: UNSAID },
      startOf('2018-10-28'),
    ],
    [
      'but not of those who were looked up on a day of their own since go-live',
      update(['linked,2018-10-28']),
      { base: roster([...times(5, ','), ...times(5, 'unlinked,2018-10-23')]), baseDay: '2018-10-24' },
      startOf('2018-10-23'),
    ],
    [
      'the oldest of those to be mailed counts, not the newest',
      roster([...times(5, 'unlinked,2018-10-23'), ...times(50, 'unlinked,2018-10-28')]),
      {},
      startOf('2018-10-23'),
    ],
    [
      'one in a hundred doesn’t',
      roster(['unlinked,2018-10-23', ...times(99, 'unlinked,2018-10-28')]),
      {},
      startOf('2018-10-28'),
    ],
    [
      'who has linked may have done so long ago',
      roster([...times(50, 'linked,2018-10-22'), ...times(5, 'unlinked,')]),
      {},
      UPLOADED,
    ],
    [
      'when all have linked, the newest day counts',
      roster([...times(5, 'linked,2018-10-22'), ...times(5, 'linked,2018-10-24')]),
      {},
      startOf('2018-10-24'),
    ],
    [
      'who can’t be mailed doesn’t count',
      `${roster(times(5, 'unlinked,2018-10-28'))}x,X,,unlinked,2018-10-22\n`,
      {},
      startOf('2018-10-28'),
    ],
    [
      'while no pivot is announced, as well',
      roster(times(5, 'unlinked,2018-10-22')),
      { pivotDate: null },
      startOf('2018-10-22'),
    ],
  ])('%s', async (_what, content, given, expected) => {
    expect(await asOf(content, given)).toBe(expected);
  });

  it('is never newer than the data of more than one in a hundred filers who would be mailed', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 0, max: 7 }), { minLength: 1, maxLength: 150 }),
        fc.constantFrom<UploadKind>('roster', 'update'),
        async (ages, kind) => {
          const days = ages.map((age) => `2018-10-${29 - age}`);
          const said = days.map((day) => `unlinked,${day}`);
          const content = kind === 'roster' ? roster(said) : update(said);
          const given =
            kind === 'roster' ? {} : { base: roster(times(ages.length, ',')), baseAsOf: UPLOADED };
          const found = (await asOf(content, given))!.slice(0, 10);
          const older = days.filter((day) => day < found).length;
          expect(older).toBeLessThanOrEqual(ages.length / 100);
          expect(days).toContain(found);
        },
      ),
      { numRuns: 40 },
    );
  });
});
