import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CreateTableCommand, DescribeTableCommand } from '@aws-sdk/client-dynamodb';
import { Temporal } from 'temporal-polyfill';
import { campaign } from '#campaign';
import { dynamo } from '../../../functions/aws/clients.ts';
import { ENV } from '../../../functions/lib/env.ts';
import type { Settings } from '../../../infra/settings.ts';
import { virtualClock } from '../../../local/cloud/clock/clock.ts';
import { type Cloud, startCloud } from '../../../local/cloud/cloud.ts';
import type { CloudOptions } from '../../../local/cloud/options.ts';
import { planWith } from '../builders/plan.ts';
import { addItems, itemsOf } from './everything-stored.ts';

/** The tables that a restore brings back, by the variable that names each. */
const TABLES = {
  LaunchTable: ENV.launchTable,
  RosterTable: ENV.rosterTable,
  DeliveryTable: ENV.deliveryTable,
  SendLogTable: ENV.sendLogTable,
  SuppressionTable: ENV.suppressionTable,
} as const;
type TableId = keyof typeof TABLES;

const RESUME = { act: 'lift', scope: 'all', by: 'ops1', why: 'SES sends again' };

/** A launch that loses its tables, and continues with restored ones. */
export interface RestoredCloud {
  readonly cloud: Cloud;
  /** Addresses to which an email went before the tables were lost, in order. */
  readonly before: readonly string[];
  /** Every email that SES took, by address. */
  counts(): Map<string, number>;
  stop(): Promise<void>;
}

/** When a launch's tables are backed up and lost: after this many emails, when SES pauses for the account. */
interface Disaster {
  readonly filers: number;
  /** 0: before the run begins. */
  readonly backupAfter: number;
  readonly lostAfter: number;
  /** Instant at which the launch is deployed again. */
  readonly attached: string;
  /** The place among the emails of the one that bounces, from 0. */
  readonly bounces: number;
}

/** An update that is uploaded after the backup. */
export const UPDATE = `${campaign.key.column},last_name,email\nf0,Changed,f0@example.com`;

const NOTICE = '2018-07-24T13:00:00Z';

/** Runs a launch until its tables are lost, and deploys it again with tables as they were at the backup. */
export async function aRestoredCloud(disaster: Disaster): Promise<RestoredCloud> {
  const { filers, backupAfter, lostAfter, attached } = disaster;
  const dataDir = mkdtempSync(join(tmpdir(), 'crier-restore-'));
  const mailbox = sesPausing(disaster.bounces);
  const common = { dataDir, ses: mailbox.ses, launch: { name: 'test-2018', sender: 'test.uscourts.gov' } };
  const first = await startCloud({ ...common, clock: virtualClock('2018-07-24T12:00:00Z') });
  const rows = Array.from({ length: filers }, (_, index) => `f${index},Filer,f${index}@example.com,attorney`);
  await first.put('inbox/launch/launch.json', JSON.stringify(planWith({})));
  await first.put(
    'inbox/roster/roster.csv',
    [`${campaign.key.column},last_name,email,user_type`, ...rows].join('\n'),
  );
  await first.settle();
  const copy = () => itemsOf(first, Object.values(TABLES));
  const early = await copy();
  mailbox.pauseAfter(backupAfter);
  await first.advanceTo(Temporal.Instant.from(NOTICE).add({ minutes: 6 }));
  const kept = backupAfter > 0 ? await copy() : early;
  await first.put('inbox/update/update.csv', UPDATE);
  await first.settle();
  mailbox.pauseAfter(lostAfter);
  await first.invoke('Act', { ...RESUME, reason: 'ses-account-paused' });
  await first.advanceTo(Temporal.Instant.from(NOTICE).add({ minutes: 12 }));
  const before = first.outbox.map(({ to }) => to[0]!);
  mailbox.pauseAfter(Number.POSITIVE_INFINITY);
  const own = new Map(Object.entries(TABLES).map(([id, name]) => [id as TableId, first.env[name]!]));
  await first.stop();

  const names = [...own].map(([id, name]) => [id, `${name}-restored`] as const);
  const restoredTables = Object.fromEntries(names) as Settings['restoredTables'];
  const cloud = await startCloud({
    ...common,
    clock: virtualClock(attached),
    restored: { restoredTables, restoredTo: NOTICE },
  });
  for (const [id, name] of names) await makeLike(own.get(id)!, name);
  await addItems(cloud, kept);
  return {
    cloud,
    before,
    counts: () => {
      const counts = new Map<string, number>();
      for (const { to } of cloud.outbox) counts.set(to[0]!, (counts.get(to[0]!) ?? 0) + 1);
      return counts;
    },
    stop: async () => {
      await cloud.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** SES that pauses after this many emails, and has the mailbox of one refuse it. */
function sesPausing(bounces: number) {
  let most = 0;
  const taken = new Set<string>();
  const pause = { kind: 'refuse', code: 'AccountSendingPausedException', message: 'Paused' } as const;
  const ses: NonNullable<CloudOptions['ses']> = {
    fault: ({ to }) => {
      if (taken.size >= most) return pause;
      taken.add(to[0]!);
      return null;
    },
    outcome: ({ to }) => (to[0] === [...taken][bounces] ? 'bounced' : undefined),
  };
  return {
    ses,
    pauseAfter: (emails: number) => {
      most = emails;
    },
  };
}

/** Makes a table with the keys and indexes of another, as a restore does. */
async function makeLike(own: string, name: string): Promise<void> {
  const { Table } = await dynamo().send(new DescribeTableCommand({ TableName: own }));
  const { AttributeDefinitions, KeySchema, GlobalSecondaryIndexes } = Table!;
  await dynamo().send(
    new CreateTableCommand({
      TableName: name,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions,
      KeySchema,
      ...(GlobalSecondaryIndexes && {
        GlobalSecondaryIndexes: GlobalSecondaryIndexes.map(({ IndexName, KeySchema: Keys, Projection }) => ({
          IndexName,
          KeySchema: Keys,
          Projection,
        })),
      }),
    }),
  );
}
