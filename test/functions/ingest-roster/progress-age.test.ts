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
      update(['linked,2018-10-22', 'failed,2018-10-23', 'linked,2018-10-24', 'linked,2018-10-28']),
      { base: UNSAID },
      startOf('2018-10-28'),
    ],
    [
      'but not of those who were looked up on a day of their own since go-live',
      update(times(4, 'linked,2018-10-28')),
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

  const NOT_YET = 'unlinked,2018-07-24';
  const NONE_YET = roster(times(10, NOT_YET));
  const LINKED = roster([...times(40, 'linked,2018-10-22'), ...times(60, NOT_YET)]);
  const AS_BEFORE = startOf('2018-10-24');
  it.each<[what: string, content: string, base: string, expected: string]>([
    ['one line', update(['linked,2018-10-29']), NONE_YET, AS_BEFORE],
    ['one line with a blank day', update(['linked,']), NONE_YET, AS_BEFORE],
    ['one line on top of a list', `uid,link_status,link_as_of\nu50,linked,2018-10-29\n`, LINKED, AS_BEFORE],
    ['three lines of ten filers', update(times(3, 'linked,')), NONE_YET, AS_BEFORE],
    ['four lines of a hundred filers', update(times(4, 'linked,')), roster(times(100, NOT_YET)), AS_BEFORE],
    ['five lines of a hundred filers', update(times(5, 'linked,')), roster(times(100, NOT_YET)), UPLOADED],
    ['one filer fewer than are known to have linked', update(times(39, 'linked,')), LINKED, AS_BEFORE],
    ['as many as are known to have linked', update(times(40, 'linked,')), LINKED, UPLOADED],
    ['more than are known to have linked', update(times(55, 'linked,')), LINKED, UPLOADED],
    [
      'all who are known to have linked, but none of those who failed or are dated too early',
      update(times(40, 'linked,')),
      roster([
        ...times(40, 'linked,2018-10-22'),
        'failed,2018-10-23',
        'linked,2018-07-01',
        ...times(58, NOT_YET),
      ]),
      UPLOADED,
    ],
    [
      'as many, but others',
      `uid,link_status\n${times(40, '')
        .map((_, index) => `u${index + 20},linked\n`)
        .join('')}`,
      LINKED,
      AS_BEFORE,
    ],
    ['only filers who have not linked', update(times(8, 'unlinked,')), NONE_YET, AS_BEFORE],
    ['nearly every filer, linked or not', update(times(9, 'unlinked,')), NONE_YET, UPLOADED],
    [
      'half the roster, linked or not',
      update([...times(30, 'linked,'), ...times(20, 'unlinked,')]),
      roster(times(100, NOT_YET)),
      AS_BEFORE,
    ],
    [
      'a list of who has linked, with one filer who has not after all',
      update([...times(40, 'linked,'), 'unlinked,']),
      LINKED,
      UPLOADED,
    ],
    [
      'nearly every filer, though the others have days of their own since go-live',
      update(times(9, 'unlinked,')),
      roster(times(10, 'unlinked,2018-10-23')),
      UPLOADED,
    ],
    ['every filer, linked or not', update(times(10, 'unlinked,')), NONE_YET, UPLOADED],
    [
      'all who are known to have linked, but one whose account is closed',
      `uid,link_status,status\nu0,linked,\n${times(39, '')
        .map((_, index) => `u${index + 1},linked,\n`)
        .join('')}`.replace('u0,linked,', 'u0,linked,inactive'),
      LINKED,
      UPLOADED,
    ],
  ])('an update of %s', async (_what, content, base, expected) => {
    expect(await asOf(content, { base, baseDay: '2018-10-24', baseAsOf: AS_BEFORE })).toBe(expected);
  });

  it('stays unknown when a list of few filers is the first to say anything', async () => {
    expect(await asOf(update(['linked,2018-10-29']), { base: UNSAID, baseAsOf: null })).toBeNull();
  });

  it('is renewed by a list only when that names everyone who is known to have linked, and more than a few', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 120 }),
        fc.integer({ min: 0, max: 120 }),
        fc.uniqueArray(fc.integer({ min: 0, max: 119 }), { minLength: 1 }),
        async (filers, wanted, named) => {
          const known = Math.min(wanted, filers);
          const base = roster(times(filers, '').map((_, at) => (at < known ? 'linked,2018-10-22' : NOT_YET)));
          const listed = named.filter((at) => at < filers);
          fc.pre(listed.length > 0 && listed.length < filers);
          const content = `uid,link_status\n${listed.map((at) => `u${at},linked\n`).join('')}`;
          const missing = times(known, '').filter((_, at) => !listed.includes(at)).length;
          const isList = listed.length > 3 && listed.length * 20 >= filers && missing * 100 <= known;
          const isFull = isList || listed.length * 10 >= filers * 9;
          const isDone = new Set([...listed, ...times(known, '').keys()]).size === filers;
          const found = await asOf(content, { base, baseDay: '2018-10-24', baseAsOf: AS_BEFORE });
          expect(found).toBe(isFull || isDone ? UPLOADED : AS_BEFORE);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('is never newer than the data of more than one in a hundred filers who would be emailed', async () => {
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
