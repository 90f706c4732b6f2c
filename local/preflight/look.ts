import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { LambdaClient } from '@aws-sdk/client-lambda';
import { SchedulerClient } from '@aws-sdk/client-scheduler';
import { SESv2Client } from '@aws-sdk/client-sesv2';
import { SNSClient } from '@aws-sdk/client-sns';
import type { Plan } from '../../functions/domain/plan/plan.ts';
import { type Dns, mailServers, textRecords } from './ask-dns.ts';
import { mailAccount, senderIdentity, setSuppressed } from './ask-mail.ts';
import {
  alarmReceivers,
  consoleStatus,
  deployedStacks,
  functionsAtOnce,
  scheduleNames,
} from './ask-stacks.ts';
import type { AccountFacts } from './facts.ts';
import { replyDomain, senderDomain } from './sender-checks.ts';

/** How each client is made. @default as the shell says: its region, its credentials */
export interface ClientOptions {
  readonly region?: string;
  readonly endpoint?: string;
  readonly maxAttempts?: number;
}

/** Looks at the account of the shell and at DNS. Changes nothing; what can't be asked is said to be unknown. */
export async function lookAt(
  plan: Plan,
  { dns, clients = {} }: { readonly dns: Dns; readonly clients?: ClientOptions },
): Promise<AccountFacts> {
  const ses = new SESv2Client(clients);
  const launch = plan.name;
  const domain = senderDomain(plan);
  const [identity, stacks] = await Promise.all([
    senderIdentity(ses, domain),
    deployedStacks(new CloudFormationClient(clients), launch),
  ]);
  const bounces = (identity.known && identity.value?.mailFrom) || domain;
  const { topic, consoleAddress } = stacks.known ? stacks.value : { topic: null, consoleAddress: null };
  const [region, account, spf, dmarc, replyServers, atOnce, suppressed, receivers, schedules, status] =
    await Promise.all([
      ses.config.region(),
      mailAccount(ses),
      textRecords(dns, bounces),
      textRecords(dns, `_dmarc.${domain}`),
      mailServers(dns, replyDomain(plan)),
      functionsAtOnce(new LambdaClient(clients)),
      setSuppressed(ses, `crier-${launch}`),
      alarmReceivers(new SNSClient(clients), topic),
      scheduleNames(new SchedulerClient(clients), launch),
      consoleStatus(consoleAddress),
    ]);
  return {
    region,
    account,
    identity,
    spf,
    dmarc,
    replyServers,
    functionsAtOnce: atOnce,
    stacks,
    setSuppressed: suppressed,
    alarmReceivers: receivers,
    schedules,
    consoleStatus: status,
  };
}
