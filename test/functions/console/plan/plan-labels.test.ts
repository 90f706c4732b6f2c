import { describe, expect, it } from 'vitest';
import { momentLabel, wallTimeLabel } from '../../../../functions/console/plan/plan-labels.ts';

describe('momentLabel', () => {
  it.each([
    [{ days: -90, anchor: 'go-live', at: '09:00' }, '90 days before go-live, 9:00 a.m.'],
    [{ days: 0, anchor: 'go-live', at: '12:00' }, 'On the day of go-live, 12:00 p.m.'],
    [{ days: -1, anchor: 'outage-start', at: '00:05' }, '1 day before the filing outage’s start, 12:05 a.m.'],
    [{ days: 0, anchor: 'outage-end', at: '08:45' }, 'On the day of the filing outage’s end, 8:45 a.m.'],
    [{ days: 2, anchor: 'outage-end', at: '17:30' }, '2 days after the filing outage’s end, 5:30 p.m.'],
  ] as const)('says %j as %s', (moment, words) => {
    expect(momentLabel(moment)).toBe(words);
  });
});

describe('wallTimeLabel', () => {
  it('names day, date and time of the court', () => {
    expect(wallTimeLabel('2018-10-22T08:30')).toBe('Mon, Oct 22, 2018, 8:30 a.m.');
  });
});
