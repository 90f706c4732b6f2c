import { simpleParser } from 'mailparser';
import { fixtures } from '#fixtures';
import { sendLogStore } from '../../../functions/aws/send-log.ts';
import { filerIdOf } from '../../../functions/domain/filer/filer-id.ts';
import { foldStatus } from '../../../functions/domain/send/status.ts';
import { virtualClock } from '../../../local/cloud/clock/clock.ts';
import { type Cloud, startCloud } from '../../../local/cloud/cloud.ts';
import type { CloudOptions } from '../../../local/cloud/options.ts';
import { planWith } from '../builders/plan.ts';

/** The pivot in December instead of October, and all phases with it. */
export const DECEMBER = fixtures.moved('2018-12-03', '2018-11-30T08:30');
export const NOVEMBER = fixtures.moved('2018-11-05', '2018-11-02T08:30');
export const NO_DATE = fixtures.undated;
export const NOTICE = 'notice-1_20180724T130000Z';
export const RELEASE = { phaseId: 'date-change', by: 'clerk1', why: 'the court decided' };

export interface DateChangeCloud {
  readonly cloud: Cloud;
  plan(changes: Readonly<Record<string, unknown>>): Promise<void>;
  /** Uploads a roster of these users. */
  roster(users: readonly string[]): Promise<void>;
  /** The newest report on a plan, as a person reads it. */
  report(): Promise<string>;
  /** User ids of whom got emails of the run, sorted. */
  mailed(runId: string): string[];
  /** Subject and text of the emails of a run to one filer. */
  letters(runId: string, userId: string): Promise<{ subject: string; text: string }[]>;
  /** Status and reason of one filer in one run. */
  status(runId: string, userId: string): Promise<string>;
  eventsOf(kind: string): Record<string, unknown>[];
}

/** A launch just before its first notice, with these filers: user id and the local part of an address at example.com. */
export async function aDateChangeCloud(
  users: readonly string[],
  {
    first = {},
    ...options
  }: Omit<CloudOptions, 'clock' | 'launch'> & { first?: Record<string, unknown> } = {},
): Promise<DateChangeCloud> {
  const cloud = await startCloud({
    ...options,
    clock: virtualClock('2018-07-24T12:00:00Z'),
    launch: { name: 'test-2018', sender: 'test.uscourts.gov' },
  });
  const addressOf = (user: string) =>
    user === 'bounce' ? 'bounce@simulator.amazonses.com' : `${user}@example.com`;
  let uploads = 0;
  const roster = async (all: readonly string[]) => {
    const rows = all.map((user) => `${user},Filer,${addressOf(user)},legacy`);
    uploads += 1;
    await cloud.put(
      `inbox/roster/${uploads}.csv`,
      ['user id,last_name,email,pacer account', ...rows].join('\n'),
    );
    await cloud.settle();
  };
  const plan = async (changes: Readonly<Record<string, unknown>>) => {
    await cloud.put('inbox/launch/launch.json', JSON.stringify(planWith(changes)));
    await cloud.settle();
  };
  await plan(first);
  await roster(users);
  const idOf = (user: string) => filerIdOf('test', user);
  const mails = (runId: string) =>
    cloud.outbox.filter(({ tags }) => (tags as Record<string, string>).run === runId);
  return {
    cloud,
    plan,
    roster,
    report: async () => {
      const reports = [...(await cloud.read('reports/launch/'))].filter(([key]) => key.endsWith('.txt'));
      return Buffer.from(reports.toSorted(([one], [other]) => (one < other ? -1 : 1)).at(-1)![1]).toString();
    },
    mailed: (runId) =>
      mails(runId)
        .map(({ to }) => to[0]!.split('@')[0]!)
        .toSorted(),
    letters: async (runId, user) => {
      const own = mails(runId).filter(({ to }) => to[0] === addressOf(user));
      const parsed = await Promise.all(own.map(({ raw }) => simpleParser(Buffer.from(raw))));
      return parsed.map(({ subject = '', text = '' }) => ({ subject, text: text.replaceAll(/\s+/g, ' ') }));
    },
    status: async (runId, user) => {
      const facts = await sendLogStore({ env: cloud.env, clock: cloud.clock }).factsOf(runId, idOf(user));
      const { status, fact } = foldStatus(facts);
      return fact?.reason ? `${status} ${fact.reason}` : status;
    },
    eventsOf: (kind) =>
      cloud.events
        .filter((event) => event['detail-type'] === kind)
        .map(({ detail }) => detail as Record<string, unknown>),
  };
}
