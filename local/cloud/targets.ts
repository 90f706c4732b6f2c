import { createTables } from './dynamodb/create-tables.ts';
import { makeGroupsOutside } from './events/outside-schedules.ts';
import { scheduleTarget } from './events/schedule-target.ts';
import type { RuleTargets } from './events/wire-rules.ts';
import { type Grants, readGrants } from './iam/grants.ts';
import { laterInvoker } from './lambda/invoke-later.ts';
import type { Clients } from './make-clients.ts';
import { createBuckets } from './s3-sqs/create-buckets.ts';
import { createQueues, queuesOf } from './s3-sqs/create-queues.ts';
import { sqsSender } from './s3-sqs/sqs-sender.ts';
import type { Calls, Services } from './services.ts';
import type { Site } from './site.ts';

/** What events and schedules are delivered to. */
export interface Targets extends RuleTargets {
  readonly grants: Grants;
}

/** Makes the template's tables, buckets, queues and, outside, groups of schedules, and reads what its policies grant. */
export async function makeTargets(
  site: Site,
  { services: { s3Sqs }, clients }: { services: Pick<Services, 's3Sqs'>; clients: Clients },
): Promise<Targets> {
  const { db, s3, scheduler, sqs } = clients;
  const { clock, access, agenda, functions, outside, template } = site;
  const [queueUrls] = await Promise.all([
    createQueues(template, outside.SQS || !s3Sqs ? queuesOf(sqs) : s3Sqs.createQueue),
    createTables(template, db),
    createBuckets(template, s3),
    outside.SCHEDULER && makeGroupsOutside(template, scheduler),
  ]);
  const sender = sqsSender(sqs);
  const send = async (queueArn: string, body: string) => {
    const url = queueUrls.get(queueArn);
    if (url) await sender.send(url, body);
  };
  return {
    queueUrls,
    topics: new Set(template.ofType('AWS::SNS::Topic').map(({ arn }) => arn)),
    grants: readGrants(template, access),
    send,
    invokeLater: laterInvoker(template, { clock, agenda, invoke: functions.invoke, send }),
  };
}

/** How the services reach the functions. */
export function callsOf(
  { functions, journal, options }: Site,
  { grants, send, invokeLater }: Targets,
): Pick<Calls, 'callTarget' | 'invokeLater'> {
  const callTarget = scheduleTarget({
    find: functions.find,
    grants,
    send,
    invokeLater,
    ...options.faults,
    onFailure: journal.failed,
  });
  return { callTarget, invokeLater };
}
