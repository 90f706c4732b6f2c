import type { MetricAlarm, MetricName } from './alarms.ts';

/** Data points of metrics, as CloudWatch keeps them. Times in epoch milliseconds. */
export interface MetricStore {
  add(metric: MetricName, point: { readonly at: number; readonly value: number }): void;
  /** The statistic over a time span; `null` when there is no data. */
  statistic(
    metric: MetricName,
    of: { readonly statistic: MetricAlarm['statistic']; readonly from: number; readonly to: number },
  ): number | null;
}

/** No data at first. */
export function metricStore(): MetricStore {
  const points = new Map<string, { at: number; value: number }[]>();
  return {
    add: (metric, point) => {
      const key = keyOf(metric);
      const known = points.get(key);
      if (known) known.push(point);
      else points.set(key, [point]);
    },
    statistic: (metric, { statistic, from, to }) => {
      const values = (points.get(keyOf(metric)) ?? [])
        .filter(({ at }) => at >= from && at < to)
        .map(({ value }) => value);
      if (values.length === 0) return null;
      return statistic === 'Sum' ? values.reduce((sum, one) => sum + one, 0) : Math.max(...values);
    },
  };
}

/** A metric with other dimensions is another metric. */
function keyOf({ namespace, name, dimensions }: MetricName): string {
  const sorted = Object.entries(dimensions).toSorted(([one], [other]) => (one < other ? -1 : 1));
  return JSON.stringify([namespace, name, sorted]);
}
