import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { CreateEventBusCommand, EventBridgeClient } from '@aws-sdk/client-eventbridge';
import {
  CreateBucketCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  PutBucketVersioningCommand,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { Temporal } from 'temporal-polyfill';
import { type AuditReader, auditReaderOf } from '../../../functions/aws/audit-reader.ts';
import { pick } from '../../../functions/aws/pick.ts';
import { planStore } from '../../../functions/aws/plans.ts';
import {
  arrivals,
  auditLog,
  events as eventsOf,
  inbox,
  plans,
  roster,
  rosterWriter,
  uploadForms,
} from '../../../functions/aws/services.ts';
import { SECRET, uploadFormsOf } from '../../../functions/aws/upload-forms.ts';
import { outsideActor } from '../../../functions/domain/actor.ts';
import type { Plan } from '../../../functions/domain/plan/plan.ts';
import { reportKey, type Upload } from '../../../functions/domain/upload.ts';
import { ingest } from '../../../functions/ingest-roster/ingest.ts';
import type { IngestServices } from '../../../functions/ingest-roster/intake.ts';
import type { RosterReport } from '../../../functions/ingest-roster/report.ts';
import { ENV, type Env } from '../../../functions/lib/env.ts';
import type { LogFields } from '../../../functions/lib/runtime.ts';
import { startDynamoDb } from '../../../local/cloud/dynamodb/dynamodb.ts';
import { startEventBridge } from '../../../local/cloud/events/eventbridge.ts';
import { startS3Sqs } from '../../../local/cloud/s3-sqs/s3-sqs.ts';
import { createTable } from '../database.ts';
import { type NotedEvent, noting } from '../noting.ts';
import { ownName, served } from '../outside.ts';
import { type Breaker, failing } from '../roster/failing.ts';
import { asFunction, roleAccess } from './as-function.ts';

const keys = { region: 'us-east-1', credentials: { accessKeyId: 'test', secretAccessKey: 'test' } };

/** Whom a form was signed for, by sign-in id; or metadata of one’s own making. */
type By = string | Readonly<Record<string, string>>;

/** What intake touches, on this machine: tables, the inbox and a bus that remembers. */
export interface IntakeCloud {
  readonly env: Env;
  readonly db: DynamoDBClient;
  /** As the function IngestRoster has them, with its role. */
  readonly services: IngestServices;
  /** The same as another function has them. */
  servicesOf(functionId: string): IngestServices;
  readonly auditReader: AuditReader;
  readonly events: NotedEvent[];
  readonly logs: { code: string; fields: LogFields }[];
  /** Time of the next act; uploads say theirs themselves. */
  now: string;
  /** The same services over clients that stop working at some write. */
  breaking(breaker: Breaker): IngestServices;
  putPlan(plan: Plan, uploadedAt?: string): Promise<void>;
  /** Puts an object into the inbox, by a form that was signed for a person or without one; announces it to no one. */
  put(key: string, content: string | Uint8Array, uploadedAt?: string, by?: By): Promise<Upload>;
  /** Puts an object into the inbox and ingests it. @returns its report. */
  ingest(key: string, content: string | Uint8Array, uploadedAt?: string): Promise<RosterReport>;
  report(upload: Upload, options?: { isStray?: boolean }): Promise<RosterReport>;
  text(key: string): Promise<string>;
  keys(prefix: string): Promise<string[]>;
  close(): Promise<void>;
}

const { access, give } = roleAccess();

type Wrap = <Client extends object>(client: Client) => Client;

/** Of all files that one worker runs, started once and gone with it; or where `AWS_ENDPOINT_URL_…` points. */
async function startServers() {
  const clock = { now: () => putAt, sleep: async () => {} };
  return {
    dynamoDb: await served('DYNAMODB', () => startDynamoDb({ access })),
    s3: await served('S3', () => startS3Sqs({ clock, access })),
    bus: await served('EVENTBRIDGE', () => startEventBridge({ clock, access })),
  };
}

/** When the S3 that is started here gets its next object. */
let putAt = Temporal.Now.instant();
let servers: ReturnType<typeof startServers> | undefined;

/** New tables, a new bucket and a new bus. */
export async function startIntakeCloud(): Promise<IntakeCloud> {
  servers ??= startServers();
  const { dynamoDb, s3: storage, bus } = await servers;
  const clock = { now: () => Temporal.Instant.from(cloud.now), sleep: async () => {} };
  const events: IntakeCloud['events'] = [];
  const env = {
    [ENV.launchName]: 'nysb-2018',
    [ENV.launchTable]: ownName('launch'),
    [ENV.rosterTable]: ownName('roster'),
    [ENV.eventBus]: ownName('crier'),
    // Their events name no queue, so nothing is asked of one.
    [ENV.queueAddress]: 'https://sqs.test/crier-',
    [ENV.auditBucket]: ownName('audit'),
  };
  const db = new DynamoDBClient({ ...keys, endpoint: dynamoDb.url });
  const s3 = new S3Client({ ...keys, forcePathStyle: true, endpoint: storage.url });
  for (const name of [env[ENV.launchTable], env[ENV.rosterTable]]) await createTable(db, name);
  const bucket = ownName('inbox');
  await s3.send(new CreateBucketCommand({ Bucket: bucket }));
  await s3.send(new CreateBucketCommand({ Bucket: env[ENV.auditBucket] }));
  await s3.send(
    new PutBucketVersioningCommand({ Bucket: bucket, VersioningConfiguration: { Status: 'Enabled' } }),
  );
  const names = {
    'crier-launch-data-LaunchTable': env[ENV.launchTable],
    'crier-launch-data-RosterTable': env[ENV.rosterTable],
    'crier-launch-data-inboxbucket': bucket,
    'crier-launch-data-auditbucket': env[ENV.auditBucket],
    'event-bus/crier-launch': `event-bus/${env[ENV.eventBus]}`,
  };
  const logs: IntakeCloud['logs'] = [];
  const note = (code: string, fields: LogFields = {}) => logs.push({ code, fields });

  const bridge = new EventBridgeClient({ ...keys, endpoint: bus.url });
  if (bus.here) bus.here.addBus(env[ENV.eventBus]);
  else await bridge.send(new CreateEventBusCommand({ Name: env[ENV.eventBus] }));
  const open: { destroy(): void }[] = [db, s3, bridge];
  const servicesOf = (functionId: string, wrap: Wrap = (one) => one): IngestServices => {
    give(functionId, names);
    const own = {
      db: asFunction(functionId, new DynamoDBClient({ ...keys, endpoint: dynamoDb.url })),
      s3: asFunction(functionId, new S3Client({ ...keys, forcePathStyle: true, endpoint: storage.url })),
      eventBridge: asFunction(functionId, new EventBridgeClient({ ...keys, endpoint: bus.url })),
    };
    open.push(...Object.values(own));
    return pick(
      { env, clock, log: { info: note, error: note } },
      { arrivals, auditLog, events: eventsOf, inbox, plans, roster, rosterWriter, uploadForms },
      { db: wrap(own.db), s3: wrap(own.s3), eventBridge: wrap(noting(own.eventBridge, events)) },
    );
  };

  const forms = uploadFormsOf({ env, clock }, db);
  const cloud: IntakeCloud = {
    env,
    db,
    events,
    logs,
    now: '2018-07-24T13:00:00Z',
    services: servicesOf('IngestRoster'),
    servicesOf,
    auditReader: auditReaderOf({ env, clock }, { db, client: s3 }),
    breaking: (breaker) => servicesOf('IngestRoster', (one) => failing(one, breaker)),
    putPlan: async (plan, uploadedAt = cloud.now) => {
      await planStore(env, db).put({ plan, uploadedAt, key: 'inbox/launch/launch.json', by: outsideActor() });
    },
    put: async (key, content, uploadedAt = cloud.now, by = {}) => {
      const Metadata = typeof by === 'string' ? { [SECRET]: await forms.sign({ key, by }) } : by;
      const object = { Bucket: bucket, Key: key, Body: content, Metadata };
      putAt = Temporal.Instant.from(uploadedAt);
      const put = await s3.send(new PutObjectCommand(object));
      const size = Buffer.byteLength(content);
      return {
        bucket,
        key,
        size,
        uploadedAt,
        versionId: put.VersionId ?? null,
        etag: put.ETag?.replaceAll('"', '') ?? null,
      };
    },
    ingest: async (key, content, uploadedAt) => {
      const upload = await cloud.put(key, content, uploadedAt);
      await ingest(upload, cloud.services);
      return cloud.report(upload);
    },
    report: async (upload, options) => JSON.parse(await cloud.text(`${reportKey(upload, options)}.json`)),
    text: async (key) => {
      const { Body } = await s3.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
      return (await Body?.transformToString()) ?? '';
    },
    keys: async (prefix) => {
      const { Contents = [] } = await s3.send(new ListObjectsV2Command({ Bucket: bucket, Prefix: prefix }));
      return Contents.map(({ Key = '' }) => Key);
    },
    close: async () => {
      for (const one of open) one.destroy();
    },
  };
  return cloud;
}
