import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3';
import { type Picked, pick } from '../../../functions/aws/pick.ts';
import {
  readiness,
  removeSearch,
  roster,
  rosterWriter,
  search,
  searchWriter,
} from '../../../functions/aws/services.ts';
import { outsideActor } from '../../../functions/domain/actor.ts';
import type { Filer } from '../../../functions/domain/filer/filer.ts';
import type { VersionDraft } from '../../../functions/domain/roster/roster-version.ts';
import type { IndexServices } from '../../../functions/index-roster/index-roster.ts';
import { ENV } from '../../../functions/lib/env.ts';
import { virtualClock } from '../../../local/cloud/clock/clock.ts';
import { startS3Sqs } from '../../../local/cloud/s3-sqs/s3-sqs.ts';
import { ownName, served } from '../outside.ts';
import { startTables, type Tables } from '../send-tables.ts';

const keys = { region: 'us-east-1', credentials: { accessKeyId: 'test', secretAccessKey: 'test' } };

/** Tables and a bucket for rosters and their indexes, without the intake. */
export interface IndexedRosters {
  readonly tables: Tables;
  readonly services: IndexServices & Picked<'roster' | 'search' | 'rosterWriter' | 'removeSearch'>;
  /** Writes a version of these filers. @returns its name */
  write(filers: readonly Filer[], about?: Partial<VersionDraft>): Promise<string>;
  close(): Promise<void>;
}

/** Starts them. Groups of an index are small, so that a few filers fill several. */
export async function startIndexedRosters(): Promise<IndexedRosters> {
  const clock = virtualClock('2018-07-24T13:00:00Z');
  const tables = await startTables();
  const storage = await served('S3', () => startS3Sqs({ clock }));
  const client = new S3Client({ ...keys, endpoint: storage.url, forcePathStyle: true });
  const Bucket = ownName('inbox');
  await client.send(new CreateBucketCommand({ Bucket }));
  const env = { ...tables.env, [ENV.inboxBucket]: Bucket };
  const services = {
    ...pick(
      { env, clock, log: { info: () => {}, error: () => {} } },
      { readiness, removeSearch, roster, rosterWriter, search, searchWriter },
      { db: tables.db, s3: client },
    ),
    plans: { current: async () => null },
    suppressedNow: async () => () => undefined,
    mailboxMarks: { marker: async () => (address: string) => address.slice(0, 3) },
    groupFilers: 7,
  };
  let made = 0;
  return {
    tables,
    services,
    write: (filers, about = {}) =>
      writeVersion(`20180724T130000Z-${String(++made).padStart(12, '0')}`, { filers, about, services }),
    close: async () => {
      client.destroy();
      await tables.close();
      await storage.close();
    },
  };
}

async function writeVersion(
  version: string,
  {
    filers,
    about,
    services,
  }: { filers: readonly Filer[]; about: Partial<VersionDraft>; services: Picked<'rosterWriter'> },
): Promise<string> {
  const draft = {
    kind: 'roster',
    version,
    base: null,
    key: 'inbox/roster/a.csv',
    contentSha256: version,
    uploadedAt: '2018-07-24T13:00:00Z',
    by: outsideActor(),
    planVersion: 'p1',
    ...about,
  } satisfies VersionDraft;
  const writer = await services.rosterWriter.begin(draft);
  await writer.put(filers);
  await writer.finish({
    ...draft,
    progressAsOf: null,
    filers: filers.length,
    rows: { accepted: filers.length, rejected: 0, warned: 0, unreachable: 0 },
    changes: { new: filers.length, gone: 0, states: [], addressChanged: 0 },
    held: [],
  });
  return version;
}
