/** A limit of AWS that a launch could meet. */
export interface Limit {
  readonly what: string;
  /** As the page says it. */
  readonly value: string;
  readonly page: string;
}

/** The day on which the pages were read, in copies of AWS's documentation that may be some months older. */
export const READ_ON = '2026-12-01';

const DYNAMODB = 'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide';

/** Units a second that one partition of DynamoDB writes, and so one item: it can't be split further. */
export const PARTITION_UNITS = 1000;
/** Units a second that a new on-demand table writes at once. */
export const NEW_TABLE_UNITS = 4000;
/** Concurrent executions of an account, unless it is new or has asked for more. */
export const CONCURRENCY = 1000;
/** Questions for the sending quota that SES answers in a second. */
export const QUOTA_QUESTIONS = 1;
/** Seconds that an invocation may take. */
export const INVOCATION_SECONDS = 900;

/** Every limit that the page compares with, with its source. */
export const LIMITS = {
  sesRate: {
    what: 'SES: emails a second, and in 24 hours',
    value: '1 and 200 in the sandbox; outside, what AWS grants for your use case',
    page: 'https://docs.aws.amazon.com/ses/latest/dg/quotas.html',
  },
  quotaQuestions: {
    what: 'SES: GetSendQuota',
    value: 'once a second',
    page: 'https://docs.amazonaws.cn/goto/WebAPI/email-2010-12-01/GetSendQuota',
  },
  partition: {
    what: 'DynamoDB: one partition',
    value: '1,000 write units and 3,000 read units a second',
    page: `${DYNAMODB}/warm-throughput-scenarios.html`,
  },
  newTable: {
    what: 'DynamoDB: a new on-demand table',
    value: '4,000 writes a second at once; more than double the last peak takes up to 30 minutes',
    page: 'https://www.repost.aws/knowledge-center/on-demand-table-throttling-dynamodb',
  },
  table: {
    what: 'DynamoDB: any on-demand table',
    value: '40,000 write units a second, adjustable',
    page: `${DYNAMODB}/on-demand-capacity-mode.html`,
  },
  concurrency: {
    what: 'Lambda: concurrent executions of the account',
    value: '1,000, fewer in new accounts; adjustable to tens of thousands',
    page: 'https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html',
  },
  invocation: {
    what: 'Lambda: one invocation',
    value: '15 minutes',
    page: 'https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html',
  },
  polling: {
    what: 'Lambda: batches of one SQS queue at once',
    value: '5 at first, up to 300 more each minute, 1,000 at most, or the maximum concurrency set',
    page: 'https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-scaling.html',
  },
  inFlight: {
    what: 'SQS: messages of a queue',
    value: 'unlimited waiting, about 120,000 in flight',
    page: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/quotas-queues.html',
  },
  rules: {
    what: 'EventBridge: events that rules pass on',
    value:
      '18,750 a second in us-east-1 and us-west-2, 4,500 in us-east-2, 2,250 in us-west-1; then they are late',
    page: 'https://docs.amazonaws.cn/eventbridge/latest/userguide/eb-quota.html',
  },
  schedules: {
    what: 'EventBridge Scheduler',
    value: '10,000,000 schedules, 1,000 invocations a second',
    page: 'https://docs.aws.amazon.com/scheduler/latest/UserGuide/scheduler-quotas.html',
  },
} as const satisfies Record<string, Limit>;
