import { BLANK, CAMPAIGN_COLUMNS, type Filer } from './filer.ts';

/** A filer of whom nothing is known. */
export function anyFiler(): Filer {
  const days = CAMPAIGN_COLUMNS.filter(([, { type }]) => type === 'day');
  return {
    ...BLANK,
    filerId: '0'.repeat(16),
    userId: 'any',
    lastName: 'Any',
    ...Object.fromEntries(days.map(([, { fact }]) => [fact, '2018-01-01'])),
  } as Filer;
}
