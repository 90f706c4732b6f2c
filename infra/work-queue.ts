import { Duration, Validations } from 'aws-cdk-lib';
import { type EventPattern, type IEventBus, Rule } from 'aws-cdk-lib/aws-events';
import { SqsQueue } from 'aws-cdk-lib/aws-events-targets';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import { Queue, QueueEncryption, type QueueProps } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { Alarms } from './alarms.ts';
import { named } from './named.ts';
import type { PipelineFunction } from './pipeline-function.ts';

const PRIVATE = { encryption: QueueEncryption.SQS_MANAGED, enforceSSL: true } satisfies QueueProps;

/** Where what can't be worked on waits, two weeks, for a person. */
export class DeadLetters extends Queue {
  constructor(scope: Construct, id: string, { title, impact, alarms }: DeadLettersProps) {
    super(scope, id, { ...PRIVATE, retentionPeriod: Duration.days(14) });
    named(this, id);
    Validations.of(this).acknowledge({
      id: 'AwsSolutions-SQS3',
      reason:
        'It is itself where dead letters go; the rule knows only those of other queues, not of schedules.',
    });
    alarms.add(title, {
      impact,
      metric: this.metricApproximateNumberOfMessagesVisible({
        period: Duration.minutes(5),
        statistic: 'Maximum',
      }),
      threshold: 1,
    });
  }
}

export interface DeadLettersProps {
  /** What the alarm says. */
  readonly title: string;
  readonly impact: string;
  readonly alarms: Alarms;
}

export interface WorkQueueProps {
  readonly alarms: Alarms;
  readonly consumer: PipelineFunction;
  /** What a message that nobody could work on costs. */
  readonly impact: string;
  /**
   * The most messages for one call of the consumer.
   * @default 1
   */
  readonly batchSize?: number;
  /**
   * How many consumers work at once, 2 to 1000.
   * @default 2
   */
  readonly consumers?: number;
}

/** A queue, the function that works it off, and the letters that it gave up. */
export class WorkQueue extends Construct {
  readonly queue: Queue;
  readonly deadLetters: DeadLetters;

  constructor(scope: Construct, id: string, props: WorkQueueProps) {
    super(scope, id);
    const { alarms, consumer, impact, batchSize = 1, consumers = 2 } = props;
    this.deadLetters = new DeadLetters(this, `${id.replace(/Queue$/, '')}DeadLetters`, {
      title: `${id} gave up`,
      impact,
      alarms,
    });
    this.queue = new Queue(this, 'Queue', {
      ...PRIVATE,
      // Lambda's own advice: a throttled consumer then still gets to each message in time.
      visibilityTimeout: Duration.seconds(6 * consumer.timeoutSeconds),
      deadLetterQueue: { queue: this.deadLetters, maxReceiveCount: 5 },
      retentionPeriod: Duration.days(4),
    });
    named(this.queue, id);
    // It answers which messages failed instead of failing itself, so only its log tells.
    alarms.add(`${consumer.node.id} reports errors`, {
      section: `${consumer.node.id} fails`,
      impact: consumer.impact,
      metric: consumer.countErrorLines(),
      threshold: 1,
    });
    consumer.addEventSource(
      new SqsEventSource(this.queue, {
        batchSize,
        maxConcurrency: consumers,
        reportBatchItemFailures: true,
      }),
    );
  }

  /** Takes every event that matches, of the account's default bus or of `eventBus`. */
  takeEvents(description: string, eventPattern: EventPattern, eventBus?: IEventBus): void {
    new Rule(this, 'Rule', {
      description,
      eventPattern,
      ...(eventBus && { eventBus }),
      targets: [new SqsQueue(this.queue, { deadLetterQueue: this.deadLetters })],
    });
  }
}
