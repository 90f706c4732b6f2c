import { hash } from 'node:crypto';
import { type Actor, outsideActor, personActor } from './actor.ts';
import type { Upload } from './upload.ts';

/** A form that the console signed for a person: it uploads one file to its key, once. */
export interface UploadForm {
  /** Sign-in id of the person that it was signed for. */
  readonly by: string;
  /** Sign-in ids of those who worked on the file with that person. @default no one */
  readonly editors?: readonly string[];
  /** Hash of the secret that its file carries. Others who can write to the bucket don't know the secret. */
  readonly secretSha256: string;
  /** The uploaded object, as {@link objectIdOf} names it; `null` until the form is used. */
  readonly usedBy: string | null;
}

/** Who uploaded a file, and whether that file may change anything. */
export interface Uploader {
  readonly by: Actor;
  /** See {@link UploadForm}. @default no one */
  readonly editors?: readonly string[];
  /** `false` for all but the one file that a key's form brings. */
  readonly takesEffect: boolean;
}

/** What to record about a form, and the result. */
interface FormDecision extends Uploader {
  /** The file is the first that this form brings: it counts once that is noted. */
  readonly isFirst: boolean;
}

/**
 * Who uploaded an object, by the form of its key; `null`: the console signed none. Notifications of S3 come more than
 * once, so the object that used the form may do so again.
 */
export function decideUploader(
  form: UploadForm | null,
  { secret, objectId }: { readonly secret: string | null; readonly objectId: string },
): FormDecision {
  if (!form) return { by: outsideActor(), takesEffect: true, isFirst: false };
  const isOfForm = secret !== null && secretHash(secret) === form.secretSha256;
  const isItsFile = form.usedBy === null || form.usedBy === objectId;
  if (!isOfForm || !isItsFile) return { by: outsideActor(), takesEffect: false, isFirst: false };
  const { by, editors } = form;
  const who = { by: personActor({ id: by }), ...(editors && { editors }) };
  return { ...who, takesEffect: true, isFirst: form.usedBy === null };
}

/** Names one object of a key: its version, or in a bucket without versions its bytes and when they came. */
export function objectIdOf({
  versionId,
  etag,
  uploadedAt,
}: Pick<Upload, 'versionId' | 'etag' | 'uploadedAt'>) {
  return versionId ?? `${etag ?? ''}@${uploadedAt}`;
}

/** The stored hash of a form's secret. */
export function secretHash(secret: string): string {
  return hash('sha256', secret, 'hex');
}
