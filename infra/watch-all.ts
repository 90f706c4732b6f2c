import { Duration, Fn, type Stack } from 'aws-cdk-lib';
import { MathExpression, Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { type CfnRule, Rule } from 'aws-cdk-lib/aws-events';
import type { ScheduleGroup } from 'aws-cdk-lib/aws-scheduler';
import type { IConstruct } from 'constructs';
import type { AlarmPart, Alarms } from './alarms.ts';
import { DataTable } from './data-table.ts';
import { PipelineFunction } from './pipeline-function.ts';

const PERIOD = Duration.minutes(5);
/** Part of its time limit from which a function is close to it. Senders stop at three quarters, exports at 93%. */
const CLOSE_TO_LIMIT = 0.95;
/** Throttled requests that the SDK's retries take in their stride: a table's capacity follows the load by minutes. */
const SOME_THROTTLES = 25;

/** Where there is something to watch. */
export interface Watched {
  readonly alarms: Alarms;
  readonly pipeline: Stack;
  readonly data: Stack;
  /** The phases' schedules. */
  readonly schedules: ScheduleGroup;
}

/** Adds the alarms of what can happen to every function, table and rule alike. Each kind is one notice, however many are hit. */
export function watchAll({ alarms, pipeline, data, schedules }: Watched): void {
  const functions = allOf(pipeline, PipelineFunction);
  const rules = [...allOf(pipeline, Rule), ...allOf(data, Rule)];
  alarms.addAny('Functions are throttled', {
    impact:
      'The account has reached its concurrency limit: emails, uploads and pages of the console are late.',
    parts: functions.map((fn) => ({
      part: fn.node.id,
      metric: fn.metricThrottles({ period: PERIOD }),
      threshold: 1,
    })),
  });
  alarms.addAny('A function is close to its time limit', {
    impact: 'With slightly more work, this function would time out before it is done.',
    parts: functions.map((fn) => ({
      part: fn.node.id,
      metric: fn.metricDuration({ period: PERIOD, statistic: 'Maximum' }),
      threshold: fn.timeoutSeconds * 1000 * CLOSE_TO_LIMIT,
    })),
  });
  alarms.addAny('Tables are throttled', {
    impact: 'DynamoDB is refusing some requests: emails, uploads and pages of the console are late.',
    parts: allOf(data, DataTable).map(throttlesOf),
  });
  alarms.addAny('Events are not delivered', {
    impact: "An upload, an SES event, a phase's start or a notice to people was lost in transit.",
    parts: [...rules.map(failuresOf), dropped(schedules)],
  });
}

function allOf<Kind extends IConstruct>(stack: Stack, kind: abstract new (...args: never[]) => Kind): Kind[] {
  return stack.node.findAll().filter((one) => one instanceof kind) as Kind[];
}

/** DynamoDB sends these figures only when there are any, so they are summed as a list: `+` would need all of them. */
function throttlesOf({ node, table, indexes }: DataTable): AlarmPart {
  const dimensions = [
    { TableName: table.tableName },
    ...indexes.map((index) => ({ TableName: table.tableName, GlobalSecondaryIndexName: index })),
  ];
  const metrics = dimensions.flatMap((dimensionsMap) =>
    ['ReadThrottleEvents', 'WriteThrottleEvents'].map(
      (metricName) =>
        new Metric({
          namespace: 'AWS/DynamoDB',
          metricName,
          dimensionsMap,
          statistic: 'Sum',
          period: PERIOD,
        }),
    ),
  );
  const usingMetrics = Object.fromEntries(metrics.map((metric, index) => [`m${index}`, metric]));
  const expression = `SUM([${Object.keys(usingMetrics)}])`;
  const metric = new MathExpression({ expression, usingMetrics, period: PERIOD, label: 'throttled' });
  return { part: node.id, metric, threshold: SOME_THROTTLES };
}

/** A rule of another bus than the default one is known by both names; `Ref` gives them joined, the ARN apart. */
function failuresOf(rule: Rule): AlarmPart {
  const bus = (rule.node.defaultChild as CfnRule).eventBusName;
  const dimensionsMap = bus
    ? { EventBusName: String(bus), RuleName: Fn.select(2, Fn.split('/', rule.ruleArn)) }
    : { RuleName: rule.ruleName };
  const metric = new Metric({
    namespace: 'AWS/Events',
    metricName: 'FailedInvocations',
    dimensionsMap,
    statistic: 'Sum',
    period: PERIOD,
  });
  return { part: `rule of ${rule.node.scope!.node.id}`, metric, threshold: 1 };
}

/** The ticks' schedules are in the account's default group, where others may be: their dead letters are watched. */
function dropped(schedules: ScheduleGroup): AlarmPart {
  const metric = schedules.metricDropped({ period: PERIOD, statistic: 'Sum' });
  return { part: 'schedules of phases', metric, threshold: 1 };
}
