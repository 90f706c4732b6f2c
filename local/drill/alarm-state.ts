import type { CompositeAlarm, MetricAlarm } from './alarms.ts';
import type { MetricStore } from './metrics.ts';

/** What an alarm showed in a span of time. */
export interface Reading {
  readonly isFiring: boolean;
  /** The statistic of the period that came closest to the threshold, or went furthest past it; `null`: no data. */
  readonly value: number | null;
}

/** A time span in epoch milliseconds. Only periods entirely within it count. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/**
 * Reads an alarm as CloudWatch does: it fires when the number of consecutive periods that it asks for breach the threshold.
 * @throws Error for one that watches an expression.
 */
export function readAlarm(alarm: MetricAlarm, { from, to }: Span, store: MetricStore): Reading {
  const { metric, statistic, periodSeconds, periods, title } = alarm;
  if (!metric) throw new Error(`Cannot read the alarm ${title} because it watches several metrics`);
  const period = periodSeconds * 1000;
  const values: (number | null)[] = [];
  for (let start = Math.ceil(from / period) * period; start + period <= to; start += period)
    values.push(store.statistic(metric, { statistic, from: start, to: start + period }));
  const breaches = values.map((value) => isBreaching(value, alarm));
  const isFiring = breaches.some(
    (_, start) => start + periods <= breaches.length && breaches.slice(start, start + periods).every(Boolean),
  );
  return { isFiring, value: extreme(values, alarm) };
}

function isBreaching(value: number | null, { comparison, threshold, missing }: MetricAlarm): boolean {
  if (value === null) return missing === 'breaching';
  return comparison === 'LessThanThreshold' ? value < threshold : value >= threshold;
}

function extreme(values: readonly (number | null)[], { comparison, missing }: MetricAlarm): number | null {
  const known = values.filter((value) => value !== null);
  if (known.length === 0 || (missing === 'breaching' && known.length < values.length)) return null;
  return comparison === 'LessThanThreshold' ? Math.min(...known) : Math.max(...known);
}

const PART = /^ALARM\("([^"]+)"\)$/;

/**
 * Whether a composite alarm fires. Supports only what Crier uses: any of several alarms.
 * @param isFiring By an alarm's ARN. @throws Error on any other rule.
 */
export function readComposite({ rule, title }: CompositeAlarm, isFiring: (arn: string) => boolean): boolean {
  return partsOf({ rule, title }).some(isFiring);
}

/** The ARNs of the parts of a composite alarm. @throws Error on a rule of another form. */
export function partsOf({ rule, title }: Pick<CompositeAlarm, 'rule' | 'title'>): string[] {
  const inner = /^\((.*)\)$/s.exec(rule.trim())?.[1] ?? rule;
  return inner.split(' OR ').map((part) => {
    const arn = PART.exec(part.trim())?.[1];
    if (!arn)
      throw new Error(`Cannot read the rule of ${title} because ALARM("…") is expected: it is ${part}`);
    return arn;
  });
}
