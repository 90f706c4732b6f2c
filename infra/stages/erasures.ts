import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { CfnSchedule } from 'aws-cdk-lib/aws-scheduler';
import { Construct } from 'constructs';
import type { Retention } from '../../functions/domain/retention.ts';
import { ENV } from '../../functions/lib/env.ts';
import { PipelineFunction } from '../pipeline-function.ts';
import { schedulerRole } from '../scheduler-role.ts';
import type { Settings } from '../settings.ts';
import { DeadLetters } from '../work-queue.ts';
import type { StageProps } from './stage.ts';

/** Not the phases' group: PlanLaunch deletes whatever the plan doesn't name there. */
const GROUP = 'default';

/**
 * Erases a person whom operations staff name. Every hour it continues with what stopped, looks for restored data, and ends
 * what has been kept long enough.
 */
export class Erasures extends Construct {
  readonly erase: PipelineFunction;

  constructor(
    scope: Construct,
    id: string,
    { launch, data, alarms, userNameDays, suppressionDays }: StageProps & Pick<Settings, keyof Retention>,
  ) {
    super(scope, id);
    this.erase = new PipelineFunction(this, 'Erase', {
      launch,
      alarms,
      entry: 'functions/commands/erase.lambda.ts',
      does: 'Permanently erases a person. Invoked by operations staff or the console, and every hour to continue.',
      impact: 'A person who should be erased is still in the rosters or the send log.',
      timeoutSeconds: 5 * 60,
      memoryMegabytes: 1769,
    });
    const retention: Retention = { userNameDays, suppressionDays };
    this.erase.addEnvironment(ENV.retention, JSON.stringify(retention));
    data.launchTable.grant(this.erase, 'get', 'query', 'put');
    data.audit.grantRecord(this.erase);
    data.rosterTable.grant(this.erase, 'getMany', 'query', 'update', 'delete');
    data.deliveryTable.grant(this.erase, 'get', 'query', 'update', 'delete');
    data.sendLogTable.grant(this.erase, 'query', 'put', 'delete');
    data.suppressionTable.grant(this.erase, 'get', 'query', 'put', 'delete', 'scan');
    data.sessionTable.grant(this.erase, 'query', 'update');
    data.searchTable.grant(this.erase, 'query', 'delete');
    data.inbox.grantRecordErasures(this.erase);
    data.inbox.grantErase(this.erase);
    data.bus.grantPublish(this.erase);
    this.everyHour(alarms);
  }

  /** May have recorded erasures done now. */
  grantEraseNow(fn: PipelineFunction): void {
    fn.addEnvironment(ENV.erase, this.erase.functionName);
    fn.addToRolePolicy(
      new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: [this.erase.functionArn] }),
    );
  }

  private everyHour(alarms: StageProps['alarms']): void {
    const deadLetters = new DeadLetters(this, 'EraseDeadLetters', {
      title: 'The erasure schedule failed',
      impact:
        "An erasure that stopped halfway won't continue, and restored data of erased people won't be erased again.",
      alarms,
    });
    const role = schedulerRole(this, 'EraseScheduleRole', {
      groupName: GROUP,
      invokes: this.erase,
      deadLetters,
    });
    const schedule = new CfnSchedule(this, 'Hourly', {
      description: 'Continues erasures, and applies them again after a restore',
      groupName: GROUP,
      scheduleExpression: 'rate(1 hour)',
      flexibleTimeWindow: { mode: 'OFF' },
      target: {
        arn: this.erase.functionArn,
        roleArn: role.roleArn,
        input: '{"act":"again"}',
        deadLetterConfig: { arn: deadLetters.queueArn },
        retryPolicy: { maximumRetryAttempts: 2, maximumEventAgeInSeconds: 3600 },
      },
    });
    schedule.overrideLogicalId('EraseSchedule');
    // The role's permissions are a resource of their own; without them the first calls fail.
    schedule.node.addDependency(role);
  }
}
