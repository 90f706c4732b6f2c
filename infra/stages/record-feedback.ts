import { Duration } from 'aws-cdk-lib';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { FilterPattern } from 'aws-cdk-lib/aws-logs';
import type { ConfigurationSet } from 'aws-cdk-lib/aws-ses';
import { Construct } from 'constructs';
import type { Alarms } from '../alarms.ts';
import { saidBySes } from '../feedback-archive.ts';
import { PipelineFunction } from '../pipeline-function.ts';
import { WorkQueue } from '../work-queue.ts';
import type { StageProps } from './stage.ts';

/** How Lambda reads SES's events. Without a window it would call the function for nearly each. See docs/scale.md. */
export const FEEDBACK_BATCHES = { batchSize: 100, windowSeconds: 5, consumers: 5 } as const;

/** What the feedback stage is built with. */
export interface RecordFeedbackProps extends StageProps {
  /** The configuration set whose events are this launch's. */
  readonly configurationSet: ConfigurationSet;
}

/** Records SES's events about emails in the send log, and suppresses addresses that bounce or complain. */
export class RecordFeedback extends Construct {
  readonly queue: WorkQueue;
  readonly recordFeedback: PipelineFunction;

  constructor(scope: Construct, id: string, { launch, data, alarms, configurationSet }: RecordFeedbackProps) {
    super(scope, id);
    const recordFeedback = new PipelineFunction(this, 'RecordFeedback', {
      launch,
      alarms,
      entry: 'functions/record-feedback/record-feedback.lambda.ts',
      does: 'Records SES events about emails, and suppresses addresses that bounce or complain.',
      impact:
        'The send log lacks deliveries and bounces, and a filer who complained could be emailed again in the ' +
        'next phase.',
      timeoutSeconds: 60,
    });
    this.recordFeedback = recordFeedback;
    // An event counts for the address that its attempt was emailed to, which chunks and roster tell. A hard bounce may
    // release one send to the filer's secondary address: that needs the plan, and adds a chunk.
    data.launchTable.grant(recordFeedback, 'get');
    data.rosterTable.grant(recordFeedback, 'getMany');
    data.deliveryTable.grant(recordFeedback, 'get', 'query', 'put');
    data.sendLogTable.grant(recordFeedback, 'query', 'getMany', 'batch');
    data.suppressionTable.grant(recordFeedback, 'get', 'getMany', 'put');
    // A test email that doesn't arrive is told to the people who get the alarms.
    data.bus.grantPublish(recordFeedback);

    this.queue = new WorkQueue(this, 'FeedbackQueue', {
      alarms,
      consumer: recordFeedback,
      impact:
        'SES events about some emails are not in the send log; an address that bounced or complained may ' +
        'not be suppressed.',
      ...FEEDBACK_BATCHES,
    });
    this.queue.takeEvents('SES events about the emails of this launch', saidBySes(launch));
    watchReputation(alarms, configurationSet.configurationSetName);
    watchUnknown(alarms, recordFeedback);
  }
}

/** Counts events of sends that aren't on record, and raises an alarm for those that suppress an address anyway. */
function watchUnknown(alarms: Alarms, recordFeedback: PipelineFunction): void {
  const count = (code: string, metricName: string) =>
    recordFeedback.metricOfLog(metricName, {
      filterPattern: FilterPattern.stringValue('$.code', '=', code),
      metricName,
    });
  count('feedback-unknown', 'FeedbackUnknown');
  alarms.add('Feedback for an unknown send', {
    impact:
      "A filer complained, or a mailbox refused an email, but the send log doesn't have that email: the address won't be " +
      'emailed again, and other feedback may be lost as well.',
    metric: count('feedback-unknown-suppressed', 'FeedbackUnknownSuppressed'),
    threshold: 1,
  });
}

/**
 * Alarms at the rates from which SES puts an account under review: 5% bounces, 0.1% complaints. What SES looks at are the
 * account's; the launch's own tell whether this launch is the cause.
 */
function watchReputation(alarms: Alarms, configurationSet: string): void {
  const impact = 'SES may stop the account from sending: no filer would get any further email.';
  const parts = (metricName: string, threshold: number) => [
    { part: 'account', metric: reputation(metricName), threshold },
    {
      part: 'this launch',
      metric: reputation(metricName, { 'ses:configuration-set': configurationSet }),
      threshold,
    },
  ];
  alarms.addAny('Too many bounces', { impact, parts: parts('Reputation.BounceRate', 0.05) });
  alarms.addAny('Too many complaints', { impact, parts: parts('Reputation.ComplaintRate', 0.001) });
}

function reputation(metricName: string, dimensionsMap: Record<string, string> = {}): Metric {
  return new Metric({
    namespace: 'AWS/SES',
    metricName,
    dimensionsMap,
    period: Duration.hours(1),
    statistic: 'Maximum',
  });
}
