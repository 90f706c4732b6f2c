import { hash } from 'node:crypto';
import { compactInstant, type Upload, type UploadKind } from './upload.ts';

/** What an upload is for, by the folder that it was put in. */
export function kindOf({ key }: Pick<Upload, 'key'>): UploadKind | null {
  if (key.startsWith('inbox/roster/')) return 'roster';
  return key.startsWith('inbox/update/') ? 'update' : null;
}

/** Everything that the filers of a version depend on. */
export interface MadeFrom {
  readonly sha256: string;
  readonly kind: UploadKind;
  readonly courtId: string;
  readonly zone: string;
  readonly base: string | null;
}

/** Name of the version that an upload becomes: the same whenever it is ingested again from the same. */
export function versionOf({ uploadedAt }: Pick<Upload, 'uploadedAt'>, made: MadeFrom): string {
  const parts = [made.sha256, made.kind, made.courtId, made.zone, made.base ?? ''];
  return `${compactInstant(uploadedAt)}-${hash('sha256', parts.join('\n'), 'hex').slice(0, 12)}`;
}
