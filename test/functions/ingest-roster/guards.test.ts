import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_LIMITS } from '../../../functions/domain/roster/hold.ts';
import type { UploadKind } from '../../../functions/domain/upload.ts';
import { holds } from '../../../functions/ingest-roster/hold.ts';
import { baseOf, check } from '../../support/roster/table.ts';

const TODAY = { today: '2018-10-29' };
const FAULTS = new URL('../../support/fixtures/faults/', import.meta.url);
const fault = (name: string) => readFileSync(new URL(name, FAULTS), 'utf8');

async function held(base: string, content: string, kind: UploadKind = 'roster') {
  const { checked } = await check(content, { ...TODAY, kind, base: await baseOf(base, TODAY) });
  return holds(checked, { rejected: 0, limits: DEFAULT_LIMITS });
}
const codes = async (...given: Parameters<typeof held>) => (await held(...given)).map(({ code }) => code);

const COLUMNS = [
  'uid',
  'last_name',
  'email',
  'user_type',
  'cmecf_status',
  'pacer_account',
  'link_status',
] as const;
/** Columns whose blank says less than these rows do. */
const KNOWN = ['user_type', 'cmecf_status', 'pacer_account', 'link_status'] as const;
type Row = Readonly<Record<(typeof COLUMNS)[number], string>>;

function roster(filers: number): Row[] {
  return Array.from({ length: filers }, (_, index) => ({
    uid: `u${index}`,
    last_name: `L${index}`,
    email: `u${index}@example.com`,
    user_type: index % 5 === 0 ? 'judge' : 'attorney',
    cmecf_status: 'inactive',
    pacer_account: 'individual',
    link_status: 'linked',
  }));
}

function csv(rows: readonly Row[], columns: readonly (keyof Row)[] = COLUMNS): string {
  return [columns, ...rows.map((row) => columns.map((column) => row[column]))]
    .map((cells) => cells.join())
    .join('\n');
}

describe('holds: facts that go backward', () => {
  it.each<[string, UploadKind]>([
    ['lost-link-blank.csv', 'roster'],
    ['lost-update-link-blank.csv', 'update'],
  ])('%s: with counts by from and to', async (name, kind) => {
    const [hold, ...others] = await held(fault('base40.csv'), fault(name), kind);
    expect(others).toEqual([]);
    expect(hold?.code).toBe('facts-lost');
    expect(hold?.reason).toContain('28 filers go from linked to account needs checking');
  });

  it('those of links-all-columns-blank.csv', async () => {
    const base = fault('roster-for-blank-update.csv').replaceAll('upgraded,,', 'upgraded,linked,2018-10-23');
    const [hold] = await held(base, fault('links-all-columns-blank.csv'), 'update');
    expect(hold).toMatchObject({
      code: 'facts-lost',
      reason: expect.stringContaining('6 of 6 filers would lose'),
    });
  });

  it.each([1, 3, 4, 7, 400, 401])(
    'is the same for blank cells and a missing column, of %d filers',
    async (count) => {
      const rows = roster(400);
      for (const column of KNOWN) {
        const blanked = rows.map((row, index) => (index < count ? { ...row, [column]: '' } : row));
        // 1 % of 400 is 4.
        expect(await codes(csv(rows), csv(blanked))).toEqual(count > 4 ? ['facts-lost'] : []);
        const named = csv(blanked.slice(0, count), ['uid', column]);
        expect(await codes(csv(rows), named, 'update')).toEqual(count > 4 ? ['facts-lost'] : []);
      }
    },
  );

  it('when any columns of any filers are blank beyond the limit, and not below it', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 600 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.uniqueArray(fc.constantFrom(...KNOWN), { minLength: 1 }),
        fc.constantFrom<UploadKind>('roster', 'update'),
        async (filers, share, columns, kind) => {
          const rows = roster(filers);
          const lost = Math.round(share * Math.min(filers, 12));
          const blank = Object.fromEntries(columns.map((column) => [column, '']));
          const next = rows.map((row, index) => (index < lost ? { ...row, ...blank } : row));
          const found = await codes(csv(rows), csv(next), kind);
          expect(found).toEqual(lost > 3 && lost * 100 > filers ? ['facts-lost'] : []);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('when a column is gone or holds another one’s values', async () => {
    const rows = roster(40);
    for (const column of KNOWN) {
      const others = COLUMNS.filter((one) => one !== column);
      expect(await codes(csv(rows), csv(rows, others))).toContain('facts-lost');
    }
    // Judges become attorneys: nothing is blank, and they would be emailed.
    const active = rows.map((row) => ({
      ...row,
      cmecf_status: 'active',
      link_status: '',
      user_type: 'judge',
    }));
    const shifted = active.map((row) => ({ ...row, user_type: 'attorney' }));
    const [hold] = await held(csv(active), csv(shifted));
    expect(hold?.reason).toContain('40 filers go from not required to link to account needs checking');
  });

  it('not for what an upload adds or corrects', async () => {
    const rows = roster(40);
    const fewer = rows.map((row) => ({ ...row, link_status: '', pacer_account: '', user_type: '' }));
    expect(await codes(csv(fewer), csv(rows))).toEqual([]);
    const other = rows.map((row) => ({ ...row, pacer_account: 'shared', link_status: 'failed' }));
    expect(await codes(csv(rows), csv(other))).toEqual([]);
  });
});

describe('holds: a version that grows, or changes addresses', () => {
  it.each([
    [299, 0, false],
    [299, 29, false],
    [299, 30, true],
    [299, 20_000, true],
    [5, 3, false],
    [5, 4, true],
  ])('%d filers and %d more: held is %s', async (before, more, isHeld) => {
    expect(await codes(csv(roster(before)), csv(roster(before + more)))).toEqual(
      isHeld ? ['filers-new'] : [],
    );
  });

  it('never a first roster', async () => {
    const { checked } = await check(csv(roster(500)), TODAY);
    expect(holds(checked, { rejected: 0, limits: DEFAULT_LIMITS })).toEqual([]);
  });

  it('when more addresses than the limit are others now, however they moved', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 200 }),
        fc.integer({ min: 0, max: 40 }),
        fc.constantFrom<UploadKind>('roster', 'update'),
        async (filers, wanted, kind) => {
          const rows = roster(filers);
          const moved = Math.min(filers, wanted);
          // Each of them has the address of the next one, as after a column that slipped by a row.
          const next = rows.map((row, index) =>
            index < moved ? { ...row, email: `u${index + 1}@example.com` } : row,
          );
          const found = await codes(csv(rows), csv(next), kind);
          expect(found).toEqual(moved > 3 && moved * 100 > 10 * filers ? ['addresses-changed'] : []);
        },
      ),
      { numRuns: 40 },
    );
  });
});

describe('holds', () => {
  it('says each reason in fewer than 300 characters, whatever the size', async () => {
    const rows = roster(2000);
    const nothing = rows.map((row, index) => ({
      ...row,
      email: index % 2 ? '' : `x${index}@example.com`,
      ...Object.fromEntries(KNOWN.map((column) => [column, ''])),
    }));
    const more = roster(9000).slice(2000);
    const found = await held(csv(rows), csv([...nothing, ...more], COLUMNS.slice(0, -1)));
    expect(found.map(({ code }) => code)).toEqual([
      'filers-new',
      'facts-lost',
      'addresses-lost',
      'addresses-changed',
      'progress-lost',
    ]);
    for (const { reason } of found) expect(reason.length).toBeLessThan(300);
  });
});
