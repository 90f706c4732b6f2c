import { hash } from 'node:crypto';
import type { Actor } from '../domain/actor.ts';
import type { UploadCommand } from '../domain/recorded-command.ts';
import { type Upload, uploadIdOf } from '../domain/upload.ts';
import { objectIdOf } from '../domain/upload-form.ts';
import type { AuditLog } from './audit-log.ts';

/** Records that a file has arrived, before it is processed. A repeated event records nothing. */
export async function recordUpload(
  upload: Pick<Upload, 'key' | 'uploadedAt' | 'versionId' | 'etag' | 'requestId'>,
  {
    kind,
    by,
    before,
    auditLog,
  }: {
    kind: UploadCommand['kind'];
    by: Actor;
    before: readonly string[];
    auditLog: Pick<AuditLog, 'putOnce'>;
  },
): Promise<void> {
  const { key, uploadedAt, requestId: request } = upload;
  const requestId = `upload-${hash('sha256', `${key}\n${objectIdOf(upload)}`, 'hex').slice(0, 16)}`;
  const why = by.kind === 'person' ? 'uploaded in the console' : 'uploaded outside the console';
  const act: UploadCommand = {
    act: 'upload',
    kind,
    upload: uploadIdOf(key),
    ...(request && { request }),
    by,
    why,
  };
  await auditLog.putOnce({ at: uploadedAt, requestId, act, before, after: [] });
}
