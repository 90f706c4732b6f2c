import { describe, expect, it } from 'vitest';
import { partsOf, readAlarm, readComposite } from '../../../local/drill/alarm-state.ts';
import type { MetricAlarm } from '../../../local/drill/alarms.ts';
import { metricStore } from '../../../local/drill/metrics.ts';

const METRIC = { namespace: 'Crier/test', name: 'Lines', dimensions: {} };
const ALARM: MetricAlarm = {
  title: 'Lines',
  arn: 'arn:1',
  metric: METRIC,
  statistic: 'Sum',
  periodSeconds: 60,
  periods: 1,
  threshold: 3,
  comparison: 'GreaterThanOrEqualToThreshold',
  missing: 'notBreaching',
};

/** Reads an alarm over some minutes, with the data of each minute. */
function reading(alarm: Partial<MetricAlarm>, minutes: readonly (readonly number[])[]) {
  const store = metricStore();
  for (const [minute, values] of minutes.entries())
    for (const value of values) store.add(METRIC, { at: minute * 60_000 + 1, value });
  return readAlarm({ ...ALARM, ...alarm }, { from: 0, to: minutes.length * 60_000 }, store);
}

describe('readAlarm', () => {
  it.each<[string, Partial<MetricAlarm>, number[][], boolean, number | null]>([
    ['a sum at the threshold', {}, [[1, 1], [1, 2], []], true, 3],
    ['sums below it, which are more together', {}, [[1, 1], [2]], false, 2],
    ['a maximum below it', { statistic: 'Maximum' }, [[2, 2, 2]], false, 2],
    ['a maximum at it', { statistic: 'Maximum' }, [[2, 3]], true, 3],
    ['no data', {}, [[], []], false, null],
    ['two periods in a row', { periods: 2 }, [[3], [4]], true, 4],
    ['two periods with one between them', { periods: 2 }, [[3], [], [3]], false, 3],
    ['two periods, in a span of one', { periods: 2 }, [[9]], false, 9],
    [
      'no data where that is bad',
      { missing: 'breaching', comparison: 'LessThanThreshold' },
      [[5], []],
      true,
      null,
    ],
    ['enough where less is bad', { comparison: 'LessThanThreshold' }, [[3], [4]], false, 3],
    ['less where less is bad', { comparison: 'LessThanThreshold' }, [[3], [2]], true, 2],
  ])('%s', (_what, alarm, minutes, isFiring, value) => {
    expect(reading(alarm, minutes)).toEqual({ isFiring, value });
  });

  it('counts no data of another name or other dimensions, nor of a period that lies in the span in part', () => {
    const store = metricStore();
    const at = (metric: Partial<typeof METRIC>, time: number) =>
      store.add({ ...METRIC, ...metric }, { at: time, value: 9 });
    at({ name: 'Other' }, 90_000);
    at({ dimensions: { FunctionName: 'x' } }, 90_000);
    at({}, 30_000);
    at({}, 150_000);
    expect(readAlarm(ALARM, { from: 10_000, to: 170_000 }, store)).toEqual({ isFiring: false, value: null });
  });

  it('refuses an alarm of an expression', () => {
    expect(() => reading({ metric: null }, [[1]])).toThrow('because it watches several metrics');
  });
});

describe('a composite alarm', () => {
  const composite = { title: 'All', arn: 'arn:0', rule: '(ALARM("arn:1") OR ALARM("arn:2"))' };

  it('fires while some part does', () => {
    expect(partsOf(composite)).toEqual(['arn:1', 'arn:2']);
    expect(readComposite(composite, (arn) => arn === 'arn:2')).toBe(true);
    expect(readComposite(composite, () => false)).toBe(false);
  });

  it.each(['ALARM("a") AND ALARM("b")', 'NOT ALARM("a")', 'OK("a")', 'ALARM("a") OR TRUE'])(
    'is refused with another rule: %s',
    (rule) => {
      expect(() => partsOf({ title: 'All', rule })).toThrow('Cannot read the rule of All');
    },
  );
});
