import { BatchWriteItemCommand, CreateTableCommand, type DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { campaign } from '#campaign';
import { fixtures } from '#fixtures';
import { marshalled, putItem } from '../../functions/aws/dynamo.ts';
import { anyFiler } from '../../functions/domain/filer/any-filer.ts';
import type { Filer } from '../../functions/domain/filer/filer.ts';
import { filerIdOf } from '../../functions/domain/filer/filer-id.ts';
import { type Plan, planSchema } from '../../functions/domain/plan/plan.ts';
import { ENV, type Env } from '../../functions/lib/env.ts';

export const TABLES = [
  ENV.launchTable,
  ENV.rosterTable,
  ENV.deliveryTable,
  ENV.sendLogTable,
  ENV.suppressionTable,
] as const;

/** Names of a run's own tables, and of what else the functions ask for. */
export function modelEnv(suffix: string): Env {
  const tables = Object.fromEntries(TABLES.map((name) => [name, `${name}-${suffix}`]));
  return {
    ...tables,
    [ENV.launchName]: 'model',
    [ENV.queueAddress]: 'http://127.0.0.1/000000000000/',
    [ENV.chunkQueue]: 'chunks',
    [ENV.eventBus]: 'crier',
    [ENV.configurationSet]: 'crier',
    [ENV.recipients]: '"everyone"',
  };
}

/** The five tables, without the index: nothing under test reads it. */
export async function createTables(db: DynamoDBClient, env: Env): Promise<void> {
  for (const name of TABLES) {
    await db.send(
      new CreateTableCommand({
        TableName: env[name],
        BillingMode: 'PAY_PER_REQUEST',
        KeySchema: [
          { AttributeName: 'pk', KeyType: 'HASH' },
          { AttributeName: 'sk', KeyType: 'RANGE' },
        ],
        AttributeDefinitions: [
          { AttributeName: 'pk', AttributeType: 'S' },
          { AttributeName: 'sk', AttributeType: 'S' },
        ],
      }),
    );
  }
}

/** What the plan says of how emails are sent. */
export type Sending = Partial<Pick<Plan['sending'], 'secondaryAddresses' | 'unknown'>>;

/** A plan of one notice at 2018-07-24 09:00, moved by some days. */
export function modelPlan({
  pivot,
  noticeDays,
  name = 'Clerk',
  hours = 'weekdays',
  sending = {},
}: {
  pivot: string;
  noticeDays: number;
  name?: string;
  /** Of the help desk: a fact that emails state. */
  hours?: string;
  sending?: Sending;
}): Plan {
  return planSchema.parse({
    name: 'model',
    court: {
      id: 'nysb',
      name: 'Bankruptcy Court',
      zone: 'America/New_York',
      sender: { name, address: 'clerk@nysb.uscourts.gov' },
      helpDesk: { email: 'help@nysb.uscourts.gov', hours },
      links: fixtures.links,
    },
    ...fixtures.dates(pivot),
    phases: [
      {
        id: 'notice-1',
        kind: fixtures.kinds.first,
        when: { days: noticeDays, anchor: campaign.pivot, at: '09:00' },
        expires: { days: noticeDays, anchor: campaign.pivot, at: '15:00' },
      },
    ],
    sending,
  });
}

/** The roster that a run begins with. */
export const FIRST_ROSTER = '20180701T120000Z-000000000000';

/** Secondary addresses by a filer's place: two, one, none, one more than once. */
const SECONDARIES = ['bc', 'b', '', 'b', 'bc'];

/** Whether an address is a secondary one. */
export function isSecondary(address: string): boolean {
  return /-[a-z]@/.test(address);
}

/** Filers of a run; the last one can't be reached. */
export function modelFilers(count: number): Filer[] {
  return Array.from({ length: count }, (_, index) => ({
    ...anyFiler(),
    filerId: filerIdOf('nysb', `user${index}`),
    userId: `user${index}`,
    lastName: `Filer${index}`,
    email: index === count - 1 ? null : `filer${index}@example.com`,
    secondaryEmails: [...(SECONDARIES[index % SECONDARIES.length] ?? '')].map(
      (letter) => `filer${index}-${letter}@example.com`,
    ),
    userType: 'attorney',
    ...fixtures.todoFacts,
  }));
}

/** Makes a roster active, as a clean upload does. @param revision Counts the rosters of a run from 1. */
export async function putRoster(
  db: DynamoDBClient,
  env: Env,
  {
    filers,
    version = FIRST_ROSTER,
    revision = 1,
  }: { filers: readonly Filer[]; version?: string; revision?: number },
): Promise<void> {
  const rosters = { db, name: env[ENV.rosterTable]! };
  const puts = filers.map((filer) => ({
    PutRequest: { Item: marshalled({ pk: `${version}#${filer.filerId[0]}`, sk: filer.filerId, ...filer }) },
  }));
  await db.send(new BatchWriteItemCommand({ RequestItems: { [rosters.name]: puts } }));
  const meta = {
    version,
    kind: 'roster',
    base: null,
    key: 'inbox/roster/play.csv',
    contentSha256: version,
    planVersion: 'play',
    complete: true,
    filers: filers.length,
    uploadedAt: '2018-07-01T12:00:00Z',
    progressAsOf: null,
    held: [],
  };
  await putItem(rosters, { pk: 'version', sk: version, ...meta });
  const roster = { revision, version, newestUpload: meta.uploadedAt, barred: {}, acts: [] };
  const launch = { db, name: env[ENV.launchTable]! };
  await putItem(launch, { pk: 'roster', sk: 'active', revision, version, roster });
}
