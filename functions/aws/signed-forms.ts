import type { S3Client } from '@aws-sdk/client-s3';
import { createPresignedPost } from '@aws-sdk/s3-presigned-post';
import {
  FORM_MINUTES,
  keyOf,
  MAX_UPLOAD_BYTES,
  pathOf,
  type SignedForm,
  type UploadPlace,
} from '../domain/upload-place.ts';
import { ENV, type Env, required } from '../lib/env.ts';
import { SECRET, type UploadForms } from './upload-forms.ts';

/** A form that is asked for. */
interface SignRequest {
  readonly place: UploadPlace;
  /** Sign-in id of the person who uploads. */
  readonly by: string;
  /** Where S3 leads the browser: to the page of the upload, or nowhere for a script. */
  readonly answer: 'page' | 'script';
}

/** Signs a form that brings one file into the inbox bucket. */
export type SignUpload = (request: SignRequest) => Promise<SignedForm>;

/**
 * Builds the signer. A form's policy fixes the key, the size, the secret that identifies its file, and where S3
 * redirects the browser. S3 accepts a valid form any number of times; `forms` makes sure that only one file counts.
 */
export function uploadSigner(
  env: Env,
  { client, forms }: { client: S3Client; forms: Pick<UploadForms, 'sign'> },
): SignUpload {
  const bucket = required(env, ENV.inboxBucket);
  const { origin } = new URL(required(env, ENV.consoleOrigin));
  return async ({ place, by, answer }) => {
    const key = keyOf(place);
    const secret = await forms.sign({ key, by });
    return createPresignedPost(client, {
      Bucket: bucket,
      Key: key,
      Expires: FORM_MINUTES * 60,
      Conditions: [['content-length-range', 1, MAX_UPLOAD_BYTES]],
      Fields: {
        'Content-Type': 'application/octet-stream',
        [`x-amz-meta-${SECRET}`]: secret,
        ...(answer === 'page'
          ? { success_action_redirect: `${origin}${pathOf(place)}` }
          : { success_action_status: '201' }),
      },
    });
  };
}

/** Signing a form says where it goes, in AWS and on one machine; it asks no service, and is done once. */
export function uploadOriginOf(env: Env, client: S3Client): () => Promise<string> {
  const bucket = required(env, ENV.inboxBucket);
  let origin: Promise<string> | undefined;
  return () => {
    origin ??= createPresignedPost(client, { Bucket: bucket, Key: 'inbox/' })
      .then(({ url }) => new URL(url).origin)
      .catch((error) => {
        origin = undefined;
        throw error;
      });
    return origin;
  };
}
