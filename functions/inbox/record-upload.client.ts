import { hash } from 'node:crypto';
import type { UploadAct } from '../ops/act.ts';
import type { ActStore } from '../ops/acts.client.ts';
import { succeeded } from '../shared/conditional.client.ts';
import type { Upload } from '../shared/upload.ts';

/**
 * Records that somebody's file has arrived, before anything is done with it. A repeat records nothing: the record is
 * known by the upload itself.
 */
export async function recordUpload(
  { key, uploadedAt }: Pick<Upload, 'key' | 'uploadedAt'>,
  {
    kind,
    by,
    before,
    acts,
  }: { kind: UploadAct['kind']; by: string; before: readonly string[]; acts: ActStore },
): Promise<void> {
  const requestId = `upload-${hash('sha256', key, 'hex').slice(0, 16)}`;
  const act: UploadAct = { act: 'upload', kind, key, by, why: 'uploaded in the console' };
  await succeeded(acts.put({ at: uploadedAt, requestId, act, before, after: [] }));
}
