import { createApp } from '../../infra/crier-app.ts';

/** What in the templates costs something each month, whether emails are sent or not. */
export interface TemplateCounts {
  /** CloudWatch charges for each metric that an alarm reads; an alarm on an expression reads several. */
  readonly alarmMetrics: number;
  readonly compositeAlarms: number;
  /** Metrics of Crier's own that always have a value, and SES's two about the launch's reputation. */
  readonly customMetrics: number;
  readonly dashboards: number;
  readonly keys: number;
  /** Queues that Lambda polls. */
  readonly polledQueues: number;
  /** Calls of schedules that repeat, by the function that they call. */
  readonly ticks: Readonly<Record<string, number>>;
}

interface Resource {
  readonly Type: string;
  // biome-ignore lint/suspicious/noExplicitAny: the shape depends on the type
  readonly Properties?: any;
}

const MONTH_MINUTES = 30 * 24 * 60;

/** Counts the templates of the example, as the default settings make them. */
export function templateCounts(): TemplateCounts {
  const { stacks } = createApp({ bundle: false, check: false }).synth();
  const resources = stacks.flatMap(({ template }) => Object.values<Resource>(template.Resources));
  const all = (type: string) =>
    resources.filter(({ Type }) => Type === type).map(({ Properties }) => Properties);
  const figures = all('AWS::Logs::MetricFilter').filter((filter) =>
    filter.MetricTransformations[0].MetricValue.startsWith('$'),
  );
  const reputations = all('AWS::SES::ConfigurationSet').filter(
    (set) => set.ReputationOptions?.ReputationMetricsEnabled,
  );
  return {
    alarmMetrics: sum(all('AWS::CloudWatch::Alarm').map(metricsOf)),
    compositeAlarms: all('AWS::CloudWatch::CompositeAlarm').length,
    customMetrics: figures.length + 2 * reputations.length,
    dashboards: all('AWS::CloudWatch::Dashboard').length,
    keys: all('AWS::KMS::Key').length,
    polledQueues: all('AWS::Lambda::EventSourceMapping').length,
    ticks: Object.fromEntries(
      all('AWS::Scheduler::Schedule').map(({ ScheduleExpression, Target }) => [
        Target.Arn['Fn::GetAtt'][0],
        ticksOf(ScheduleExpression),
      ]),
    ),
  };
}

function metricsOf({ Metrics }: { Metrics?: readonly { MetricStat?: object }[] }): number {
  return Metrics?.filter(({ MetricStat }) => MetricStat).length ?? 1;
}

/** @throws Error for an expression of another kind. */
function ticksOf(expression: string): number {
  const [, count, unit] = /^rate\((\d+) (minute|hour)s?\)$/.exec(expression) ?? [];
  if (!count) throw new Error(`Cannot count ${expression} because it must be a rate in minutes or hours`);
  return MONTH_MINUTES / (Number(count) * (unit === 'hour' ? 60 : 1));
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}
