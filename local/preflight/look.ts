import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { LambdaClient } from '@aws-sdk/client-lambda';
import { SchedulerClient } from '@aws-sdk/client-scheduler';
import { SESv2Client } from '@aws-sdk/client-sesv2';
import { SNSClient } from '@aws-sdk/client-sns';
import type { Plan } from '../../functions/domain/plan/plan.ts';
import type { Settings } from '../../infra/settings.ts';
import { askAbout } from './ask.ts';
import { type Dns, dmarcRecord, mailServers, textRecords } from './ask-dns.ts';
import { mailAccount, senderIdentity, setSuppressed } from './ask-mail.ts';
import { alarmReceivers, consoleStatus, functionsAtOnce, schedules } from './ask-services.ts';
import { deployedStacks, deployedTemplates, partOf } from './ask-stacks.ts';
import { findRestored } from './ask-tables.ts';
import type { AccountFacts, Asked } from './facts.ts';
import { replyDomain, senderDomain } from './sender-checks.ts';

/** How each client is made. @default as the shell says: its region, its credentials */
export interface ClientOptions {
  readonly region?: string;
  readonly endpoint?: string;
  readonly maxAttempts?: number;
}

interface Looking {
  readonly dns: Dns;
  /** Those that the settings name. @default none */
  readonly restoredTables?: Settings['restoredTables'];
  readonly clients?: ClientOptions;
}

/** All that can be found without a person. */
type LookedAt = Omit<AccountFacts, 'testMessage'>;

/** Looks at the account of the shell and at DNS. Changes nothing; what can't be asked is said to be unknown. */
export async function lookAt(
  plan: Plan,
  { dns, restoredTables = {}, clients = {} }: Looking,
): Promise<LookedAt> {
  const ses = new SESv2Client(clients);
  const sns = new SNSClient(clients);
  const cloudFormation = new CloudFormationClient(clients);
  const launch = plan.name;
  const domain = senderDomain(plan);
  const identity = senderIdentity(ses, domain);
  const stacks = deployedStacks(cloudFormation, launch);
  const spf = identity.then((asked) => askAbout(mailFromOf(asked), (name) => spfRecords(dns, name)));
  const dmarc = dmarcRecord(dns, domain);
  const replyServers = mailServers(dns, replyDomain(plan));
  const suppressed = setSuppressed(ses, `crier-${launch}`);
  const found = schedules(new SchedulerClient(clients), launch);
  const templates = deployedTemplates(cloudFormation, launch);
  const receivers = stacks.then((asked) =>
    askAbout(partOf(asked, 'topic'), (topic) => alarmReceivers(sns, topic)),
  );
  // They run at the same time, and none of them throws.
  return {
    region: await ses.config.region(),
    account: await mailAccount(ses),
    identity: await identity,
    spf: await spf,
    dmarc: await dmarc,
    replyServers: await replyServers,
    functionsAtOnce: await functionsAtOnce(new LambdaClient(clients)),
    stacks: await stacks,
    templates: await templates,
    setSuppressed: await suppressed,
    alarmReceivers: await receivers,
    schedules: await found,
    consoleStatus: await askAbout(partOf(await stacks, 'consoleAddress'), consoleStatus),
    restored: await findRestored(new DynamoDBClient(clients), restoredTables),
  };
}

function mailFromOf(identity: AccountFacts['identity']): Asked<string | null> {
  if (identity.known) return { known: true, value: identity.value?.mailFrom ?? null };
  return { known: false, why: `the sender couldn’t be checked (${identity.why})` };
}

async function spfRecords(dns: Dns, mailFrom: string | null): Promise<AccountFacts['spf']> {
  return mailFrom === null ? { known: true, value: null } : textRecords(dns, mailFrom);
}
