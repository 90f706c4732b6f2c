import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { headerDate, wallMoment } from '../../../functions/lib/moment-words.ts';

describe('wallMoment', () => {
  it.each([
    ['2018-10-19T08:30', 'America/New_York', 'Friday, October 19, 2018, at 8:30 a.m. Eastern Time'],
    ['2018-11-05T16:05', 'America/Chicago', 'Monday, November 5, 2018, at 4:05 p.m. Central Time'],
    ['2019-01-02T12:00', 'America/Anchorage', 'Wednesday, January 2, 2019, at noon Alaska Time'],
    [
      '2019-01-02T12:30',
      'America/Phoenix',
      'Wednesday, January 2, 2019, at 12:30 p.m. Mountain Standard Time',
    ],
    [
      '2019-01-02T00:00',
      'Pacific/Guam',
      'Wednesday, January 2, 2019, at midnight Chamorro Standard Time (the start of the day)',
    ],
    [
      '2019-01-02T00:15',
      'America/Puerto_Rico',
      'Wednesday, January 2, 2019, at 12:15 a.m. Atlantic Standard Time',
    ],
  ])('says %s in %s with weekday and zone', (wall, zone, words) => {
    expect(wallMoment(wall, zone).at).toBe(words);
  });

  it('has the day and the date alone', () => {
    expect(wallMoment('2018-10-19T08:30', 'America/New_York')).toMatchObject({
      day: 'Friday, October 19, 2018',
      date: 'October 19, 2018',
    });
  });
});

describe('headerDate', () => {
  it.each([
    ['2018-10-19T12:30:05Z', 'America/New_York', 'Fri, 19 Oct 2018 08:30:05 -0400'],
    ['2018-11-05T03:30:00Z', 'America/New_York', 'Sun, 04 Nov 2018 22:30:00 -0500'],
    ['2019-01-01T12:00:00Z', 'Pacific/Guam', 'Tue, 01 Jan 2019 22:00:00 +1000'],
  ])('says %s in %s by RFC 5322', (instant, zone, date) => {
    expect(headerDate(Temporal.Instant.from(instant).toZonedDateTimeISO(zone))).toBe(date);
  });
});
