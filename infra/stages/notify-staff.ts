import { Duration } from 'aws-cdk-lib';
import { type IEventBus, Rule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import { CfnSchedule } from 'aws-cdk-lib/aws-scheduler';
import { Construct } from 'constructs';
import { INDEXES } from '../../functions/aws/log-keys.ts';
import { ENV } from '../../functions/lib/env.ts';
import { withDeadLetters } from '../from-source.ts';
import { limitRecipients } from '../limit-recipients.ts';
import { PipelineFunction } from '../pipeline-function.ts';
import { schedulerRole } from '../scheduler-role.ts';
import type { Settings } from '../settings.ts';
import { DeadLetters, type WorkQueue } from '../work-queue.ts';
import { grantCountDeadLetters } from './commands.ts';
import { WAITING } from './notify-people.ts';
import type { SendEmail } from './send-email.ts';
import type { StageProps } from './stage.ts';

/** Not the phases' group: PlanLaunch deletes whatever the plan doesn't name there. */
const GROUP = 'default';

/** What the stage is built with. */
export type NotifyStaffProps = StageProps &
  Pick<Settings, 'stage' | 'testRecipients'> & { readonly sendEmail: SendEmail };

/** What needs attention ─▶ emails to the court staff whom the plan names: at once, each workday morning, each week. */
export class NotifyStaff extends Construct {
  readonly notifyStaff: PipelineFunction;

  constructor(
    scope: Construct,
    id: string,
    { launch, data, alarms, sendEmail, ...settings }: NotifyStaffProps,
  ) {
    super(scope, id);
    this.notifyStaff = new PipelineFunction(this, 'NotifyStaff', {
      launch,
      alarms,
      entry: 'functions/notify-staff/notify-staff.lambda.ts',
      does: 'Emails staff what needs attention: at once, each workday morning, and each week.',
      impact: 'Staff were not emailed about what needs attention. The console shows it.',
      timeoutSeconds: 60,
      memoryMegabytes: 1024,
    });
    limitRecipients(this.notifyStaff, settings);
    data.launchTable.grant(this.notifyStaff, 'get', 'query', 'put');
    data.rosterTable.grant(this.notifyStaff, 'get', 'getMany', 'query');
    data.deliveryTable.grant(this.notifyStaff, 'get', 'getMany', 'query');
    data.sendLogTable.grant(this.notifyStaff, 'query');
    data.sendLogTable.grantIndex(this.notifyStaff, INDEXES.attention);
    data.suppressionTable.grant(this.notifyStaff, 'get', 'getMany');
    data.inbox.grantSearch(this.notifyStaff);
    sendEmail.grantSend(this.notifyStaff);
    // The next look is the retry.
    this.notifyStaff.configureAsyncInvoke({ retryAttempts: 0, maxEventAge: Duration.minutes(10) });
    const deadLetters = new DeadLetters(this, 'StaffDeadLetters', {
      title: 'The staff notice schedule failed',
      impact: 'Staff got no summary, and were not notified of what needs attention. The console shows it.',
      alarms,
    });
    // The types differ in an optional member only.
    this.onEvents(data.bus.bus as IEventBus, deadLetters);
    this.everyQuarterHour(deadLetters);
  }

  /** Its emails link to the console and say how many jobs failed. */
  showing({ origin, queues }: { readonly origin: string; readonly queues: readonly WorkQueue[] }): void {
    this.notifyStaff.addEnvironment(ENV.consoleOrigin, origin);
    grantCountDeadLetters(this.notifyStaff, queues);
  }

  private onEvents(eventBus: IEventBus, deadLetters: DeadLetters): void {
    new Rule(this, 'Rule', {
      description: 'Events that staff are notified of at once',
      eventBus,
      eventPattern: { source: ['crier'], detailType: [...WAITING] },
      targets: [withDeadLetters(new LambdaFunction(this.notifyStaff), deadLetters)],
    });
  }

  private everyQuarterHour(deadLetters: DeadLetters): void {
    const role = schedulerRole(this, 'StaffScheduleRole', {
      groupName: GROUP,
      invokes: this.notifyStaff,
      deadLetters,
    });
    const schedule = new CfnSchedule(this, 'Tick', {
      description: 'Checks which notices to staff are due',
      groupName: GROUP,
      scheduleExpression: 'rate(15 minutes)',
      flexibleTimeWindow: { mode: 'OFF' },
      target: {
        arn: this.notifyStaff.functionArn,
        roleArn: role.roleArn,
        input: '{}',
        deadLetterConfig: { arn: deadLetters.queueArn },
        retryPolicy: { maximumRetryAttempts: 2, maximumEventAgeInSeconds: 600 },
      },
    });
    schedule.overrideLogicalId('StaffSchedule');
    // The role's permissions are a resource of their own; without them the first calls fail.
    schedule.node.addDependency(role);
  }
}
