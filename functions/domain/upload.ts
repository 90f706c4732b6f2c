import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';

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
}

const eventSchema = z.object({
  time: z.iso.datetime({ offset: true }),
  detail: z.object({
    bucket: z.object({ name: z.string() }),
    object: z.object({
      key: z.string(),
      size: z.number().nonnegative(),
      'version-id': z.string().optional(),
    }),
  }),
});

/**
 * Reads S3's "Object Created" event, as EventBridge puts it on a queue.
 * @throws Error when it is no such event.
 */
export function uploadOf(body: string): Upload {
  const { time, detail } = eventSchema.parse(JSON.parse(body));
  return {
    bucket: detail.bucket.name,
    key: detail.object.key,
    size: detail.object.size,
    uploadedAt: Temporal.Instant.from(time).toString(),
    versionId: detail.object['version-id'] ?? null,
  };
}

/** S3's consoles make an empty object for a folder: nobody wants an answer to that. */
export function isFolder({ key, size }: Pick<Upload, 'key' | 'size'>): boolean {
  return key.endsWith('/') && size === 0;
}

/**
 * Key of the report of an upload without its ending: `reports/launch/launch.json/20180701T130000Z`. Always under
 * `reports/`, so that nothing Crier writes can pass for an upload.
 */
export function reportKey({ key, uploadedAt }: Pick<Upload, 'key' | 'uploadedAt'>): string {
  return `reports/${key.replace(/^inbox\//, '')}/${compactInstant(uploadedAt)}`;
}

/** `20180701T130000Z` of `2018-07-01T13:00:00Z`. */
export function compactInstant(instant: string): string {
  const seconds = Temporal.Instant.from(instant).toString({ smallestUnit: 'second' });
  return seconds.replaceAll(/[-:]/g, '');
}
