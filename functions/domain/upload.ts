import { hash } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import * as z from 'zod';
import { type Actor, actorSchema } from './actor.ts';

/** A roster replaces the active roster; an update changes the filers that it names in it. */
export type UploadKind = 'roster' | 'update';

/** An object that was put into the inbox bucket. */
export interface Upload {
  readonly bucket: string;
  /** May hold what a person typed: don't log it. */
  readonly key: string;
  /** Bytes. */
  readonly size: number;
  /** Instant of the event, which a repeated delivery keeps; ISO 8601 in UTC. */
  readonly uploadedAt: string;
  readonly versionId: string | null;
  /** Of its bytes; `null` where the event has none. */
  readonly etag: string | null;
  /** The request to S3 that brought it, if its event says so. */
  readonly requestId?: string;
  /** The file is read again by a person's choice on the version that was made from it. */
  readonly keeping?: Keeping;
  /** The sweep queued it, because S3's event never came. Time, version and ETag are then those of the object. */
  readonly requeued?: true;
}

/** Where uploads go: prefixes in the bucket, one for each kind. */
export const UPLOADS = {
  launch: 'inbox/launch/',
  roster: 'inbox/roster/',
  update: 'inbox/update/',
} as const;

/** What an upload is, by its place. */
export type PlaceKind = keyof typeof UPLOADS;
/** All of them. */
export const PLACE_KINDS = ['launch', 'roster', 'update'] as const satisfies readonly PlaceKind[];

/** A person's choice to keep what was known where a file is blank. */
export interface Keeping {
  /** The held version whose file is read again. */
  readonly version: string;
  readonly by: Actor;
}

const eventSchema = z.object({
  time: z.iso.datetime({ offset: true }),
  detail: z.object({
    bucket: z.object({ name: z.string() }),
    object: z.object({
      key: z.string(),
      size: z.number().nonnegative(),
      'version-id': z.string().optional(),
      etag: z.string().optional(),
    }),
    'request-id': z.string().optional(),
    /** Crier's own: S3 says nothing of the kind. */
    keeping: z.object({ version: z.string(), by: actorSchema }).optional(),
    requeued: z.literal(true).optional(),
  }),
});

/**
 * Reads S3's "Object Created" event, as EventBridge puts it on a queue.
 * @throws ZodError when it is no such event.
 */
export function uploadOf(body: string): Upload {
  const { time, detail } = eventSchema.parse(JSON.parse(body));
  return {
    bucket: detail.bucket.name,
    key: detail.object.key,
    size: detail.object.size,
    uploadedAt: Temporal.Instant.from(time).toString(),
    versionId: detail.object['version-id'] ?? null,
    etag: detail.object.etag ?? null,
    ...(detail['request-id'] && { requestId: detail['request-id'] }),
    ...(detail.keeping && { keeping: detail.keeping }),
    ...(detail.requeued && { requeued: true }),
  };
}

/** A message by which a file that came in before is read again; {@link uploadOf} reads it. @param at instant */
export function rereadMessage(
  { bucket, key, at }: Pick<Upload, 'bucket' | 'key'> & { readonly at: string },
  keeping: Keeping,
): string {
  const message: z.input<typeof eventSchema> = {
    time: at,
    detail: { bucket: { name: bucket }, object: { key, size: 0 }, keeping },
  };
  return JSON.stringify(message);
}

/** The message that brings in a file whose event never came; {@link uploadOf} reads it. */
export function requeueMessage({
  bucket,
  key,
  size,
  etag,
  uploadedAt: time,
}: Pick<Upload, 'bucket' | 'key' | 'size' | 'uploadedAt'> & { readonly etag: string }): string {
  const message: z.input<typeof eventSchema> = {
    time,
    detail: { bucket: { name: bucket }, object: { key, size, etag }, requeued: true },
  };
  return JSON.stringify(message);
}

/** Whether an object is the empty one that S3's consoles make for a folder: it is ignored. */
export function isFolder({ key, size }: Pick<Upload, 'key' | 'size'>): boolean {
  return key.endsWith('/') && size === 0;
}

/**
 * Key of the report of an upload without its ending: `reports/launch/launch.json/20180701T130000Z`. Always under
 * `reports/`, so that nothing that Crier writes is taken for an upload.
 * @param options `isStray`: of a file whose place belongs to another upload, whose report it must not replace
 */
export function reportKey(
  { key, uploadedAt }: Pick<Upload, 'key' | 'uploadedAt'>,
  { isStray = false }: { readonly isStray?: boolean } = {},
): string {
  return `reports/${key.replace(/^inbox\//, '')}/${compactInstant(uploadedAt)}${isStray ? STRAY : ''}`;
}

const STRAY = '-not-taken';

/** Whether a report is that of a stray: see {@link reportKey}. */
export function isStrayReport(key: string): boolean {
  return key.endsWith(`${STRAY}.json`);
}

/**
 * Identifies an upload without its file name, which may contain a person's name: by the place that the console gave it,
 * or a hash of its key.
 */
export function uploadIdOf(key: string): string {
  return (
    /^inbox\/\w+\/(\d{8}T\d{6}Z-[0-9a-f]{8})\//.exec(key)?.[1] ?? hash('sha256', key, 'hex').slice(0, 16)
  );
}

/** `20180701T130000Z` of `2018-07-01T13:00:00Z`. */
export function compactInstant(instant: string): string {
  const seconds = Temporal.Instant.from(instant).toString({ smallestUnit: 'second' });
  return seconds.replaceAll(/[-:]/g, '');
}

/** Whether a file is in one of the places for uploads. */
export function isInPlace({ key }: Pick<Upload, 'key'>): boolean {
  return PLACE_KINDS.some((kind) => key.startsWith(UPLOADS[kind]));
}

/** What an upload is, by its place. @throws Error for a file in no place for uploads */
export function placeKindOf({ key }: Pick<Upload, 'key'>): PlaceKind {
  const kind = PLACE_KINDS.find((one) => key.startsWith(UPLOADS[one]));
  if (kind) return kind;
  throw new Error('Cannot tell what an upload is because it must be in one of the places for uploads');
}

/** What a file changes, by the folder that it was put in; `null`: it is neither a roster nor an update. */
export function kindOf({ key }: Pick<Upload, 'key'>): UploadKind | null {
  if (key.startsWith(UPLOADS.roster)) return 'roster';
  return key.startsWith(UPLOADS.update) ? 'update' : null;
}

/** Everything that the filers of a version depend on. */
interface MadeFrom {
  readonly sha256: string;
  readonly kind: UploadKind;
  readonly courtId: string;
  readonly zone: string;
  readonly base: string | null;
}

/** The version that an upload becomes: ingesting the same again gives the same name. */
export function versionOf({ uploadedAt }: Pick<Upload, 'uploadedAt'>, made: MadeFrom): string {
  const parts = [made.sha256, made.kind, made.courtId, made.zone, made.base ?? ''];
  return `${compactInstant(uploadedAt)}-${hash('sha256', parts.join('\n'), 'hex').slice(0, 12)}`;
}
