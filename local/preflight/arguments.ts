import { campaignHelp } from '../lib/campaign.ts';
import { parseOptions } from '../lib/parse-options.ts';
import { UserError } from '../lib/user-error.ts';

/** What is to be launched. */
export interface PreflightArguments {
  /** Path of the launch plan. */
  readonly launch: string;
  /** Path of the roster. @default none: the quota isn't compared with it */
  readonly roster: string | undefined;
  /** Path of the settings file. @default the one that CDK reads; without one, what it says isn't checked */
  readonly settings: string | undefined;
  /** Where to send a test message. @default none is sent */
  readonly sendTest: string | undefined;
}

/** What `npm run preflight -- --help` shows. */
export const USAGE = `Checks an AWS account and DNS, and lists what a launch still needs. Changes nothing; sends only the test message.

  npm run preflight -- --launch FILE [--roster FILE] [--send-test ADDRESS]

  --launch FILE    the launch plan (launch.json): its name, sender and phases
  --roster FILE    the roster: the quota is compared with the emails of the phases
  --settings FILE  the settings to deploy with (default: crier.settings.json, where there is one)
  --send-test ADDRESS
                   sends one message there, and asks you whether it arrived and whether a reply does
${campaignHelp(19)}
  --help           this text

Uses the account and region of your shell. Exit code: 0 ready, 1 something is missing or not checked.`;

/**
 * Reads the command line.
 * @returns `null` when only help is asked for.
 * @throws UserError on anything that can't be understood.
 */
export function readPreflightArguments(args: readonly string[]): PreflightArguments | null {
  const { values } = parseOptions(
    {
      args: [...args],
      options: {
        launch: { type: 'string' },
        roster: { type: 'string' },
        settings: { type: 'string' },
        'send-test': { type: 'string' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    },
    { verb: 'look', help: 'npm run preflight --' },
  );
  const { help, launch, roster, settings, 'send-test': sendTest } = values;
  if (help) return null;
  if (!launch)
    throw new UserError('Cannot check because --launch must name the launch plan', [
      'How: npm run preflight -- --help',
    ]);
  if (sendTest !== undefined && !/^[^\s@,;]+@[^\s@,;]+\.[^\s@,;]+$/.test(sendTest))
    throw new UserError('Cannot check because --send-test must be one email address', [
      'Name an address whose inbox you can open: --send-test ADDRESS',
    ]);
  return { launch, roster, settings, sendTest };
}
