import { basename, dirname, extname } from 'node:path';
import { campaign } from '#campaign';
import { columnOf } from '../../functions/ingest-roster/row/columns.ts';

/** The kinds of files that Crier takes. */
export const KINDS = ['plan', 'roster', 'update'] as const;
/** A launch plan, a roster or an update. */
export type InputKind = (typeof KINDS)[number];

/** Names of updates: they say so, or what they are most often about. */
const UPDATE = new RegExp(`update|${campaign.progress.status.replaceAll('_', '[-_ ]?')}`, 'i');

/**
 * The kind of a file by its name and the start of its content. A table is an update when its name or its directory's
 * says so; otherwise it is a roster when it has the columns that a roster must have. `null`: it can't be told.
 */
export function inputKind(path: string, content: Uint8Array): InputKind | null {
  if (extname(path).toLowerCase() === '.json') return 'plan';
  if (UPDATE.test(`${basename(dirname(path))}/${basename(path)}`)) return 'update';
  if (/roster|filers/i.test(basename(path))) return 'roster';
  const [head = ''] = textOf(content).trimStart().split(/\r?\n/, 1);
  if (head.startsWith('{')) return 'plan';
  const columns = new Set(head.split(/[,;\t|]/).map((cell) => columnOf(cell.replaceAll('"', '').trim())));
  if (!columns.has(campaign.key.column)) return null;
  const isWhole = columns.has('email') && (columns.has('last_name') || columns.has('name'));
  return isWhole ? 'roster' : 'update';
}

/** How much of a file is enough to tell its kind. */
export const HEAD_BYTES = 10_000;

/** The start of a text, whatever its encoding: the names of columns are plain letters in all of them. */
function textOf(content: Uint8Array): string {
  return Buffer.from(content.subarray(0, HEAD_BYTES))
    .toString('latin1')
    .replaceAll(/[\0\u00ef\u00bb\u00bf\u00fe\u00ff]/g, '');
}
