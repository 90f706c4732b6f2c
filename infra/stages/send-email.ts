import { Duration, Stack } from 'aws-cdk-lib';
import { EventBus } from 'aws-cdk-lib/aws-events';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import {
  ConfigurationSet,
  ConfigurationSetTlsPolicy,
  EmailSendingEvent,
  EventDestination,
  SuppressionReasons,
} from 'aws-cdk-lib/aws-ses';
import { Construct } from 'constructs';
import { SEND_TIMEOUT_SECONDS } from '../../functions/domain/run/timeouts.ts';
import { ENV } from '../../functions/lib/env.ts';
import { configurationSetOf } from '../feedback-archive.ts';
import { limitRecipients } from '../limit-recipients.ts';
import { named } from '../named.ts';
import { PipelineFunction } from '../pipeline-function.ts';
import type { Settings } from '../settings.ts';
import { WorkQueue } from '../work-queue.ts';
import type { StageProps } from './stage.ts';

/** Chunks in one message batch. A sender that has time left looks for more itself. */
const CHUNKS_A_CALL = 10;

/** A sender that works is called about once a minute; one that finds nothing to do, once for each message. */
const CALLS_A_SECOND = 1;

/** What the sending stage is built with. */
export type SendEmailProps = StageProps & Pick<Settings, 'sender' | 'senders' | 'stage' | 'testRecipients'>;

/** Sends the emails of queued chunks, and appends what SES answered to the send log. */
export class SendEmail extends Construct {
  readonly configurationSet: ConfigurationSet;
  readonly chunks: WorkQueue;
  private readonly sender: string;

  constructor(scope: Construct, id: string, { launch, data, alarms, ...settings }: SendEmailProps) {
    const { sender, senders } = settings;
    super(scope, id);
    this.sender = sender;
    this.configurationSet = feedbackSet(this, configurationSetOf(launch));
    const sendEmail = new PipelineFunction(this, 'SendEmail', {
      launch,
      alarms,
      entry: 'functions/send-email/send-email.lambda.ts',
      does: 'Sends the emails of chunks at the rate that SES allows.',
      impact: 'Emails of a running phase are late; those with an unknown result need a decision.',
      timeoutSeconds: SEND_TIMEOUT_SECONDS,
      memoryMegabytes: 1024,
      makesMuchGarbage: true,
      // At a low rate it hands a chunk on to the next sender more often than loop detection permits.
      callsItself: true,
    });
    limitRecipients(sendEmail, settings);
    this.chunks = new WorkQueue(this, 'ChunkQueue', {
      alarms,
      consumer: sendEmail,
      impact:
        "Some filers of a running phase haven't received their email, and nothing will be retried automatically.",
      consumers: senders,
      batchSize: CHUNKS_A_CALL,
    });
    data.launchTable.grant(sendEmail, 'get');
    data.rosterTable.grant(sendEmail, 'get', 'getMany');
    data.deliveryTable.grant(sendEmail, 'get', 'query', 'update');
    data.sendLogTable.grant(sendEmail, 'query', 'batch');
    data.suppressionTable.grant(sendEmail, 'get', 'getMany');
    data.bus.grantPublish(sendEmail);
    this.grantQueueChunks(sendEmail);
    this.grantQuota(sendEmail);
    this.grantSend(sendEmail);

    const period = Duration.minutes(15);
    alarms.add('SendEmail calls itself in a loop', {
      impact: 'Senders call each other without making progress: emails are late, and each call costs money.',
      metric: sendEmail.metricInvocations({ period }),
      threshold: senders * CALLS_A_SECOND * period.toSeconds(),
      periods: 2,
    });
  }

  /** May queue chunks to send. */
  grantQueueChunks(fn: PipelineFunction): void {
    this.chunks.grantSend(fn, ENV.chunkQueue);
  }

  /** May ask what rate and how many emails a day SES allows. */
  grantQuota(fn: PipelineFunction): void {
    fn.addEnvironment(ENV.configurationSet, this.configurationSet.configurationSetName);
    // The quota is the account's: IAM has no narrower resource for it.
    fn.addToRolePolicy(new PolicyStatement({ actions: ['ses:GetSendQuota'], resources: ['*'] }));
  }

  /** May send emails from the sender's domain, with this launch's configuration set. */
  grantSend(fn: PipelineFunction): void {
    const stack = Stack.of(this);
    const arn = (resource: string, resourceName: string) =>
      stack.formatArn({ service: 'ses', resource, resourceName });
    fn.addEnvironment(ENV.configurationSet, this.configurationSet.configurationSetName);
    fn.addToRolePolicy(
      new PolicyStatement({
        actions: ['ses:SendRawEmail'],
        resources: [
          arn('identity', this.sender),
          arn('configuration-set', this.configurationSet.configurationSetName),
        ],
        conditions: { StringLike: { 'ses:FromAddress': `*@${this.sender}` } },
      }),
    );
  }
}

/** The configuration set by which SES publishes the outcome of each email. Opens and clicks aren't tracked. */
function feedbackSet(scope: Construct, configurationSetName: string): ConfigurationSet {
  const set = new ConfigurationSet(scope, 'ConfigurationSet', {
    configurationSetName,
    reputationMetrics: true,
    // An email about a person's account isn't sent in plain text.
    tlsPolicy: ConfigurationSetTlsPolicy.REQUIRE,
    // Whatever the account is set to: SES keeps emails from addresses that bounced or complained.
    suppressionReasons: SuppressionReasons.BOUNCES_AND_COMPLAINTS,
  });
  named(set, 'ConfigurationSet');
  set.addEventDestination('Feedback', {
    // SES publishes to the account's default bus only.
    destination: EventDestination.eventBus(EventBus.fromEventBusName(scope, 'DefaultBus', 'default')),
    events: [
      EmailSendingEvent.SEND,
      EmailSendingEvent.DELIVERY,
      EmailSendingEvent.DELIVERY_DELAY,
      EmailSendingEvent.BOUNCE,
      EmailSendingEvent.COMPLAINT,
      EmailSendingEvent.REJECT,
    ],
  });
  return set;
}
