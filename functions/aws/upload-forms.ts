import { randomBytes } from 'node:crypto';
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import type { Upload } from '../domain/upload.ts';
import {
  decideUploader,
  objectIdOf,
  secretHash,
  type Uploader,
  type UploadForm,
} from '../domain/upload-form.ts';
import { ENV, required } from '../lib/env.ts';
import type { Runtime } from '../lib/runtime.ts';
import { dynamo } from './clients.ts';
import { getItem, putIf } from './dynamo.ts';

/** The forms that the console signed, which identify who uploaded a file. The file's own metadata isn't trusted. */
export interface UploadForms {
  /** Records that a form is signed for a person. @returns the secret that its file must carry */
  sign(form: Pick<UploadForm, 'by' | 'editors'> & { readonly key: string }): Promise<string>;
  /** Who uploaded an object. @param secret what it carries as {@link SECRET}; `null`: nothing */
  uploaderOf(upload: ObjectOfKey, secret: string | null): Promise<Uploader>;
}

/** What distinguishes one object from another under the same key. */
type ObjectOfKey = Pick<Upload, 'key' | 'versionId' | 'etag' | 'uploadedAt'>;

/** The metadata of an object in which it carries its form's secret. */
export const SECRET = 'form';
const SECRET_BYTES = 32;
/** Long after S3's last notification of the upload. By then, the resulting version records who uploaded it. */
const KEEP_DAYS = 30;
const PK = 'upload-form';

const formSchema = z.object({
  by: z.string(),
  editors: z.array(z.string()).exactOptional(),
  secretSha256: z.string(),
  usedBy: z.string().nullable().default(null),
});

/** The forms in the launch table. @throws Error when its variable is missing. */
export function uploadFormsOf(
  { env, clock }: Pick<Runtime, 'env' | 'clock'>,
  db: DynamoDBClient = dynamo(),
): UploadForms {
  const table = { db, name: required(env, ENV.launchTable) };
  const keyOf = (key: string) => ({ pk: PK, sk: key });

  async function uploaderOf(upload: ObjectOfKey, secret: string | null): Promise<Uploader> {
    const item = await getItem(table, keyOf(upload.key));
    const form: UploadForm | null = item && formSchema.parse(item);
    const objectId = objectIdOf(upload);
    const { isFirst, ...uploader } = decideUploader(form, { secret, objectId });
    if (!isFirst) return uploader;
    const used = { ...item, ...keyOf(upload.key), usedBy: objectId };
    // Where another file of the form was faster, this one is decided on again.
    return (await putIf(table, used, { condition: 'attribute_not_exists(usedBy)' }))
      ? uploader
      : uploaderOf(upload, secret);
  }

  return {
    uploaderOf,
    sign: async ({ key, by, editors }) => {
      const secret = randomBytes(SECRET_BYTES).toString('base64url');
      const expires = clock.now().add({ hours: 24 * KEEP_DAYS });
      const form = {
        by,
        ...(editors && { editors }),
        secretSha256: secretHash(secret),
        deleteAfter: Math.ceil(expires.epochMilliseconds / 1000),
      };
      const isNew = await putIf(table, { ...keyOf(key), ...form }, { condition: 'attribute_not_exists(pk)' });
      if (isNew) return secret;
      throw new Error('Cannot sign the form because its key must be new: one is signed already');
    },
  };
}
