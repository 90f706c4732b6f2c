import { createHash } from 'node:crypto';
import * as z from 'zod';
import type { Upload } from '../domain/upload.ts';
import { type ItemKey, type Table, updateItem } from './dynamo.ts';

const triesSchema = z.object({ tries: z.number() });

/** Counts how often an upload's reading began and never ended: a file that kills the process would do so forever. */
export interface UploadTries {
  /** Counts a try. @returns how many began since one ended, this one included. */
  beginTry(upload: Upload): Promise<number>;
  /** Notes that reading ended, whatever it came to. */
  endTry(upload: Upload): Promise<void>;
}

/** The tries in the roster table. */
export function uploadTries(table: Table): UploadTries {
  return {
    beginTry: async (upload) => {
      const change = {
        update: 'SET tries = if_not_exists(tries, :none) + :one',
        values: { ':none': 0, ':one': 1 },
        returns: 'ALL_NEW',
      } as const;
      return triesSchema.parse(await updateItem(table, keyOf(upload), change)).tries;
    },
    endTry: async (upload) => {
      await updateItem(table, keyOf(upload), { update: 'SET tries = :none', values: { ':none': 0 } });
    },
  };
}

/** A sort key has room for fewer characters than a path in the inbox. */
function keyOf({ key, uploadedAt }: Upload): ItemKey {
  return { pk: 'tries', sk: createHash('sha256').update(`${uploadedAt} ${key}`).digest('hex') };
}
