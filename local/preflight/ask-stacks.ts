import { type CloudFormationClient, DescribeStacksCommand, type Stack } from '@aws-sdk/client-cloudformation';
import { GetAccountSettingsCommand, type LambdaClient } from '@aws-sdk/client-lambda';
import { paginateListSchedules, type SchedulerClient } from '@aws-sdk/client-scheduler';
import { paginateListSubscriptionsByTopic, type SNSClient } from '@aws-sdk/client-sns';
import { ask, askUnless } from './ask.ts';
import type { AccountFacts, Asked, DeployedStacks } from './facts.ts';

/** What CloudFormation says of a launch's two stacks. */
export function deployedStacks(client: CloudFormationClient, launch: string): Promise<Asked<DeployedStacks>> {
  return ask(async () => {
    const data = await stackNamed(client, `crier-${launch}-data`);
    const pipeline = await stackNamed(client, `crier-${launch}-pipeline`);
    const output = (key: string) =>
      pipeline?.Outputs?.find(({ OutputKey }) => OutputKey === key)?.OutputValue ?? null;
    const at = pipeline?.LastUpdatedTime ?? pipeline?.CreationTime;
    return {
      data: data?.StackStatus ?? null,
      pipeline: pipeline?.StackStatus ?? null,
      deployedAt: at?.toISOString() ?? null,
      consoleAddress: output('ConsoleAddress'),
      topic: output('AlarmTopicArn'),
    };
  });
}

/** CloudFormation has no error of its own for a stack that isn't there, only a sentence. */
async function stackNamed(client: CloudFormationClient, name: string): Promise<Stack | undefined> {
  try {
    return (await client.send(new DescribeStacksCommand({ StackName: name }))).Stacks?.[0];
  } catch (error) {
    if (/does not exist/.test((error as Error).message)) return undefined;
    throw error;
  }
}

/** How many functions the account runs at once. */
export function functionsAtOnce(client: LambdaClient): Promise<Asked<number>> {
  return ask(async () => {
    const { AccountLimit } = await client.send(new GetAccountSettingsCommand({}));
    return AccountLimit?.ConcurrentExecutions ?? 0;
  });
}

/** The subscriptions of the alarm topic. */
export function alarmReceivers(
  client: SNSClient,
  topic: string | null,
): Promise<AccountFacts['alarmReceivers']> {
  return ask(async () => {
    const counts = { confirmed: 0, pending: 0 };
    if (topic === null) return counts;
    for await (const { Subscriptions = [] } of paginateListSubscriptionsByTopic(
      { client },
      { TopicArn: topic },
    ))
      for (const { SubscriptionArn = '' } of Subscriptions)
        counts[SubscriptionArn.startsWith('arn:') ? 'confirmed' : 'pending'] += 1;
    return counts;
  });
}

/** The names of a launch's schedules. */
export function scheduleNames(client: SchedulerClient, launch: string): Promise<Asked<readonly string[]>> {
  const question = async () => {
    const names: string[] = [];
    for await (const { Schedules = [] } of paginateListSchedules(
      { client },
      { GroupName: `crier-${launch}` },
    ))
      names.push(...Schedules.map(({ Name = '' }) => Name));
    return names;
  };
  return askUnless(['ResourceNotFoundException'], { none: [], question });
}

/** The HTTP status with which the console answers. */
export function consoleStatus(address: string | null): Promise<Asked<number>> {
  return ask(async () => {
    if (address === null) throw new Error('the stack says no address');
    const { status } = await fetch(address, { redirect: 'manual', signal: AbortSignal.timeout(20_000) });
    return status;
  });
}
