import type { Exception } from './exception.ts';
import { WILDCARDS } from './wildcards.ts';

const NO_POINT_IN_TIME =
  'What has expired must not come back: a recovery could restore it for another 35 days.';

/** Every exception. A finding that none of them holds for stops the build; a test finds those that nothing needs. */
export const EXCEPTIONS: readonly Exception[] = [
  {
    rules: ['NIST.800.53.R5-CloudWatchAlarmAction'],
    type: 'AWS::CloudWatch::Alarm',
    ids: /^AlarmsSign/,
    where: 'alarms for one of several signs of the same cause',
    reason: 'When fifteen functions are throttled, fifteen notices would hide the one that matters.',
    instead: 'A composite alarm covers all signs of a cause, and notifies people once.',
  },
  {
    rules: ['AwsSolutions-DDB3', 'NIST.800.53.R5-DynamoDBPITREnabled', 'NIST.800.53.R5-DynamoDBInBackupPlan'],
    type: 'AWS::DynamoDB::Table',
    ids: /^(Session|Search)Table$/,
    where: 'SessionTable and SearchTable',
    reason: NO_POINT_IN_TIME,
    instead: 'They hold nothing that must survive: users sign in and search again.',
  },
  {
    rules: ['NIST.800.53.R5-DynamoDBInBackupPlan'],
    type: 'AWS::DynamoDB::Table',
    ids: /^(Launch|Roster|Delivery|SendLog|Suppression)Table$/,
    where: 'every other table, if the setting `backupDays` is 0; a table that a restored one replaces',
    reason:
      'With 0, the account’s own backup plan is expected to include the tables, which it finds by their tag `crier:launch`. ' +
      'After a restore, Crier’s plan includes the tables in use: those that they replaced may be gone.',
    instead: 'Tables are protected from deletion, and recoverable to any second of the last 35 days.',
  },
  {
    rules: ['NIST.800.53.R5-S3BucketReplicationEnabled'],
    type: 'AWS::S3::Bucket',
    where: 'every bucket',
    reason:
      'A launch runs in one Region, and copies in a second one would be more places that hold personal data.',
    instead:
      'S3 keeps each object in several Availability Zones. Buckets are versioned and retained, and entries of the audit ' +
      'log are locked. Uploads can be uploaded again.',
  },
  {
    rules: ['NIST.800.53.R5-S3DefaultEncryptionKMS'],
    type: 'AWS::S3::Bucket',
    where: 'every bucket',
    reason:
      'By default S3 encrypts with its own keys (AES-256), which needs no key policy that could lock the court out. S3 ' +
      'can’t deliver access logs to a bucket that encrypts with a key of KMS by default.',
    instead:
      'Encryption at rest always, TLS 1.2 or later in transit, no public access, and roles limited to prefixes. With the ' +
      'setting `dataKey`, the court’s own key for every bucket except the one for access logs.',
  },
  {
    rules: ['NIST.800.53.R5-CloudWatchLogGroupEncrypted'],
    type: 'AWS::Logs::LogGroup',
    where: 'every log',
    reason: 'CloudWatch encrypts every log with its own key, and logs hold no personal data.',
    instead:
      'Logs have codes and ids only: a test refuses names and addresses in them. With the setting `dataKey`, the court’s own key.',
  },
  {
    rules: ['NIST.800.53.R5-CloudTrailCloudWatchLogsEnabled'],
    type: 'AWS::CloudTrail::Trail',
    where: 'the trail of uploads and commands',
    reason: 'EventBridge gets the same events, and Crier reads them there.',
    instead:
      'The log files are in a bucket of their own, with digests. A principal that can’t be recorded raises an alarm.',
  },
  {
    rules: ['NIST.800.53.R5-CloudTrailEncryptionEnabled'],
    type: 'AWS::CloudTrail::Trail',
    where: 'the trail of uploads and commands',
    reason:
      'By default S3 encrypts with its own keys (AES-256), which needs no key policy that could stop the log.',
    instead:
      'Only this trail may write to the bucket; log files have digests that show any change. With the setting `dataKey`, the court’s own key.',
  },
  {
    rules: ['NIST.800.53.R5-IAMNoInlinePolicy'],
    type: 'AWS::IAM::Policy',
    where: 'every role’s policy',
    reason: 'Each policy is for one role. As a managed policy, others could attach it.',
    instead:
      'Policies are generated with the function that they are for, changed by deployments only, and removed with it.',
  },
  {
    rules: ['NIST.800.53.R5-LambdaConcurrency'],
    type: 'AWS::Lambda::Function',
    where: 'functions without a limit of their own',
    reason:
      'Reserved concurrency is taken from the account’s quota, which in a new account is too small to divide.',
    instead:
      'Every queue limits how many of its messages are worked on at once, the API limits requests per second, and people ' +
      'invoke the rest.',
  },
  {
    rules: ['NIST.800.53.R5-LambdaDLQ', 'Serverless-LambdaDLQ'],
    type: 'AWS::Lambda::Function',
    where: 'every function',
    reason:
      'The rules look for a dead-letter queue on the function itself, which only asynchronous calls would use.',
    instead:
      'What functions work on comes from queues and schedules that have dead-letter queues, each with an alarm. Other ' +
      'callers wait for the answer. The sweep repeats what was lost.',
  },
  {
    rules: ['Serverless-LambdaAsyncFailureDestination'],
    type: 'AWS::Lambda::EventInvokeConfig',
    ids: /Sweep|NotifyStaff/,
    where: 'Sweep and NotifyStaff',
    reason:
      'They run every few minutes and start from what is stored: a failed run leaves nothing to process later.',
    instead: 'Alarms report either that fails, and a sweep that doesn’t run.',
  },
  {
    rules: ['Serverless-LambdaEventSourceMappingDestination'],
    type: 'AWS::Lambda::EventSourceMapping',
    where: 'every queue’s consumer',
    reason: 'Lambda has such destinations for streams, not for queues of SQS.',
    instead: 'Each queue has its own dead-letter queue, with an alarm on the first message.',
  },
  {
    rules: ['AwsSolutions-SQS3', 'Serverless-SQSRedrivePolicy'],
    type: 'AWS::SQS::Queue',
    ids: /DeadLetters$/,
    where: 'dead-letter queues',
    reason: 'They are dead-letter queues themselves; the rules don’t recognize those of schedules and rules.',
    instead: 'Each has an alarm on its first message and keeps messages for two weeks.',
  },
  {
    rules: ['NIST.800.53.R5-LambdaInsideVPC'],
    type: 'AWS::Lambda::Function',
    where: 'every function',
    reason:
      'Functions call only services of AWS and the sign-in provider and can’t be reached from a network. In a VPC they ' +
      'would need endpoints or a NAT gateway, which adds a network to patch and watch.',
    instead: 'Every call is authenticated, authorized by a role of the function’s own, and encrypted by TLS.',
  },
  {
    rules: ['Serverless-LambdaTracing'],
    type: 'AWS::Lambda::Function',
    where: 'every function',
    reason:
      'Traces would be one more store of who did what when, and each function would need permission to write them.',
    instead:
      'The request id and the ids of run, chunk and filer connect the lines of the logs and the send log.',
  },
  {
    rules: ['Serverless-SNSRedrivePolicy'],
    type: 'AWS::SNS::Subscription',
    where: 'who gets alarms by email',
    reason: 'An alarm that wasn’t delivered would be reported by an alarm that isn’t delivered either.',
    instead:
      'SNS tries email again for six hours, the alarm’s state stays visible in CloudWatch, and several people get it.',
  },
  {
    rules: ['AwsSolutions-APIG4'],
    type: 'AWS::ApiGatewayV2::Route',
    where: 'the console’s API',
    reason: 'The console itself sends everyone who isn’t signed in to the OpenID Connect provider.',
    instead:
      'Every route but the sign-in pages requires a session and names its roles; a test tries each without one.',
  },
  {
    rules: ['AwsSolutions-COG3', 'AwsSolutions-COG8'],
    type: 'AWS::Cognito::UserPool',
    where: 'the launch’s own user pool',
    reason: 'Threat protection is part of Cognito’s Plus plan only, and the pool has a handful of users.',
    instead:
      'A second factor is required, only administrators create accounts, and the court can use its own provider instead.',
  },
  ...WILDCARDS,
];
