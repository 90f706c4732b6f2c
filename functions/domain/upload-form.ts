import { hash } from 'node:crypto';
import { type Actor, outsideActor, personActor } from './actor.ts';
import type { Upload } from './upload.ts';

/** A form that the console signed for a person: it brings one file to its key, once. */
export interface UploadForm {
  /** Sign-in id of the person that it was signed for. */
  readonly by: string;
  /** Of the secret that its file carries, which a writer to the bucket who lacks the form doesn't know. */
  readonly secretSha256: string;
  /** The object that it brought, as {@link objectIdOf} names it; `null` while it is unused. */
  readonly usedBy: string | null;
}

/** Who uploaded a file, and whether that file may change anything. */
export interface Uploader {
  readonly by: Actor;
  /** `false` for all but the one file that a key's form brings. */
  readonly takesEffect: boolean;
}

/** What a form must note, and what follows. */
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
  return { by: personActor({ id: form.by }), takesEffect: true, isFirst: form.usedBy === null };
}

/** Names one object of a key: its version, or in a bucket without versions its bytes and when they came. */
export function objectIdOf({
  versionId,
  etag,
  uploadedAt,
}: Pick<Upload, 'versionId' | 'etag' | 'uploadedAt'>) {
  return versionId ?? `${etag ?? ''}@${uploadedAt}`;
}

/** What is kept of a form's secret. */
export function secretHash(secret: string): string {
  return hash('sha256', secret, 'hex');
}
