import * as z from 'zod';
import { deleteIf, getItem, type ItemKey, putIf, type Table, updateItem } from './dynamo.ts';

const claimSchema = z.object({
  version: z.string(),
  key: z.string(),
  uploadedAt: z.string(),
  settled: z.boolean(),
});

/** Which version was made from certain bytes; `settled`: everything about that upload is done. */
export type ContentClaim = Readonly<z.output<typeof claimSchema>>;

/** Which upload was first with which bytes, by their SHA-256: the same content twice is taken once. */
export interface ContentClaims {
  claimOf(sha256: string): Promise<ContentClaim | null>;
  /** Claims the content for an upload. @returns whether it is that upload's now, or was. */
  claim(sha256: string, claim: Omit<ContentClaim, 'settled'>): Promise<boolean>;
  settle(sha256: string): Promise<void>;
  /** Forgets a version's claim, so that its content may be uploaded again. */
  forget(sha256: string, version: string): Promise<void>;
}

/** The claims in the roster table. */
export function contentClaims(table: Table): ContentClaims {
  return {
    claimOf: async (sha256) => claimSchema.nullable().parse(await getItem(table, keyOf(sha256))),
    claim: (sha256, claim) =>
      putIf(
        table,
        { ...keyOf(sha256), ...claim, settled: false },
        {
          condition: 'attribute_not_exists(pk) OR (#key = :key AND uploadedAt = :uploadedAt)',
          names: { '#key': 'key' },
          values: { ':key': claim.key, ':uploadedAt': claim.uploadedAt },
        },
      ),
    settle: async (sha256) => {
      await updateItem(table, keyOf(sha256), {
        update: 'SET settled = :true',
        values: { ':true': true },
      });
    },
    forget: async (sha256, version) => {
      await deleteIf(table, keyOf(sha256), {
        condition: '#version = :version',
        names: { '#version': 'version' },
        values: { ':version': version },
      });
    },
  };
}

function keyOf(sha256: string): ItemKey {
  return { pk: 'content', sk: sha256 };
}
