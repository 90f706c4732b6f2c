/** A limit of AWS that the embedded cloud keeps. */
export interface Limit {
  /** What is limited, as a person would say it. */
  readonly what: string;
  readonly most: number;
  readonly unit: 'bytes' | 'characters' | 'entries' | 'recipients' | 'seconds' | 'invocations';
  /** What happens beyond it. */
  readonly beyond: string;
  /** Which of Crier's own limits keeps it far from this one. */
  readonly crier: string;
  /** Where AWS says so. */
  readonly source: string;
}

const KB = 1024;
const MB = 1024 * KB;
const DOCS = 'https://docs.aws.amazon.com';
const LAMBDA = `${DOCS}/lambda/latest/dg/gettingstarted-limits.html`;
const DYNAMODB = `${DOCS}/amazondynamodb/latest/developerguide/Constraints.html`;
const API_GATEWAY = `${DOCS}/apigateway/latest/developerguide/http-api-quotas.html`;
const SQS = `${DOCS}/AWSSimpleQueueService/latest/SQSDeveloperGuide/quotas-messages.html`;
const EVENTBRIDGE = `${DOCS}/eventbridge/latest/userguide/eb-quota.html`;
const SCHEDULER = `${DOCS}/scheduler/latest/APIReference/API_CreateSchedule.html`;
const SES = `${DOCS}/ses/latest/dg/quotas.html`;

/** Every limit of AWS that is kept here, in one place. `docs/local.md` has the same table. */
export const LIMITS = {
  lambdaRequest: {
    what: 'Lambda: an event, when the caller waits',
    most: 6 * MB,
    unit: 'bytes',
    beyond: '`RequestTooLargeException`; 413 from the HTTP API',
    crier: 'the console refuses forms over 256 KB',
    source: LAMBDA,
  },
  lambdaAnswer: {
    what: "Lambda: a function's answer",
    // A hundred more than 6 MB: the number in its own message.
    most: 6 * MB + 100,
    unit: 'bytes',
    beyond: '`Function.ResponseSizeTooLarge`; 500 from the HTTP API',
    crier: 'pages show at most 100 rows; the phone list is cut; reports and exports are downloaded from S3',
    source: LAMBDA,
  },
  lambdaLaterRequest: {
    what: 'Lambda: an event, when the caller does not wait',
    most: MB,
    unit: 'bytes',
    beyond: '`RequestTooLargeException`',
    crier: 'events hold ids, codes and counts',
    source: LAMBDA,
  },
  lambdaEnvironment: {
    what: "Lambda: a function's variables, names and values",
    most: 4 * KB,
    unit: 'bytes',
    beyond: 'the deployment fails',
    crier: 'a test with the longest names that are permitted',
    source: LAMBDA,
  },
  lambdaLoop: {
    what: 'Lambda: one message after the other from a function to itself',
    most: 16,
    unit: 'invocations',
    beyond: 'the message goes to the dead letters',
    crier: 'SendEmail alone queues to itself, and is allowed to',
    source: `${DOCS}/lambda/latest/dg/invocation-recursion.html`,
  },
  httpRequest: {
    what: 'HTTP API: a request',
    most: 10 * MB,
    unit: 'bytes',
    beyond: '413',
    crier: 'files go to S3, not through the console',
    source: API_GATEWAY,
  },
  httpSeconds: {
    what: 'HTTP API: until the function answers',
    most: 30,
    unit: 'seconds',
    beyond: '503',
    crier: 'the console is stopped after 29 seconds',
    source: API_GATEWAY,
  },
  itemBytes: {
    what: 'DynamoDB: an item (dynalite)',
    most: 400 * KB,
    unit: 'bytes',
    beyond: '`ValidationException`',
    crier: 'plans are at most 256 KB, chunks hold 50 filers',
    source: DYNAMODB,
  },
  queryBytes: {
    what: 'DynamoDB: a page of a query (dynalite)',
    most: MB,
    unit: 'bytes',
    beyond: 'the page ends, with a key for the next',
    crier: 'every reader goes on to the last page',
    source: DYNAMODB,
  },
  batchGetKeys: {
    what: 'DynamoDB: keys of BatchGetItem (dynalite)',
    most: 100,
    unit: 'entries',
    beyond: '`ValidationException`',
    crier: 'reads are cut into hundreds',
    source: DYNAMODB,
  },
  batchGetBytes: {
    what: 'DynamoDB: an answer of BatchGetItem (dynalite already ends it at 1.4 MB)',
    most: 16 * MB,
    unit: 'bytes',
    beyond: 'keys are left unprocessed',
    crier: 'they are asked for again',
    source: DYNAMODB,
  },
  batchWriteItems: {
    what: 'DynamoDB: items of BatchWriteItem (dynalite)',
    most: 25,
    unit: 'entries',
    beyond: '`ValidationException`',
    crier: 'writes are cut into 25',
    source: DYNAMODB,
  },
  messageBytes: {
    what: 'SQS: a message, and a batch of them (fauxqs)',
    most: MB,
    unit: 'bytes',
    beyond: '`InvalidParameterValue`, `BatchRequestTooLong`',
    crier: 'messages hold names of chunks and files',
    source: SQS,
  },
  eventEntries: {
    what: 'EventBridge: entries of PutEvents',
    most: 10,
    unit: 'entries',
    beyond: '`ValidationException`',
    crier: 'events are put by ten',
    source: EVENTBRIDGE,
  },
  eventBytes: {
    what: 'EventBridge: all entries of a PutEvents',
    most: MB,
    unit: 'bytes',
    beyond: '`ValidationException`',
    crier: 'events hold ids, codes and counts',
    source: EVENTBRIDGE,
  },
  scheduleName: {
    what: "Scheduler: a schedule's name",
    most: 64,
    unit: 'characters',
    beyond: '`ValidationException`',
    crier: "a phase's id is at most 40 characters",
    source: SCHEDULER,
  },
  scheduleDescription: {
    what: "Scheduler: a schedule's description",
    most: 512,
    unit: 'characters',
    beyond: '`ValidationException`',
    crier: 'it holds two names of at most 40',
    source: SCHEDULER,
  },
  scheduleInput: {
    what: "Scheduler: the input of a schedule's target",
    most: 256 * KB,
    unit: 'bytes',
    beyond: '`ValidationException`',
    crier: 'it holds three short values',
    source: `${DOCS}/scheduler/latest/UserGuide/scheduler-quotas.html`,
  },
  mailBytes: {
    what: 'SES: an email of SendRawEmail',
    most: 10 * MB,
    unit: 'bytes',
    beyond: '`InvalidParameterValue`',
    crier: 'emails have no attachments, and a passage of wording at most 4,000 characters',
    source: SES,
  },
  mailRecipients: {
    what: 'SES: recipients of an email',
    most: 50,
    unit: 'recipients',
    beyond: '`MessageRejected`',
    crier: 'each email has one',
    source: SES,
  },
  mailTag: {
    what: "SES: a tag's value",
    most: 256,
    unit: 'characters',
    beyond: '`InvalidParameterValue`',
    crier: "tags are a run's id, a filer's of 16 characters, and a number",
    source: `${DOCS}/ses/latest/APIReference/API_MessageTag.html`,
  },
} as const satisfies Record<string, Limit>;
