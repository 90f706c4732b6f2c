import { ACCOUNT, arnOf } from './account.ts';

/** Properties in which templates give a resource's physical name. */
export const NAME_PROPERTIES = [
  'Name',
  'AlarmName',
  'TableName',
  'BucketName',
  'QueueName',
  'FunctionName',
  'RoleName',
  'TopicName',
  'LogGroupName',
];

/** ARNs by type of resource and physical name. */
const ARNS: Readonly<Record<string, (name: string) => string>> = {
  'AWS::CloudWatch::Alarm': (name) => arnOf('cloudwatch', `alarm:${name}`),
  'AWS::CloudWatch::CompositeAlarm': (name) => arnOf('cloudwatch', `alarm:${name}`),
  'AWS::Cognito::UserPool': (name) => arnOf('cognito-idp', `userpool/${name}`),
  'AWS::DynamoDB::Table': (name) => arnOf('dynamodb', `table/${name}`),
  'AWS::Events::EventBus': (name) => arnOf('events', `event-bus/${name}`),
  'AWS::Events::Rule': (name) => arnOf('events', `rule/${name}`),
  'AWS::IAM::Role': (name) => `arn:aws:iam::${ACCOUNT}:role/${name}`,
  'AWS::KMS::Key': (name) => arnOf('kms', `key/${name}`),
  'AWS::Lambda::Function': (name) => arnOf('lambda', `function:${name}`),
  'AWS::Logs::LogGroup': (name) => arnOf('logs', `log-group:${name}:*`),
  'AWS::S3::Bucket': (name) => `arn:aws:s3:::${name}`,
  'AWS::SNS::Topic': (name) => arnOf('sns', name),
  'AWS::SQS::Queue': (name) => arnOf('sqs', name),
  'AWS::Scheduler::ScheduleGroup': (name) => arnOf('scheduler', `schedule-group/${name}`),
};

/** The physical name of a resource whose template gives it none. Buckets may have no capital letters. */
export function defaultName(type: string, { stack, id }: { stack: string; id: string }): string {
  const name = `${stack}-${id}`;
  return type === 'AWS::S3::Bucket' ? name.toLowerCase() : name;
}

/** ARN of a resource; `null` when its type has none here. */
export function resourceArn(type: string, name: string): string | null {
  return ARNS[type]?.(name) ?? null;
}

/** Whether a `Ref` to a resource of a type gives its ARN instead of its name. */
export function isReferredByArn(type: string): boolean {
  return type === 'AWS::SNS::Topic';
}
