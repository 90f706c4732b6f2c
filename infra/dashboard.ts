import { Duration } from 'aws-cdk-lib';
import {
  type AlarmBase,
  AlarmStatusWidget,
  Dashboard,
  GraphWidget,
  type IMetric,
  type IWidget,
  type Metric,
  TextWidget,
} from 'aws-cdk-lib/aws-cloudwatch';
import { Construct } from 'constructs';
import type { PipelineFunction } from './pipeline-function.ts';
import type { WorkQueue } from './work-queue.ts';

/** CloudWatch's grid is 24 columns wide. */
const COLUMNS = 24;
const HEIGHT = 5;
const PERIOD = Duration.minutes(1);

/** A step in the data flow, and what is monitored there. */
export interface Step {
  /** Heading: `Send`. */
  readonly title: string;
  /** What to look for, in a sentence for operations staff. */
  readonly look: string;
  /** @default none */
  readonly functions?: readonly PipelineFunction[];
  /** @default none */
  readonly queues?: readonly WorkQueue[];
  /** Graphs of the step's own, by their titles. @default none */
  readonly graphs?: Readonly<Record<string, readonly IMetric[]>>;
}

/** What a dashboard is made of. */
export interface LaunchDashboardProps {
  readonly name: string;
  /** What notifies people. */
  readonly alarms: readonly AlarmBase[];
  readonly runbook: string;
  /** In the order in which the data goes. */
  readonly steps: readonly Step[];
}

/** What operations staff watch on launch day: the alarms, then a row of graphs for each step in the order of the data. */
export class LaunchDashboard extends Construct {
  constructor(scope: Construct, id: string, { name, alarms, runbook, steps }: LaunchDashboardProps) {
    super(scope, id);
    new Dashboard(this, 'Dashboard', {
      dashboardName: `crier-${name}`,
      defaultInterval: Duration.hours(3),
      widgets: [
        [heading(`# Crier: ${name}\nAlarms first, then the steps of the data. What to do: ${runbook}`)],
        [new AlarmStatusWidget({ title: 'Alarms', alarms: [...alarms], width: COLUMNS, height: HEIGHT + 3 })],
        ...steps.flatMap((step) => [[heading(`## ${step.title}\n${step.look}`)], graphsOf(step)]),
      ],
    });
  }
}

function heading(markdown: string): IWidget {
  return new TextWidget({ markdown, width: COLUMNS, height: 2 });
}

/** The step's own graphs, its queues, its functions: side by side. */
function graphsOf({ functions = [], queues = [], graphs = {} }: Step): IWidget[] {
  const all = {
    ...graphs,
    ...(queues.length > 0 && graphsOfQueues(queues)),
    ...(functions.length > 0 && graphsOfFunctions(functions)),
  };
  const width = Math.floor(COLUMNS / Object.keys(all).length);
  return Object.entries(all).map(
    ([title, left]) => new GraphWidget({ title, left: [...left], width, height: HEIGHT }),
  );
}

function graphsOfQueues(queues: readonly WorkQueue[]): Record<string, readonly IMetric[]> {
  return {
    'Messages waiting': queues.map(({ queue, node }) => waiting(queue, node.id)),
    'Dead letters': queues.map(({ deadLetters }) => waiting(deadLetters, deadLetters.node.id)),
  };
}

function graphsOfFunctions(functions: readonly PipelineFunction[]): Record<string, readonly IMetric[]> {
  const each = (metric: (fn: PipelineFunction) => IMetric) => functions.map(metric);
  return {
    Calls: each((fn) => fn.metricInvocations({ period: PERIOD, label: fn.node.id })),
    'Longest call': each((fn) =>
      fn.metricDuration({ period: PERIOD, statistic: 'Maximum', label: fn.node.id }),
    ),
    'Errors and throttles': functions.flatMap((fn) => [
      fn.errors.with({ period: PERIOD, label: `${fn.node.id} errors` }),
      fn.errorLines.with({ period: PERIOD, label: `${fn.node.id} error lines` }),
      fn.metricThrottles({ period: PERIOD, label: `${fn.node.id} throttled` }),
    ]),
  };
}

function waiting(queue: WorkQueue['queue'], label: string): Metric {
  return queue.metricApproximateNumberOfMessagesVisible({ period: PERIOD, statistic: 'Maximum', label });
}
