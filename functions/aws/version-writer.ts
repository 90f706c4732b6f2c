import * as z from 'zod';
import type { Filer } from '../domain/filer/filer.ts';
import type { StoredVersion, VersionDraft } from '../domain/roster/roster-version.ts';
import { chunked } from '../lib/iterables.ts';
import { poolOf } from '../lib/pool.ts';
import { getItem, type ItemKey, putIf, putItem, type Table, updateItem } from './dynamo.ts';
import { BATCH_WRITE_SIZE, type Write } from './dynamo-batch.ts';
import { storedFiler, storedVersion } from './roster-items.ts';
import { filerKey } from './rosters.ts';

const progressSchema = z.object({
  /** The filers of all rows up to this one are written. */
  row: z.number(),
  /** The filers taken over from the base are written up to this id. */
  filerId: z.string(),
});

/** How far the writing of a version has come: a repeat continues from there. */
export type Progress = Readonly<z.output<typeof progressSchema>>;

/** Writes one version. */
export interface VersionWriter {
  readonly progress: Progress;
  /** The version is written and never changes. */
  readonly complete: boolean;
  /** Takes filers to write; returns early while there is room for more. */
  put(filers: readonly Filer[]): Promise<void>;
  /** Waits until everything taken is written, and notes how far that is. */
  checkpoint(progress: Progress): Promise<void>;
  /** Waits until everything taken is written, and completes the version: it never changes after that. */
  finish(version: StoredVersion): Promise<void>;
}

const BATCHES_AT_ONCE = 12;
const startedSchema = z.object({
  progress: progressSchema.default({ row: 0, filerId: '' }),
  complete: z.boolean().default(false),
});

/** Starts a version, or continues with it. @param write writes one batch until none of it is left */
export async function beginVersion(
  draft: VersionDraft,
  { table, write }: { table: Table; write: (batch: readonly Write[]) => Promise<void> },
): Promise<VersionWriter> {
  const { version } = draft;
  const key = versionKey(version);
  await putIf(table, { ...key, ...draft, complete: false }, { condition: 'attribute_not_exists(pk)' });
  const started = startedSchema.parse((await getItem(table, key)) ?? {});
  const pool = poolOf(BATCHES_AT_ONCE);
  return {
    ...started,
    put: async (filers) => {
      const puts = filers.map((filer) => putOf(version, filer));
      for (const batch of chunked(puts, BATCH_WRITE_SIZE)) await pool.start(() => write(batch));
    },
    checkpoint: async (reached) => {
      await pool.settled();
      await updateItem(table, key, { update: 'SET progress = :reached', values: { ':reached': reached } });
    },
    finish: async (stored) => {
      await pool.settled();
      await putItem(table, { ...key, ...storedVersion(stored), complete: true });
    },
  };
}

/** The key of a version. */
export function versionKey(version: string): ItemKey {
  return { pk: 'version', sk: version };
}

function putOf(version: string, filer: Filer): Write {
  return { PutRequest: { Item: { ...filerKey(version, filer.filerId), ...storedFiler(filer) } } };
}
