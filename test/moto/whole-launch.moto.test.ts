import { VerifyDomainIdentityCommand } from '@aws-sdk/client-ses';
import { ListQueuesCommand, SendMessageCommand } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { campaign } from '#campaign';
import { sendLogStore } from '../../functions/aws/send-log.ts';
import { filerIdOf } from '../../functions/domain/filer/filer-id.ts';
import type { Fact } from '../../functions/domain/send/fact.ts';
import { foldStatus } from '../../functions/domain/send/status.ts';
import { virtualClock } from '../../local/cloud/clock/clock.ts';
import { type Cloud, startCloud } from '../../local/cloud/cloud.ts';
import { outcomeOf, sesEvents } from '../../local/cloud/ses/events.ts';
import { planWith } from '../support/builders/plan.ts';
import { clientsOf } from '../support/clients.ts';
import { type MotoMail, motoMails } from '../support/moto-mail.ts';
import { outsideUrl } from '../support/outside.ts';

const SENDER = 'test.uscourts.gov';
/** User id and address of each filer. */
const FILERS = {
  ada: 'ada@example.com',
  bo: 'bo@example.com',
  cy: 'cy@example.com',
  gone: 'bounce@simulator.amazonses.com',
  cross: 'complaint@simulator.amazonses.com',
  nomail: '',
} as const;
type User = keyof typeof FILERS;

const HEADER = `${campaign.key.column},last_name,first_name,email,user_type`;
const ROSTER = [
  HEADER,
  ...Object.entries(FILERS).map(([id, email]) => `${id},Filer,${id},${email},attorney`),
].join('\n');
const LINKS = (asOf: string) =>
  [
    `${campaign.key.column},link_status,link_as_of`,
    ...Object.keys(FILERS).map((id) => `${id},${id === 'ada' ? 'linked' : 'unlinked'},${asOf}`),
  ].join('\n');

const RUNS = {
  notice: 'notice-1_20181015T130000Z',
  warning: 'warning_20181018T140000Z',
  open: 'open_20181022T124500Z',
  followUp: 'follow-up-1_20181024T140000Z',
} as const;

let cloud: Cloud;
const { ses, sqs } = clientsOf(outsideUrl('SES'));
/** Emails that were read before, in moto's order. */
let read = 0;

/** Whom moto's SES took a new email for, sorted; of each it then tells Crier what happened to it. */
async function sentIn(runId: string): Promise<string[]> {
  const mails = (await motoMails(outsideUrl('SES'))).slice(read);
  read += mails.length;
  const sent = (await factsOf(runId)).filter(({ kind }) => kind === 'sent');
  expect(sent.map(({ messageId }) => messageId).sort()).toEqual(mails.map((mail) => mail.messageId).sort());
  for (const mail of mails) await tellOf(mail, sent.find(({ messageId }) => messageId === mail.messageId)!);
  await cloud.settle();
  return mails.map(({ to }) => to[0]!.split('@')[0]!).sort();
}

/** What SES would publish of an email, on the queue to which the template's rule takes it. */
async function tellOf({ raw, ...mail }: MotoMail, { runId, filerId, attempt }: Fact): Promise<void> {
  const whole = {
    ...mail,
    at: cloud.clock.now(),
    raw: Buffer.from(raw),
    configurationSet: cloud.env.CRIER_CONFIGURATION_SET!,
    tags: { run: runId, filer: filerId, attempt: String(attempt) },
  };
  for (const { event, at } of sesEvents(whole, { outcome: outcomeOf(whole) })) {
    const { source, detailType, detail } = event;
    const MessageBody = JSON.stringify({ source, 'detail-type': detailType, time: at.toString(), detail });
    await sqs.send(new SendMessageCommand({ QueueUrl: await feedbackQueue(), MessageBody }));
  }
}

async function feedbackQueue(): Promise<string> {
  const { QueueUrls = [] } = await sqs.send(new ListQueuesCommand({}));
  return QueueUrls.find((url) => url.endsWith('-FeedbackQueue'))!;
}

function factsOf(runId: string): Promise<Fact[]> {
  return Array.fromAsync(sendLogStore(cloud).facts(runId));
}

async function statusOf(runId: string, user: User): Promise<string> {
  const { status, fact } = foldStatus(await sendLogStore(cloud).factsOf(runId, filerIdOf('test', user)));
  return fact?.reason ? `${status} ${fact.reason}` : status;
}

const eventKinds = () => cloud.events.map((event) => event['detail-type']);

describe('a whole launch, with moto as its cloud', () => {
  beforeAll(async () => {
    await ses.send(new VerifyDomainIdentityCommand({ Domain: SENDER }));
    cloud = await startCloud({
      clock: virtualClock('2018-10-15T12:00:00Z'),
      launch: { name: 'test-2018', sender: SENDER },
    });
  });
  afterAll(async () => {
    await cloud.stop();
    ses.destroy();
    sqs.destroy();
  });

  it('takes plan and roster, and makes a schedule for each phase', async () => {
    const plan = planWith({ roster: { maxUnreachablePercent: 20 }, 'phases.0.when.days': -7 });
    await cloud.put('inbox/launch/launch.json', JSON.stringify(plan));
    await cloud.put('inbox/roster/roster.csv', ROSTER);
    await cloud.settle();
    expect(eventKinds()).toEqual(['LaunchPlanned', 'RosterIngested']);
    expect(phases()).toEqual(['follow-up-1', 'notice-1', 'open', 'warning']);
  });

  it('sends the first notice at its scheduled time, each email once, and hears what happened to it', async () => {
    await cloud.advanceTo('2018-10-15T13:05:00Z');
    expect(await sentIn(RUNS.notice)).toEqual(['ada', 'bo', 'bounce', 'complaint', 'cy']);
    expect(await statusOf(RUNS.notice, 'ada')).toBe('delivered');
    expect(await statusOf(RUNS.notice, 'gone')).toMatch(/^bounced/);
    expect(await statusOf(RUNS.notice, 'cross')).toMatch(/^complained/);
    expect(await statusOf(RUNS.notice, 'nomail')).toMatch(/^skipped/);
    await cloud.advanceTo('2018-10-16T13:05:00Z');
    expect(eventKinds()).toContain('PhaseCompleted');
    expect(phases()).toEqual(['follow-up-1', 'open', 'warning']);
  });

  it('warns, and says that filing is open, without whom SES gave up on', async () => {
    await cloud.advanceTo('2018-10-18T15:00:00Z');
    expect(await sentIn(RUNS.warning)).toEqual(['ada', 'bo', 'cy']);
    await cloud.advanceTo('2018-10-22T13:30:00Z');
    expect(await sentIn(RUNS.open)).toEqual(['ada', 'bo', 'cy']);
  });

  it('takes link status, and follows up with those who have not linked', async () => {
    await cloud.advanceTo('2018-10-24T12:00:00Z');
    await cloud.put('inbox/update/links.csv', LINKS('2018-10-23'));
    await cloud.advanceTo('2018-10-24T15:00:00Z');
    expect(await sentIn(RUNS.followUp)).toEqual(['bo', 'cy']);
    await cloud.advanceTo('2018-10-27T15:00:00Z');
    expect(phases()).toEqual([]);
  });

  it('leaves no email unaccounted for, no dead letter and no failure', async () => {
    expect((await motoMails(outsideUrl('SES'))).length).toBe(read);
    expect(eventKinds().filter((kind) => kind === 'PhaseCompleted')).toHaveLength(4);
    expect(await cloud.deadLetters()).toEqual([]);
    expect(cloud.failures).toEqual([]);
  });
});

function phases(): string[] {
  const own = cloud.schedules().filter(({ group }) => group === 'crier-test-2018');
  return own.map(({ name }) => name);
}
