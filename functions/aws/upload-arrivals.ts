import { hash } from 'node:crypto';
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import { PLACE_KINDS, type PlaceKind, placeKindOf, type Upload } from '../domain/upload.ts';
import { ENV, required } from '../lib/env.ts';
import type { Runtime } from '../lib/runtime.ts';
import { dynamo } from './clients.ts';
import { getItem, putIf, putItem, queryItems, updateIf } from './dynamo.ts';
import type { InboxObject } from './inbox.ts';
import type { InboxFile } from './inbox-files.ts';

/** Names an object in the inbox. Its key isn't enough: several may have had it. */
type ObjectName = Pick<InboxFile, 'key' | 'etag' | 'lastModified'>;

/** A file that intake hadn't heard of when the sweep looked. */
export interface RequeuedUpload {
  /** Instant at which it was queued. */
  readonly requeuedAt: string;
  /** Instant at which people were notified that it still hasn't arrived; `null`: they weren't. */
  readonly reportedAt: string | null;
}

/** An upload that people were notified of, since it never came in. */
export interface UnreportedUpload {
  /** As {@link arrivalId} gives it. */
  readonly id: string;
  readonly kind: PlaceKind;
  /** Instant. */
  readonly reportedAt: string;
}

/** Which uploads intake has heard of, and which the sweep queued because it hadn't. */
export interface UploadArrivals {
  /**
   * Notes that an upload has come in, before anything is done with it.
   * @returns the upload, with the time that its first message gave: S3's event and the listing may date it a second apart,
   * and both may come
   */
  note(upload: Upload, object: Omit<InboxObject, 'read' | 'secret'>): Promise<Upload>;
  hasArrived(file: ObjectName): Promise<boolean>;
  /** `null`: the sweep didn't queue it. */
  requeued(file: ObjectName): Promise<RequeuedUpload | null>;
  putRequeued(file: ObjectName, requeued: RequeuedUpload): Promise<void>;
  /** The uploads that people were notified of, that haven't arrived since and aren't settled. */
  unreported(): Promise<UnreportedUpload[]>;
  /** Notes that people needn't care for such an upload any more. @param id its {@link arrivalId} */
  settle(id: string): Promise<void>;
}

const ARRIVAL = 'upload-arrival';
const REQUEUE = 'upload-requeue';
/** Longer than the sweep looks back. */
const KEEP_DAYS = 30;

const arrivalSchema = z.object({ uploadedAt: z.string(), requeued: z.boolean() });
const requeueSchema = z.object({
  sk: z.string(),
  kind: z.enum(PLACE_KINDS),
  requeuedAt: z.string(),
  reportedAt: z.string().nullable(),
  settled: z.boolean().default(false),
});

/** The arrivals in the launch table. @throws Error when its variable is missing. */
export function uploadArrivalsOf(
  { env, clock }: Pick<Runtime, 'env' | 'clock'>,
  db: DynamoDBClient = dynamo(),
): UploadArrivals {
  const table = { db, name: required(env, ENV.launchTable) };
  const deleteAfter = () => Math.ceil(clock.now().add({ hours: 24 * KEEP_DAYS }).epochMilliseconds / 1000);
  const arrivalOf = (id: string) => getItem(table, { pk: ARRIVAL, sk: id });

  return {
    note: async (upload, object) => {
      const { requeued = false } = upload;
      const { etag, lastModified, versionId } = object;
      // The message may be older than the object that is there by now.
      const own: Upload = requeued ? { ...upload, etag, versionId, uploadedAt: lastModified } : upload;
      const id = arrivalId({ ...object, key: upload.key });
      const { uploadedAt } = own;
      const item = { pk: ARRIVAL, sk: id, uploadedAt, requeued, deleteAfter: deleteAfter() };
      if (await putIf(table, item, { condition: 'attribute_not_exists(pk)' })) return own;
      const first = arrivalSchema.parse(await arrivalOf(id));
      return requeued || first.requeued ? { ...own, uploadedAt: first.uploadedAt } : own;
    },
    hasArrived: async (file) => (await arrivalOf(arrivalId(file))) !== null,
    requeued: async (file) =>
      requeueSchema.nullable().parse(await getItem(table, { pk: REQUEUE, sk: arrivalId(file) })),
    putRequeued: (file, requeued) =>
      // The key isn't kept: it may name a person.
      putItem(table, {
        pk: REQUEUE,
        sk: arrivalId(file),
        kind: placeKindOf(file),
        ...requeued,
        deleteAfter: deleteAfter(),
      }),
    unreported: async () => {
      const found: UnreportedUpload[] = [];
      for await (const item of queryItems(table, { where: 'pk = :pk', values: { ':pk': REQUEUE } })) {
        const { sk: id, kind, reportedAt, settled } = requeueSchema.parse(item);
        if (reportedAt !== null && !settled && !(await arrivalOf(id))) found.push({ id, kind, reportedAt });
      }
      return found;
    },
    settle: async (id) => {
      await updateIf(
        table,
        { pk: REQUEUE, sk: id },
        {
          update: 'SET settled = :yes',
          condition: 'attribute_exists(pk)',
          values: { ':yes': true },
        },
      );
    },
  };
}

/** Names an object of the inbox without its key, which may name a person. */
export function arrivalId({ key, etag, lastModified }: ObjectName): string {
  return hash('sha256', [key, etag, lastModified].join('\n'), 'hex');
}
