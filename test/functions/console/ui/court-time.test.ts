import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { courtTime, fromNow, lengthInWords } from '../../../../functions/console/ui/court-time.ts';

describe('courtTime', () => {
  it.each([
    ['2018-10-22T12:30:00Z', 'America/New_York', 'Mon, Oct 22, 2018, 8:30 a.m. EDT'],
    ['2018-11-05T15:00:00Z', 'America/New_York', 'Mon, Nov 5, 2018, 10:00 a.m. EST'],
    ['2018-10-22T04:00:00Z', 'America/New_York', 'Mon, Oct 22, 2018, 12:00 a.m. EDT'],
    ['2018-10-22T19:05:00Z', 'America/Phoenix', 'Mon, Oct 22, 2018, 12:05 p.m. MST'],
  ])('%s in %s is %s', (at, zone, words) => expect(courtTime(at, zone)).toBe(words));
});

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

describe('lengthInWords', () => {
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
  ])('%d ms is %s', (milliseconds, words) => expect(lengthInWords(milliseconds)).toBe(words));
});

describe('fromNow', () => {
  const now = Temporal.Instant.from('2018-10-22T12:00:00Z');
  it.each([
    ['2018-10-22T12:30:00Z', 'in 30 minutes'],
    ['2018-10-22T11:30:00Z', '30 minutes ago'],
  ])('%s is %s', (at, words) => expect(fromNow(at, now)).toBe(words));
});
