import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { formatDuration, fromNow } from '../../../../functions/console/ui/duration.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

describe('formatDuration', () => {
  it.each([
    [0, 'less than a minute'],
    [59_999, 'less than a minute'],
    [MINUTE, '1 minute'],
    [HOUR, '1 hour'],
    [HOUR + MINUTE, '1 hour 1 minute'],
    [DAY + 59 * MINUTE, '1 day'],
    [3 * DAY + 4 * HOUR, '3 days 4 hours'],
    [7 * DAY + 23 * HOUR, '7 days'],
    [-2 * HOUR, '2 hours'],
  ])('%d ms is %s', (milliseconds, words) => expect(formatDuration(milliseconds)).toBe(words));
});

describe('fromNow', () => {
  const now = Temporal.Instant.from('2018-10-22T12:00:00Z');
  it.each([
    ['2018-10-22T12:30:00Z', 'in 30 minutes'],
    ['2018-10-22T11:30:00Z', '30 minutes ago'],
  ])('%s is %s', (at, words) => expect(fromNow(at, now)).toBe(words));
});
