import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { recurrence } from '../../../../local/cloud/events/schedule-expression.ts';

const NEW_YORK = 'America/New_York';
const START = Temporal.Instant.from('2018-01-01T00:00:00Z');

function next(expression: string, { zone = NEW_YORK, from = '2018-01-01T00:00:00Z' } = {}): string | null {
  const found = recurrence(expression, { zone, start: START })?.nextFrom(Temporal.Instant.from(from));
  return found?.toString() ?? null;
}

describe('recurrence', () => {
  it.each([
    ['in winter', 'at(2018-11-05T10:00:00)', NEW_YORK, '2018-11-05T15:00:00Z'],
    ['in summer', 'at(2018-07-24T09:00:00)', NEW_YORK, '2018-07-24T13:00:00Z'],
    [
      'on the day that the clocks go back, before',
      'at(2018-11-04T00:30:00)',
      NEW_YORK,
      '2018-11-04T04:30:00Z',
    ],
    ['at an hour that comes twice: the first', 'at(2018-11-04T01:30:00)', NEW_YORK, '2018-11-04T05:30:00Z'],
    [
      'on the day that the clocks go back, after',
      'at(2018-11-04T09:00:00)',
      NEW_YORK,
      '2018-11-04T14:00:00Z',
    ],
    [
      'at an hour that is left out: as much later',
      'at(2018-03-11T02:30:00)',
      NEW_YORK,
      '2018-03-11T07:30:00Z',
    ],
    [
      'in Phoenix, which keeps its time',
      'at(2018-07-24T09:00:00)',
      'America/Phoenix',
      '2018-07-24T16:00:00Z',
    ],
    ['in Guam, a day ahead', 'at(2018-07-24T09:00:00)', 'Pacific/Guam', '2018-07-23T23:00:00Z'],
  ])('at, %s', (_, expression, zone, expected) => {
    expect(next(expression, { zone })).toBe(expected);
  });

  it('at is due once', () => {
    expect(next('at(2018-07-24T09:00:00)', { from: '2018-07-24T13:00:00Z' })).toBe('2018-07-24T13:00:00Z');
    expect(next('at(2018-07-24T09:00:00)', { from: '2018-07-24T13:00:00.001Z' })).toBeNull();
  });

  it.each([
    ['its start', '2018-01-01T00:00:00Z', '2018-01-01T00:00:00Z'],
    ['a moment later', '2018-01-01T00:00:00.001Z', '2018-01-01T00:05:00Z'],
    ['months later', '2018-07-24T13:02:00Z', '2018-07-24T13:05:00Z'],
    ['before its start', '2017-12-31T00:00:00Z', '2018-01-01T00:00:00Z'],
  ])('rate, seen from %s', (_, from, expected) => {
    expect(next('rate(5 minutes)', { from })).toBe(expected);
  });

  it.each([
    ['a date without time', 'at(2018-07-24)'],
    ['a date that is none', 'at(2018-02-30T09:00:00)'],
    ['another form', 'every 5 minutes'],
    ['a rate of nothing', 'rate(0 minutes)'],
    ['an unknown unit', 'rate(5 fortnights)'],
    ['cron, which Crier does not use', 'cron(0 9 * * ? *)'],
  ])('gives null for %s', (_, expression) => {
    expect(recurrence(expression, { zone: NEW_YORK, start: START })).toBeNull();
  });

  it('gives null for a zone that is none', () => {
    expect(recurrence('at(2018-07-24T09:00:00)', { zone: 'America/Gotham', start: START })).toBeNull();
  });
});
