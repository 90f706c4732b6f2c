import { basename, dirname, extname } from 'node:path';
import { columnOf } from '../../functions/ingest-roster/row/columns.ts';
import { parseOptions } from '../lib/parse-options.ts';
import { readInput } from '../lib/read-input.ts';
import { UserError } from '../lib/user-error.ts';

/** What an upload is, as people say it. */
const KINDS = ['plan', 'roster', 'update'] as const;
export type Kind = (typeof KINDS)[number];

/** A file and the place it goes to. */
interface UploadArguments {
  readonly kind: Kind;
  readonly name: string;
  readonly content: Uint8Array;
}

export const UPLOAD_USAGE = `Puts a file into the inbox of the Crier that runs on this machine (npm start), and shows the report.

  npm run upload -- FILE                 a launch plan, a roster or an update, told by its name and content
  npm run upload -- FILE --as KIND       KIND is plan, roster or update
  --help                                 this text`;

/** @throws UserError when they can't be used. */
export function uploadArguments(given: readonly string[]): UploadArguments | 'help' {
  const { values, positionals } = readArguments(given);
  if (values.help) return 'help';
  const [path, ...more] = positionals;
  if (!path || more.length > 0) throw new UserError('Name one file to upload', ['', UPLOAD_USAGE]);
  const content = readInput({ path, expected: 'a launch plan, a roster or an update' });
  const kind = values.as ? kindNamed(values.as) : kindOf(path, content);
  if (!kind) {
    throw new UserError(`Cannot tell whether ${path} is a launch plan, a roster or an update`, [
      'Say it: --as plan, --as roster or --as update',
    ]);
  }
  return { kind, name: basename(path), content };
}

function readArguments(given: readonly string[]) {
  return parseOptions(
    {
      args: [...given],
      allowPositionals: true,
      options: { as: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
    },
    { verb: 'upload', help: 'npm run upload --' },
  );
}

function kindNamed(text: string): Kind {
  const kind = KINDS.find((one) => one === text);
  if (kind) return kind;
  throw new UserError(`Cannot upload because --as must be plan, roster or update: it is ${text}`);
}

/**
 * What a file is. A table that says it is an update by its name, or its directory's, is one; otherwise it is a roster
 * when it has the columns that a roster must have. `null`: it can't be told.
 */
export function kindOf(path: string, content: Uint8Array): Kind | null {
  if (extname(path).toLowerCase() === '.json') return 'plan';
  if (/update|link[-_ ]?status/i.test(`${basename(dirname(path))}/${basename(path)}`)) return 'update';
  if (/roster|filers/i.test(basename(path))) return 'roster';
  const [head = ''] = textOf(content).trimStart().split(/\r?\n/, 1);
  if (head.startsWith('{')) return 'plan';
  const columns = new Set(head.split(/[,;\t|]/).map((cell) => columnOf(cell.replaceAll('"', '').trim())));
  if (!columns.has('cmecf_user_id')) return null;
  const isWhole = columns.has('email') && (columns.has('last_name') || columns.has('name'));
  return isWhole ? 'roster' : 'update';
}

/** So much of a file tells its kind. */
export const HEAD_BYTES = 10_000;

/** The start of a text, whatever its encoding: the names of columns are plain letters in all of them. */
function textOf(content: Uint8Array): string {
  return Buffer.from(content.subarray(0, HEAD_BYTES))
    .toString('latin1')
    .replaceAll(/[\0\u00ef\u00bb\u00bf\u00fe\u00ff]/g, '');
}
