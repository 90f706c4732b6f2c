import { Duration } from 'aws-cdk-lib';
import { ComparisonOperator, type Metric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { FilterPattern } from 'aws-cdk-lib/aws-logs';
import { CfnSchedule } from 'aws-cdk-lib/aws-scheduler';
import { Construct } from 'constructs';
import { INDEXES } from '../../functions/aws/log-keys.ts';
import { PipelineFunction } from '../pipeline-function.ts';
import { schedulerRole } from '../scheduler-role.ts';
import { DeadLetters } from '../work-queue.ts';
import type { StageProps } from './stage.ts';

/** Not the phases' group: PlanLaunch deletes whatever the plan doesn't name there. */
const GROUP = 'default';
/** What is left of the quota then is time to ask AWS for more, or to move a phase. */
const QUOTA_PERCENT = 80;

/** Every five minutes, looks for what was missed, stuck or held, and repairs it or notifies a person. */
export class Sweep extends Construct {
  readonly sweep: PipelineFunction;
  /** Percent of the account's 24-hour quota of emails. */
  readonly quotaUsed: Metric;
  /** How many minutes longer a run has been sending than its emails take, of the latest one. */
  readonly minutesLate: Metric;

  constructor(scope: Construct, id: string, { launch, data, alarms }: StageProps) {
    super(scope, id);
    this.sweep = new PipelineFunction(this, 'Sweep', {
      launch,
      alarms,
      entry: 'functions/sweep/sweep.lambda.ts',
      does: 'Restarts what got stuck, and notifies people of what needs attention.',
      impact:
        'Nothing restarts what got stuck: chunks of crashed senders, missed phases, reminders to the clerk.',
      // Less than the five minutes between two sweeps.
      timeoutSeconds: 270,
      memoryMegabytes: 1024,
    });
    data.launchTable.grant(this.sweep, 'get', 'query', 'put', 'update');
    // Expired roster versions are deleted.
    data.rosterTable.grant(this.sweep, 'get', 'query', 'batch', 'delete');
    data.inbox.grantRemoveSearch(this.sweep);
    // Whether an upload's event never came.
    data.inbox.grantLook(this.sweep);
    data.audit.grantList(this.sweep);
    data.deliveryTable.grant(this.sweep, 'get', 'query', 'put', 'update');
    data.sendLogTable.grant(this.sweep, 'query', 'batch');
    for (const index of Object.values(INDEXES)) data.sendLogTable.grantIndex(this.sweep, index);
    // Whether the list was written with the key that hashes addresses, which the sweep makes.
    data.suppressionTable.grant(this.sweep, 'get');
    data.bus.grantPublish(this.sweep);
    // The next tick is the retry.
    this.sweep.configureAsyncInvoke({ retryAttempts: 0, maxEventAge: Duration.minutes(4) });
    this.everyFiveMinutes(alarms);
    this.quotaUsed = this.watchQuota(alarms);
    this.minutesLate = this.watchRuns(alarms);
  }

  /** From the sweep's log: the age of the oldest message starts over whenever a sender queues what it couldn't send. */
  private watchRuns(alarms: StageProps['alarms']): Metric {
    const metric = this.sweep.metricOfLog('ChunksWaiting', {
      filterPattern: FilterPattern.stringValue('$.code', '=', 'chunks-waiting'),
      metricName: 'MinutesLate',
      metricValue: '$.minutes',
    });
    alarms.add('Chunks wait too long', {
      impact: 'Emails of a running phase are over an hour late.',
      metric,
      threshold: Duration.hours(1).toMinutes(),
    });
    return metric;
  }

  private watchQuota(alarms: StageProps['alarms']): Metric {
    const metric = this.sweep.metricOfLog('QuotaUsed', {
      filterPattern: FilterPattern.stringValue('$.code', '=', 'quota-used'),
      metricName: 'EmailQuotaUsed',
      metricValue: '$.percent',
    });
    alarms.add('The email quota is nearly used up', {
      impact:
        'The account will soon reach its limit for today: emails of a running phase will wait until tomorrow.',
      metric,
      threshold: QUOTA_PERCENT,
    });
    return metric;
  }

  private everyFiveMinutes(alarms: StageProps['alarms']): void {
    const deadLetters = new DeadLetters(this, 'SweepDeadLetters', {
      title: 'The sweep schedule failed',
      impact: "The sweep wasn't called: nothing that was missed or got stuck is restarted.",
      alarms,
    });
    const role = schedulerRole(this, 'SweepScheduleRole', {
      groupName: GROUP,
      invokes: this.sweep,
      deadLetters,
    });
    const schedule = new CfnSchedule(this, 'Tick', {
      description: "The sweep's schedule",
      groupName: GROUP,
      scheduleExpression: 'rate(5 minutes)',
      flexibleTimeWindow: { mode: 'OFF' },
      target: {
        arn: this.sweep.functionArn,
        roleArn: role.roleArn,
        input: '{}',
        deadLetterConfig: { arn: deadLetters.queueArn },
        retryPolicy: { maximumRetryAttempts: 2, maximumEventAgeInSeconds: 240 },
      },
    });
    schedule.overrideLogicalId('SweepSchedule');
    // The role's permissions are a resource of their own; without them the first ticks fail.
    schedule.node.addDependency(role);
    alarms.add('Sweep is silent', {
      impact: 'Nothing that was missed or got stuck is restarted, and the clerk gets no reminders.',
      metric: this.sweep.metricInvocations({ period: Duration.minutes(5) }),
      threshold: 1,
      comparison: ComparisonOperator.LESS_THAN_THRESHOLD,
      periods: 3,
      missing: TreatMissingData.BREACHING,
    });
  }
}
