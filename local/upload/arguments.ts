import { basename } from 'node:path';
import { campaignHelp } from '../lib/campaign.ts';
import { type InputKind, inputKind, KINDS } from '../lib/input-kind.ts';
import { parseOptions } from '../lib/parse-options.ts';
import { readInput } from '../lib/read-input.ts';
import { UserError } from '../lib/user-error.ts';

/** A file to upload. */
interface UploadArguments {
  readonly kind: InputKind;
  readonly name: string;
  readonly content: Uint8Array;
  /** Data folder of the running cloud to use. @default the only one running */
  readonly data?: string;
}

/** What `npm run upload -- --help` shows. */
export const UPLOAD_USAGE = `Uploads a file to the Crier running on this machine (npm start), \
and shows its report.

  npm run upload -- FILE                 a launch plan, a roster or an update, recognized by its name and content
  npm run upload -- FILE --as KIND       KIND is plan, roster or update
  --data DIR                             data folder of the running Crier to use, if several are running
${campaignHelp(41)}
  --help                                 this text`;

/** Reads the command line and the file. @throws UserError when one of them can't be used. */
export function uploadArguments(given: readonly string[]): UploadArguments | 'help' {
  const { values, positionals } = readArguments(given);
  if (values.help) return 'help';
  const [path, ...more] = positionals;
  if (!path || more.length > 0) throw new UserError('Name one file to upload', ['', UPLOAD_USAGE]);
  const content = readInput({ path, expected: 'a launch plan, a roster or an update' });
  const kind = values.as ? kindNamed(values.as) : inputKind(path, content);
  if (!kind) {
    throw new UserError(`Cannot tell whether ${path} is a launch plan, a roster or an update`, [
      'Say which: --as plan, --as roster or --as update',
    ]);
  }
  return { kind, name: basename(path), content, ...(values.data && { data: values.data }) };
}

function readArguments(given: readonly string[]) {
  return parseOptions(
    {
      args: [...given],
      allowPositionals: true,
      options: { as: { type: 'string' }, data: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
    },
    { verb: 'upload', help: 'npm run upload --' },
  );
}

function kindNamed(text: string): InputKind {
  const kind = KINDS.find((one) => one === text);
  if (kind) return kind;
  throw new UserError(`Cannot upload because --as must be plan, roster or update: it is ${text}`);
}
