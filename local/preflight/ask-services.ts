import { GetAccountSettingsCommand, type LambdaClient } from '@aws-sdk/client-lambda';
import { GetScheduleCommand, paginateListSchedules, type SchedulerClient } from '@aws-sdk/client-scheduler';
import { paginateListSubscriptionsByTopic, type SNSClient } from '@aws-sdk/client-sns';
import { ask, askUnless, said } from './ask.ts';
import type { AlarmReceivers, Asked, FoundSchedule } from './facts.ts';

/** How many functions of the account may run at once, besides what others have reserved. */
export function functionsAtOnce(client: LambdaClient): Promise<Asked<number>> {
  return ask(async () => {
    const { AccountLimit } = await client.send(new GetAccountSettingsCommand({}));
    return said(AccountLimit?.UnreservedConcurrentExecutions, 'UnreservedConcurrentExecutions');
  });
}

/** The subscriptions of the alarm topic. */
export function alarmReceivers(client: SNSClient, TopicArn: string): Promise<Asked<AlarmReceivers>> {
  return ask(async () => {
    const confirmed: string[] = [];
    let pending = 0;
    for await (const { Subscriptions = [] } of paginateListSubscriptionsByTopic({ client }, { TopicArn })) {
      for (const { SubscriptionArn = '', Endpoint = '' } of Subscriptions) {
        if (SubscriptionArn.startsWith('arn:')) confirmed.push(Endpoint);
        if (SubscriptionArn === 'PendingConfirmation') pending += 1;
      }
    }
    return { confirmed, pending };
  });
}

/** A launch's schedules; `null` when there is no group for them. */
export function schedules(
  client: SchedulerClient,
  launch: string,
): Promise<Asked<readonly FoundSchedule[] | null>> {
  const GroupName = `crier-${launch}`;
  const question = async () => {
    const found: FoundSchedule[] = [];
    for await (const { Schedules = [] } of paginateListSchedules({ client }, { GroupName })) {
      for (const { Name } of Schedules) {
        const answer = await client.send(new GetScheduleCommand({ GroupName, Name }));
        found.push({
          name: said(Name, 'Name'),
          expression: said(answer.ScheduleExpression, 'ScheduleExpression'),
          // Scheduler reads a time without a zone in UTC.
          zone: answer.ScheduleExpressionTimezone ?? 'UTC',
          state: said(answer.State, 'State'),
          target: said(answer.Target?.Arn, 'Target.Arn'),
          input: answer.Target?.Input ?? '',
        });
      }
    }
    return found;
  };
  return askUnless(['ResourceNotFoundException'], { none: null, question });
}

/** The HTTP status with which the console answers. */
export function consoleStatus(address: string): Promise<Asked<number>> {
  return ask(async () => {
    const { status } = await fetch(address, { redirect: 'manual', signal: AbortSignal.timeout(20_000) });
    return status;
  });
}
