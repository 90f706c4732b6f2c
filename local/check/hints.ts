import { closeSync, openSync, readSync } from 'node:fs';
import type { RosterSummary } from '../../functions/ingest-roster/report.ts';
import { HEAD_BYTES, inputKind } from '../lib/input-kind.ts';
import type { CheckArguments } from './arguments.ts';

/** What to add to the command to learn more about a file. */
export function checkHints(
  { file, launch, base, update }: Pick<CheckArguments, 'file' | 'launch' | 'base' | 'update'>,
  { refused }: Pick<RosterSummary, 'refused'>,
): string[] {
  if (!update && inputKind(file, headOf(file)) === 'update') {
    const against = base ?? 'ROSTER';
    return [
      `It looks like an update. To check it as one: npm run check -- ${file} --update --base ${against}`,
    ];
  }
  if (refused !== null || launch !== undefined) return [];
  return ['To see what each phase would send, add --launch launch.json.'];
}

/** The start of a file, which may be of a gigabyte: enough to tell its kind. */
function headOf(path: string): Uint8Array {
  const file = openSync(path, 'r');
  try {
    const head = Buffer.alloc(HEAD_BYTES);
    return head.subarray(0, readSync(file, head, 0, HEAD_BYTES, 0));
  } finally {
    closeSync(file);
  }
}
