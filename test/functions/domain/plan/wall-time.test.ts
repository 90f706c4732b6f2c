import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { isRegion, resolveWallTime } from '../../../../functions/domain/plan/wall-time.ts';
import { aZonedWallTime, momentsOf } from '../../../support/builders/wall-time.ts';

describe('resolveWallTime', () => {
  it.each<[wall: string, zone: string, why: 'skipped' | 'repeated', next: string]>([
    ['2018-03-11T02:00', 'America/New_York', 'skipped', '2018-03-11T03:00'],
    ['2018-03-11T02:59', 'America/New_York', 'skipped', '2018-03-11T03:00'],
    ['2018-11-04T01:00', 'America/New_York', 'repeated', '2018-11-04T02:00'],
    ['2018-11-04T01:59', 'America/New_York', 'repeated', '2018-11-04T02:00'],
    ['2018-10-07T02:10', 'Australia/Lord_Howe', 'skipped', '2018-10-07T02:30'],
    ['2018-04-01T01:45', 'Australia/Lord_Howe', 'repeated', '2018-04-01T02:00'],
    ['2018-11-04T00:30', 'America/Sao_Paulo', 'skipped', '2018-11-04T01:00'],
    ['2018-02-17T23:30', 'America/Sao_Paulo', 'repeated', '2018-02-18T00:00'],
    ['2011-12-30T12:00', 'Pacific/Apia', 'skipped', '2011-12-31T00:00'],
  ])('%s in %s is %s', (wall, zone, why, next) => {
    const answer = resolveWallTime(Temporal.PlainDateTime.from(wall), zone);
    expect(answer).toMatchObject({ ok: false, why });
    expect(answer.ok ? '' : answer.next.toString({ smallestUnit: 'minute' })).toBe(next);
  });

  it('finds the one moment of any wall time in any zone, or the next wall time that has one', () => {
    fc.assert(
      fc.property(aZonedWallTime, ({ zone, wall }) => {
        const answer = resolveWallTime(wall, zone);
        const moments = momentsOf(wall, zone);
        expect(answer.ok).toBe(moments.length === 1);
        if (answer.ok) {
          expect(answer.at.epochMilliseconds).toBe(moments[0]);
          return;
        }
        expect(answer.why).toBe(moments.length === 0 ? 'skipped' : 'repeated');
        expect(momentsOf(answer.next, zone)).toHaveLength(1);
        expect(Temporal.PlainDateTime.compare(answer.next, wall)).toBe(1);
        expect(momentsOf(answer.next.subtract({ minutes: 1 }), zone)).not.toHaveLength(1);
      }),
      { numRuns: 1500 },
    );
  });
});

describe('isRegion', () => {
  it.each([
    ['America/New_York', true],
    ['US/Eastern', true],
    ['Pacific/Guam', true],
    ['America/Puerto_Rico', true],
    ['UTC', false],
    ['EST', false],
    ['EST5EDT', false],
    ['Etc/GMT+5', false],
    ['america/new_york', false],
    ['Eastern', false],
    ['EDT', false],
    ['-05:00', false],
    ['', false],
    [' America/New_York', false],
  ])('of "%s" is %s', (name, answer) => {
    expect(isRegion(name)).toBe(answer);
  });
});
