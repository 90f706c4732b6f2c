import { GetObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { Temporal } from 'temporal-polyfill';
import { outsideActor } from '../domain/actor.ts';
import { type AuditEntry, auditEntrySchema } from '../domain/audit-entry.ts';
import { keyAtPlace, objectKeyOf } from '../domain/audit-key.ts';
import type { AwsRequest } from '../domain/principal.ts';
import { ENV, required } from '../lib/env.ts';
import type { Runtime } from '../lib/runtime.ts';
import type { AuditClients } from './audit-log.ts';
import { AUDIT_INDEX } from './audit-place.ts';
import { dynamo, s3 } from './clients.ts';
import { type Item, queryPage } from './dynamo.ts';
import { principalReader, type ReadPrincipal } from './principals.ts';

/** Reads the audit log. */
export interface AuditReader {
  /** Newest first. @param before The place of the entry after which the page begins: `at#requestId`. */
  entries(limit: number, before?: string): Promise<AuditEntry[]>;
}

/**
 * Finds entries through the index and reads their contents from the objects. Of what was done outside the console, it
 * adds who did it if CloudTrail has reported that.
 */
export function auditReaderOf(
  { env, clock }: Pick<Runtime, 'env' | 'clock'>,
  { db, client }: AuditClients = { db: dynamo(), client: s3() },
): AuditReader {
  const Bucket = required(env, ENV.auditBucket);
  const table = { db, name: required(env, ENV.launchTable) };
  const readPrincipal = principalReader(Bucket, client);

  async function entries(limit: number, before?: string): Promise<AuditEntry[]> {
    const items = await queryPage(table, {
      consistent: true,
      where: 'pk = :pk AND sk < :before',
      // Every place begins with a year.
      values: { ':pk': AUDIT_INDEX, ':before': before ?? '9999' },
      descending: true,
      limit,
    });
    const read = await Promise.all(items.map((item) => entryAt(item, { client, Bucket })));
    const found = await Promise.all(
      read
        .filter((entry) => entry !== null)
        .map((entry) => withPrincipal(entry, { read: readPrincipal, now: clock.now() })),
    );
    const last = items.at(-1);
    if (!last || found.length === limit || items.length < limit) return found;
    return [...found, ...(await entries(limit - found.length, String(last.sk)))];
  }

  return { entries };
}

/** CloudTrail reports most requests within minutes, and some never. */
const REPORTED_WITHIN = { hours: 1 };

/** Adds who acted outside the console. An entry itself never says so: it was written before CloudTrail's report. */
async function withPrincipal(
  entry: AuditEntry,
  { read, now }: { read: ReadPrincipal; now: Temporal.Instant },
): Promise<AuditEntry> {
  const { by } = entry.act;
  if (by.kind !== 'outside') return entry;
  const { claimed } = by;
  const request = requestOf(entry);
  const record = request && (await read(request));
  const deadline = Temporal.Instant.from(entry.at).add(REPORTED_WITHIN);
  const isAwaited = Temporal.Instant.compare(now, deadline) <= 0;
  const reported = record ? { principal: record.principal, event: record.event } : { isAwaited };
  return { ...entry, act: { ...entry.act, by: { ...outsideActor(claimed), ...reported } } };
}

/** The request to AWS that an entry is about; `null`: older entries of uploads don't say. */
function requestOf({ act, requestId }: AuditEntry): AwsRequest | null {
  if (act.act !== 'upload') return { service: 'lambda', requestId };
  return act.request === undefined ? null : { service: 's3', requestId: act.request };
}

/** The entry at a place in the index; `null` if none. Writing to the index can't forge an entry. */
async function entryAt(
  item: Item,
  { client, Bucket }: { client: S3Client; Bucket: string },
): Promise<AuditEntry | null> {
  const key = keyAtPlace(String(item.sk));
  if (!key) return null;
  try {
    const { Body } = await client.send(new GetObjectCommand({ Bucket, Key: objectKeyOf(key) }));
    return readEntry((await Body?.transformToString()) ?? '');
  } catch (error) {
    if ((error as Error).name !== 'NoSuchKey') throw error;
    // Before there was a bucket, the table itself held the entries.
    return 'act' in item ? auditEntrySchema.parse(item) : null;
  }
}

/** Anything that isn't an entry is skipped: it can't be deleted, and must not block reading the others. */
function readEntry(text: string): AuditEntry | null {
  try {
    return auditEntrySchema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}
