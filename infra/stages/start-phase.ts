import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { PolicyStatement, type Role } from 'aws-cdk-lib/aws-iam';
import { SqsDestination } from 'aws-cdk-lib/aws-lambda-destinations';
import { ScheduleGroup } from 'aws-cdk-lib/aws-scheduler';
import { Construct } from 'constructs';
import { ENV } from '../../functions/lib/env.ts';
import type { DataStack } from '../data-stack.ts';
import { named } from '../named.ts';
import { PipelineFunction } from '../pipeline-function.ts';
import { schedulerRole } from '../scheduler-role.ts';
import { DeadLetters } from '../work-queue.ts';
import type { StageProps } from './stage.ts';

/**
 * A phase starts at its scheduled time, or when a person releases it: its run is recorded, and its audience is queued in chunks.
 */
export class StartPhase extends Construct {
  readonly startPhase: PipelineFunction;
  readonly releasePhase: PipelineFunction;
  readonly group: ScheduleGroup;
  private readonly role: Role;
  private readonly deadLetters: DeadLetters;

  constructor(scope: Construct, id: string, { launch, data, alarms }: StageProps) {
    super(scope, id);
    const common = { launch, alarms, timeoutSeconds: 15 * 60, memoryMegabytes: 1769 };
    this.startPhase = new PipelineFunction(this, 'StartPhase', {
      ...common,
      entry: 'functions/start-phase/start-phase.lambda.ts',
      does: 'Starts a phase at its scheduled time: decides the audience and queues it in chunks.',
      impact: "A phase hasn't started, or not completely: filers are waiting for an email that is due now.",
    });
    this.releasePhase = new PipelineFunction(this, 'ReleasePhase', {
      ...common,
      entry: 'functions/commands/release-phase.lambda.ts',
      does: 'Releases a phase that is waiting. Invoked by people.',
      impact: "A phase that someone released hasn't started, or not completely: its emails are waiting.",
    });
    this.grantRuns(data);
    this.deadLetters = new DeadLetters(this, 'ScheduleDeadLetters', {
      title: 'A phase schedule failed',
      impact:
        "A phase wasn't started at its scheduled time: its emails wait until the sweep or a person starts it.",
      alarms,
    });
    // Scheduler's call is asynchronous: Lambda retries, and what still fails goes to the same dead letters.
    this.startPhase.configureAsyncInvoke({
      retryAttempts: 2,
      maxEventAge: Duration.hours(1),
      onFailure: new SqsDestination(this.deadLetters),
    });
    this.group = new ScheduleGroup(this, 'ScheduleGroup', {
      scheduleGroupName: `crier-${launch}`,
      // Schedules without their function would fail for months. PlanLaunch makes them again from the plan.
      removalPolicy: RemovalPolicy.DESTROY,
    });
    named(this.group, 'ScheduleGroup');
    this.role = schedulerRole(this, 'ScheduleRole', {
      groupName: this.group.scheduleGroupName,
      invokes: this.startPhase,
      deadLetters: this.deadLetters,
    });
  }

  /** May record runs and queue their chunks; a release is recorded too. */
  private grantRuns(data: DataStack): void {
    for (const fn of [this.startPhase, this.releasePhase]) {
      data.rosterTable.grant(fn, 'get', 'query');
      data.deliveryTable.grant(fn, 'get', 'query', 'put', 'update');
      data.sendLogTable.grant(fn, 'query', 'batch');
      data.bus.grantPublish(fn);
    }
    data.launchTable.grant(this.startPhase, 'get', 'query', 'update');
    data.launchTable.grant(this.releasePhase, 'get', 'query', 'put', 'update');
    data.audit.grantRecord(this.releasePhase);
  }

  /** May have a phase started now. */
  grantStart(fn: PipelineFunction): void {
    fn.addEnvironment(ENV.startPhaseArn, this.startPhase.functionArn);
    fn.addToRolePolicy(
      new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: [this.startPhase.functionArn] }),
    );
  }

  /** May make, move and remove the phases' schedules. */
  grantSchedule(fn: PipelineFunction): void {
    fn.addEnvironment(ENV.scheduleGroup, this.group.scheduleGroupName);
    fn.addEnvironment(ENV.scheduleRoleArn, this.role.roleArn);
    fn.addEnvironment(ENV.startPhaseArn, this.startPhase.functionArn);
    fn.addEnvironment(ENV.scheduleDeadLetterArn, this.deadLetters.queueArn);
    // IAM has no narrower resource for listing: every schedule of every group (aws/aws-cdk issue 38201).
    fn.addToRolePolicy(new PolicyStatement({ actions: ['scheduler:ListSchedules'], resources: ['*'] }));
    fn.addToRolePolicy(
      new PolicyStatement({
        actions: ['scheduler:GetSchedule'],
        resources: [
          Stack.of(this).formatArn({
            service: 'scheduler',
            resource: 'schedule',
            resourceName: `${this.group.scheduleGroupName}/*`,
          }),
        ],
      }),
    );
    this.group.grantWriteSchedules(fn);
    this.group.grantDeleteSchedules(fn);
    fn.addToRolePolicy(
      new PolicyStatement({
        actions: ['iam:PassRole'],
        resources: [this.role.roleArn],
        conditions: { StringEquals: { 'iam:PassedToService': 'scheduler.amazonaws.com' } },
      }),
    );
  }
}
