import { describe, expect, it } from 'vitest';
import {
  courtSecond,
  courtTime,
  dateWords,
  fileTime,
  timeOfDay,
  zoneWords,
} from '../../../functions/lib/court-time.ts';

describe('courtTime', () => {
  it.each([
    ['2018-10-22T12:30:00Z', 'America/New_York', 'Mon, Oct 22, 2018, 8:30 a.m. EDT'],
    ['2018-11-05T15:00:00Z', 'America/New_York', 'Mon, Nov 5, 2018, 10:00 a.m. EST'],
    ['2018-10-22T04:00:00Z', 'America/New_York', 'Mon, Oct 22, 2018, 12:00 a.m. EDT'],
    ['2018-10-22T19:05:00Z', 'America/Phoenix', 'Mon, Oct 22, 2018, 12:05 p.m. MST'],
  ])('%s in %s is %s', (at, zone, words) => expect(courtTime(at, zone)).toBe(words));
});

describe('courtSecond', () => {
  it('is the time on the court’s clock to the second', () => {
    expect(courtSecond('2018-10-22T12:30:05Z', 'America/New_York')).toBe('Oct 22, 2018, 8:30:05 a.m. EDT');
  });
});

describe('zoneWords', () => {
  it.each([
    ['America/New_York', 'Eastern Time'],
    ['America/Phoenix', 'Mountain Standard Time'],
  ])('names %s as people do', (zone, words) => expect(zoneWords(zone)).toBe(words));
});

describe('fileTime', () => {
  it('is the wall time with its offset', () => {
    expect(fileTime('2018-07-24T13:00:00Z', 'America/New_York')).toBe('2018-07-24T09:00:00-04:00');
  });
});

describe('timeOfDay', () => {
  it.each([
    [{ hour: 0, minute: 5 }, '12:05 a.m.'],
    [{ hour: 11, minute: 59 }, '11:59 a.m.'],
    [{ hour: 12, minute: 0 }, '12:00 p.m.'],
    [{ hour: 23, minute: 30 }, '11:30 p.m.'],
  ])('%o is %s', (time, words) => expect(timeOfDay(time)).toBe(words));
});

describe('dateWords', () => {
  it.each([
    ['2014-08-11', 'August 11, 2014'],
    ['2014-08', 'August 2014'],
    ['2014', '2014'],
    ['2014-99', '2014-99'],
  ])('%s is %s', (date, words) => expect(dateWords(date)).toBe(words));
});
