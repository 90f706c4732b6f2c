import { hash } from 'node:crypto';
import type { UploadCommand } from '../domain/audit.ts';
import type { Upload } from '../domain/upload.ts';
import type { ActStore } from './audit-log.ts';
import { succeeded } from './conditional.ts';

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
  }: { kind: UploadCommand['kind']; by: string; before: readonly string[]; acts: ActStore },
): Promise<void> {
  const requestId = `upload-${hash('sha256', key, 'hex').slice(0, 16)}`;
  const act: UploadCommand = { act: 'upload', kind, key, by, why: 'uploaded in the console' };
  await succeeded(acts.put({ at: uploadedAt, requestId, act, before, after: [] }));
}
