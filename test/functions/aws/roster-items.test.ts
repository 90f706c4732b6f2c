import { describe, expect, it } from 'vitest';
import { filerOf, storedFiler } from '../../../functions/aws/roster-items.ts';
import { BLANK, CAMPAIGN_COLUMNS } from '../../../functions/domain/filer/filer.ts';

const NAMED = { filerId: '0123456789abcdef', userId: 'u1', lastName: 'Doe' };

describe('filerOf', () => {
  it('reads a filer who was stored before any of the campaign’s columns: blank, and days as long ago', () => {
    const days = CAMPAIGN_COLUMNS.filter(([, { type }]) => type === 'day').map(([, { fact }]) => fact);
    expect(days.length).toBeGreaterThan(0);
    const expected = { ...BLANK, ...NAMED, ...Object.fromEntries(days.map((fact) => [fact, '1970-01-01'])) };
    expect(filerOf(NAMED)).toEqual(expected);
    expect(filerOf(storedFiler(filerOf(NAMED)))).toEqual(expected);
  });
});
