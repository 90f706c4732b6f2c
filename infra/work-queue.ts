import { Duration, Stack } from 'aws-cdk-lib';
import { type EventPattern, type IEventBus, Rule } from 'aws-cdk-lib/aws-events';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import { Queue, QueueEncryption, type QueueProps } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { MAX_RECEIVES } from '../functions/aws/retry-soon.ts';
import { ENV, type EnvName } from '../functions/lib/env.ts';
import type { Alarms } from './alarms.ts';
import { queueTarget } from './from-source.ts';
import { named } from './named.ts';
import type { PipelineFunction } from './pipeline-function.ts';

const PRIVATE = { encryption: QueueEncryption.SQS_MANAGED, enforceSSL: true } satisfies QueueProps;

/** A dead-letter queue, with an alarm at its first message. Messages are kept for two weeks. */
export class DeadLetters extends Queue {
  constructor(scope: Construct, id: string, { title, impact, alarms }: DeadLettersProps) {
    super(scope, id, { ...PRIVATE, queueName: queueName(scope, id), retentionPeriod: Duration.days(14) });
    named(this, id);
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

/** The alarm of a dead-letter queue. */
export interface DeadLettersProps {
  /** The alarm's name. */
  readonly title: string;
  /** What a dead letter costs the filers or the clerk. */
  readonly impact: string;
  readonly alarms: Alarms;
}

/** A queue's consumer, and how it is fed. */
export interface WorkQueueProps {
  readonly alarms: Alarms;
  readonly consumer: PipelineFunction;
  /** What a message that could not be processed costs the filers or the clerk. */
  readonly impact: string;
  /**
   * At most this many messages in one call of the consumer.
   * @default 1
   */
  readonly batchSize?: number;
  /**
   * How long Lambda waits for a batch to fill. Over ten messages in a batch, at least a second.
   * @default 0
   */
  readonly windowSeconds?: number;
  /**
   * How many consumers work at once, 2 to 1000.
   * @default 2
   */
  readonly consumers?: number;
}

/** A queue, the function that consumes it, and its dead letters. */
export class WorkQueue extends Construct {
  readonly queue: Queue;
  readonly deadLetters: DeadLetters;
  readonly consumer: PipelineFunction;

  constructor(scope: Construct, id: string, props: WorkQueueProps) {
    super(scope, id);
    const { alarms, consumer, impact, batchSize = 1, windowSeconds = 0, consumers = 2 } = props;
    this.consumer = consumer;
    this.deadLetters = new DeadLetters(this, `${id.replace(/Queue$/, '')}DeadLetters`, {
      title: `${id} has dead letters`,
      impact,
      alarms,
    });
    this.queue = new Queue(this, 'Queue', {
      ...PRIVATE,
      queueName: queueName(this, id),
      // AWS's advice for Lambda consumers: six times their timeout, so that throttled calls are retried in time.
      visibilityTimeout: Duration.seconds(6 * consumer.timeoutSeconds),
      deadLetterQueue: { queue: this.deadLetters, maxReceiveCount: MAX_RECEIVES },
      retentionPeriod: Duration.days(4),
    });
    named(this.queue, id);
    // To have a message that failed shown again soon; the event source's grants include that.
    addQueueAddress(consumer);
    consumer.addEventSource(
      new SqsEventSource(this.queue, {
        batchSize,
        ...(windowSeconds > 0 && { maxBatchingWindow: Duration.seconds(windowSeconds) }),
        maxConcurrency: consumers,
        reportBatchItemFailures: true,
      }),
    );
  }

  /** May queue messages; the variable tells the function the queue's id. */
  grantSend(fn: PipelineFunction, variable: EnvName): void {
    addQueueAddress(fn);
    fn.addEnvironment(variable, this.node.id);
    fn.addToRolePolicy(
      new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [this.queue.queueArn] }),
    );
  }

  /** Queues every event that matches, from the account's default bus or from `eventBus`. */
  takeEvents(description: string, eventPattern: EventPattern, eventBus?: IEventBus): void {
    new Rule(this, 'Rule', {
      description,
      eventPattern,
      ...(eventBus && { eventBus }),
      targets: [queueTarget(this.queue, this.deadLetters)],
    });
  }
}

/** A name that a function can make from the queue's id: its environment has no room for URLs. */
function queueName(scope: Construct, id: string): string {
  return `${Stack.of(scope).stackName}-${id}`;
}

/** Tells a function where the launch's queues are, so that it needs their ids only. */
export function addQueueAddress(fn: PipelineFunction): void {
  const { region, account, urlSuffix } = Stack.of(fn);
  fn.addEnvironment(ENV.queueAddress, `https://sqs.${region}.${urlSuffix}/${account}/${queueName(fn, '')}`);
}
