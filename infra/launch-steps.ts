import { Duration } from 'aws-cdk-lib';
import { type IMetric, Metric } from 'aws-cdk-lib/aws-cloudwatch';
import type { Step } from './dashboard.ts';
import type { PipelineFunction } from './pipeline-function.ts';
import type { Console } from './stages/console.ts';
import type { PlanLaunch } from './stages/plan-launch.ts';
import type { StartPhase } from './stages/start-phase.ts';
import type { Sweep } from './stages/sweep.ts';
import type { WorkQueue } from './work-queue.ts';

const period = Duration.minutes(1);

/** The stages that the dashboard shows. */
export interface Stages {
  readonly uploads: readonly WorkQueue[];
  readonly planLaunch: PlanLaunch;
  readonly startPhase: StartPhase;
  readonly chunks: WorkQueue;
  readonly feedback: WorkQueue;
  readonly sweep: Sweep;
  readonly web: Console;
  /** What people call: decisions, questions, exports, erasures. */
  readonly people: readonly PipelineFunction[];
  readonly exports: WorkQueue;
  /** CloudTrail's reports of who acts outside the console. */
  readonly principals: WorkQueue;
  /** Tells court staff what needs attention. */
  readonly staff: PipelineFunction;
}

/** The steps of the data's way, in its order, with what to look for in each on launch day. */
export function launchSteps(stages: Stages): Step[] {
  const { uploads, planLaunch, startPhase, chunks, feedback, sweep } = stages;
  const { web, people, exports, principals, staff } = stages;
  return [
    {
      title: 'Upload',
      look: 'Every upload is read within minutes, and its report is under `reports/`. A message that stays has failed.',
      functions: uploads.map(({ consumer }) => consumer),
      queues: uploads,
    },
    {
      title: 'Plan',
      look: 'A new plan is one call. Afterward, the schedules match the console.',
      functions: [planLaunch.planLaunch],
      queues: [planLaunch.queue],
    },
    {
      title: 'Start',
      look: "At a phase's start time, StartPhase is called once. Sweep is called every five minutes.",
      functions: [startPhase.startPhase, startPhase.releasePhase, sweep.sweep],
      graphs: {
        Schedules: [startPhase.group.metricAttempts({ period }), startPhase.group.metricDropped({ period })],
      },
    },
    {
      title: 'Queue',
      look: 'Chunks appear when a phase starts, and go down steadily. A run that is an hour late is paused or slow.',
      queues: [chunks],
      graphs: { 'Minutes late': [sweep.minutesLate] },
    },
    {
      title: 'Send',
      look: "Emails follow the chunks at up to 85% of the account's rate. SES's metrics are for the whole account.",
      functions: [chunks.consumer],
      graphs: {
        'Emails a minute': [emails('Send')],
        'Email quota used (%)': [sweep.quotaUsed],
      },
    },
    {
      title: 'Feedback',
      look: 'Deliveries follow the emails within minutes. At 5% bounces or 0.1% complaints, SES reviews the account.',
      functions: [feedback.consumer],
      queues: [feedback],
      graphs: { 'SES events': (['Delivery', 'Bounce', 'Complaint'] as const).map(emails) },
    },
    {
      title: 'Console',
      look: 'Pages answer within a second or two, and without 5xx.',
      functions: [web.console, ...people, exports.consumer, principals.consumer, staff],
      queues: [exports, principals],
      graphs: { Requests: requests(web) },
    },
  ];
}

/** A metric of SES for the whole account, which all its senders share. */
function emails(metricName: 'Send' | 'Delivery' | 'Bounce' | 'Complaint'): Metric {
  return new Metric({ namespace: 'AWS/SES', metricName, statistic: 'Sum', period, label: metricName });
}

function requests({ api }: Console): IMetric[] {
  return [
    api.metricCount({ period, label: 'all' }),
    api.metricClientError({ period, statistic: 'Sum', label: '4xx' }),
    api.metricServerError({ period, statistic: 'Sum', label: '5xx' }),
  ];
}
