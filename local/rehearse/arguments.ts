import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { EXAMPLE, EXAMPLE_FOLDER } from '../../examples/example.ts';
import { campaignHelp } from '../lib/campaign.ts';
import { parseOptions } from '../lib/parse-options.ts';
import { PLAN_FILE, readInput } from '../lib/read-input.ts';
import { UserError } from '../lib/user-error.ts';

/** A file to be uploaded. */
export interface InputFile {
  readonly path: string;
  readonly content: Uint8Array;
}

/** A dated upload: `at` is the court's wall time, `2018-10-24T07:00`. */
interface DatedFile extends InputFile {
  readonly at: string;
}

/** What to rehearse, and where to put the results. */
export interface RehearsalArguments {
  readonly launch: InputFile;
  readonly roster: InputFile;
  readonly updates: readonly DatedFile[];
  readonly out: string;
}

/** The text of `--help`. */
export const USAGE = `Rehearses a whole launch on this machine, with its clock fast-forwarded. No real email is sent.

  npm run rehearse                                   the example, ${EXAMPLE}
  npm run rehearse -- --launch FILE --roster FILE    your own launch

  --launch FILE        the launch plan (launch.json)
  --roster FILE        the roster (CSV)
  --update WHEN=FILE   an update to upload at this time at the court, such as
                       2018-10-29T09:00=update.csv; can be repeated
  --out DIR            where to write report.html, outbox/, send-log.csv and
                       summary.json (default: out)
${campaignHelp(23)}
  --help               this text`;

/**
 * Reads the command line and the files that it names.
 * @returns `null` when only help is asked for.
 * @throws UserError on anything that can't be understood or read.
 */
export function readArguments(args: readonly string[]): RehearsalArguments | null {
  const values = parse(args);
  if (values.help) return null;
  const { launch, roster, update = [], out = 'out' } = values;
  if ((launch === undefined) !== (roster === undefined)) {
    const missing = launch === undefined ? '--launch' : '--roster';
    throw new UserError(
      `Cannot rehearse because ${missing} must be given too: a plan and a roster go together`,
      ['The example alone: npm run rehearse'],
    );
  }
  const own = update.map(readUpdate);
  return {
    launch: inputFile(launch ?? join(EXAMPLE_FOLDER, 'launch.json'), '--launch'),
    roster: inputFile(roster ?? join(EXAMPLE_FOLDER, 'roster.csv'), '--roster'),
    updates: launch === undefined ? [...exampleUpdates(), ...own] : own,
    out,
  };
}

function parse(args: readonly string[]) {
  const { values } = parseOptions(
    {
      args: [...args],
      options: {
        launch: { type: 'string' },
        roster: { type: 'string' },
        update: { type: 'string', multiple: true },
        out: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    },
    { verb: 'rehearse', help: 'npm run rehearse --' },
  );
  return values;
}

function readUpdate(argument: string): DatedFile {
  const [, at, path] = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2})=(.+)$/s.exec(argument) ?? [];
  if (at === undefined || path === undefined) {
    throw new UserError(
      `Cannot rehearse because --update must be WHEN=FILE, such as 2018-10-29T09:00=update.csv: it is ${argument}`,
    );
  }
  return { at, ...inputFile(path, '--update') };
}

const EXPECTED = {
  '--launch': PLAN_FILE,
  '--roster': 'the roster (CSV)',
  '--update': 'an update (CSV)',
} as const;

function inputFile(path: string, option: keyof typeof EXPECTED): InputFile {
  return { path, content: readInput({ path, option, expected: EXPECTED[option] }) };
}

/** The example's updates; their names start with their wall time. */
function exampleUpdates(): DatedFile[] {
  const folder = join(EXAMPLE_FOLDER, 'updates');
  return readdirSync(folder)
    .sort()
    .map((name) => {
      const [, day, hour, minute] = /^(\d{4}-\d{2}-\d{2})T(\d{2})(\d{2})-/.exec(basename(name))!;
      return { at: `${day}T${hour}:${minute}`, ...inputFile(join(folder, name), '--update') };
    });
}
