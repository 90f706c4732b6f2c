import * as z from 'zod';
import type { Resource, Template } from '../cloud/template/template.ts';
import { filterPattern, type LineTest } from './filter-pattern.ts';

const dimensionsSchema = z
  .array(z.object({ Name: z.string(), Value: z.string() }))
  .default([])
  .transform((all) => Object.fromEntries(all.map(({ Name, Value }) => [Name, Value])));

const OPERATORS = ['GreaterThanOrEqualToThreshold', 'LessThanThreshold'] as const;

/** One metric as its alarm names it. */
const watchedSchema = z.object({
  Namespace: z.string(),
  MetricName: z.string(),
  Dimensions: dimensionsSchema,
  Statistic: z.enum(['Sum', 'Maximum']),
  Period: z.number(),
});

const alarmSchema = z.object({
  AlarmName: z.string(),
  /** Several metrics and an expression. */
  Metrics: z.array(z.unknown()).optional(),
  Threshold: z.number(),
  ComparisonOperator: z.enum(OPERATORS),
  EvaluationPeriods: z.number(),
  TreatMissingData: z.enum(['notBreaching', 'breaching']),
});

const filterSchema = z.object({
  FilterPattern: z.string(),
  LogGroupName: z.string(),
  MetricTransformations: z.tuple([
    z.strictObject({ MetricNamespace: z.string(), MetricName: z.string(), MetricValue: z.string() }),
  ]),
});

/** A metric, as CloudWatch identifies it. */
export interface MetricName {
  readonly namespace: string;
  readonly name: string;
  readonly dimensions: Readonly<Record<string, string>>;
}

/** An alarm on a metric. */
export interface MetricAlarm {
  /** Its name without the launch's: `Sweep is silent`. */
  readonly title: string;
  readonly arn: string;
  /** `null`: it watches an expression of several metrics. */
  readonly metric: MetricName | null;
  readonly statistic: 'Sum' | 'Maximum';
  readonly periodSeconds: number;
  readonly periods: number;
  readonly threshold: number;
  readonly comparison: (typeof OPERATORS)[number];
  readonly missing: 'notBreaching' | 'breaching';
}

/** An alarm on other alarms. */
export interface CompositeAlarm {
  readonly title: string;
  readonly arn: string;
  /** `ALARM("arn:…") OR ALARM("arn:…")`. */
  readonly rule: string;
}

/** Turns lines of a function's log into a metric. */
export interface MetricFilter {
  readonly functionId: string;
  readonly metric: MetricName;
  readonly matches: LineTest;
  /** A number, or the path of one in the line. */
  readonly value: string;
}

/** What watches a launch. */
export interface Watch {
  readonly alarms: readonly MetricAlarm[];
  readonly composites: readonly CompositeAlarm[];
  readonly filters: readonly MetricFilter[];
}

/** Reads a launch's alarms and metric filters. @throws Error on what isn't known here, such as another statistic. */
export function readWatch(template: Template): Watch {
  return {
    alarms: template.ofType('AWS::CloudWatch::Alarm').map(alarmOf),
    composites: template.ofType('AWS::CloudWatch::CompositeAlarm').map(({ name, arn, properties }) => ({
      title: titleOf(name),
      arn,
      rule: String(properties.AlarmRule),
    })),
    filters: template.ofType('AWS::Logs::MetricFilter').map((filter) => filterOf(filter, template)),
  };
}

function alarmOf({ arn, properties }: Resource): MetricAlarm {
  const alarm = alarmSchema.parse(properties);
  const of = alarm.Metrics ? null : watchedSchema.parse(properties);
  return {
    title: titleOf(alarm.AlarmName),
    arn,
    metric: of && { namespace: of.Namespace, name: of.MetricName, dimensions: of.Dimensions },
    statistic: of?.Statistic ?? 'Sum',
    periodSeconds: of?.Period ?? 0,
    periods: alarm.EvaluationPeriods,
    threshold: alarm.Threshold,
    comparison: alarm.ComparisonOperator,
    missing: alarm.TreatMissingData,
  };
}

function filterOf({ properties }: Resource, template: Template): MetricFilter {
  const { FilterPattern, LogGroupName, MetricTransformations } = filterSchema.parse(properties);
  const [{ MetricNamespace, MetricName, MetricValue }] = MetricTransformations;
  const logger = template
    .ofType('AWS::Lambda::Function')
    .find((fn) => (fn.properties.LoggingConfig as { LogGroup?: string })?.LogGroup === LogGroupName);
  if (!logger) throw new Error(`Cannot read a metric filter because a function must log to ${LogGroupName}`);
  return {
    functionId: logger.id,
    metric: { namespace: MetricNamespace, name: MetricName, dimensions: {} },
    matches: filterPattern(FilterPattern),
    value: MetricValue,
  };
}

/** `crier-nysb-2018: Sweep is silent` → `Sweep is silent`. */
function titleOf(name: string): string {
  return name.slice(name.indexOf(': ') + 2);
}
