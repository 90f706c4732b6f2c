import type { AllowedDomains } from '../../functions/domain/plan/allowed-domains.ts';
import { campaignHelp } from '../lib/campaign.ts';
import { parseOptions } from '../lib/parse-options.ts';
import { UserError } from '../lib/user-error.ts';

/** What to check, and how to say it. */
export interface CheckArguments {
  readonly file: string;
  /** Path of the launch plan. @default none: states are those before the pivot */
  readonly launch: string | undefined;
  /** Path of the roster to compare with, or on which an update builds. */
  readonly base: string | undefined;
  readonly update: boolean;
  readonly json: boolean;
  readonly filers: boolean;
  /** The upload's date, `2018-07-24`. @default today */
  readonly date: string | undefined;
  /** SES's rate of the account, emails a second. */
  readonly rate: number;
  /** Domains that the deployment allows. @default those of the plan, as on one machine */
  readonly allowed: Partial<AllowedDomains>;
  /** Where the report is written. */
  readonly out: string;
}

/** What `npm run check -- --help` shows. */
export const USAGE = `Checks a roster or an update without sending anything; it needs no cloud.

  npm run check -- FILE [--launch FILE] [--update] [--json]

  --launch FILE   the launch plan (launch.json): court, dates, limits and phases
  --update        FILE is an update (key plus any other columns), not a whole roster
  --base FILE     the active roster, to compare with or to apply the update to
  --date DATE     the upload's date, such as 2018-07-24 (default: today)
  --sender DOMAIN, --link-domains LIST
                  the domains that the deployment allows, such as nysb.uscourts.gov and uscourts.gov,example.gov:
                  a plan with others is refused (default: the plan's own, as on one machine)
  --rate NUMBER   emails a second that the SES account may send (default: 14)
  --out DIR       where to write the full report (default: out/check)
  --json          print one JSON document and nothing else
  --filers        with --json: every filer with its state
${campaignHelp(18)}
  --help          this text

Exit code: 0 usable, 1 held by a safeguard, 2 refused.`;

/** SES's rate of an account that has left the sandbox, in emails a second. */
const DEFAULT_RATE = 14;

/**
 * Reads the command line.
 * @returns `null` when only help is asked for.
 * @throws UserError on anything that can't be understood.
 */
export function readCheckArguments(args: readonly string[]): CheckArguments | null {
  const { values, positionals } = parseOptions(
    {
      args: [...args],
      allowPositionals: true,
      options: {
        launch: { type: 'string' },
        base: { type: 'string' },
        update: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
        filers: { type: 'boolean', default: false },
        date: { type: 'string' },
        sender: { type: 'string' },
        'link-domains': { type: 'string' },
        rate: { type: 'string', default: String(DEFAULT_RATE) },
        out: { type: 'string', default: 'out/check' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    },
    { verb: 'check', help: 'npm run check --' },
  );
  const { help, rate, launch, base, date, sender, 'link-domains': linkDomains, ...rest } = values;
  if (help) return null;
  const [file, ...others] = positionals;
  if (!file || others.length > 0)
    throw new UserError(`Cannot check because one FILE must be named: ${positionals.length} are`, [
      'How: npm run check -- --help',
    ]);
  if (!(Number(rate) > 0))
    throw new UserError(`Cannot check because --rate must be a number above 0: it is ${rate}`);
  if (date && !/^\d{4}-\d{2}-\d{2}$/.test(date)) {
    throw new UserError(`Cannot check because --date must be a date such as 2018-07-24: it is ${date}`);
  }
  const allowed = {
    ...(sender && { sender: sender.toLowerCase() }),
    ...(linkDomains && { linkDomains: linkDomains.split(',').map((one) => one.trim().toLowerCase()) }),
  };
  return { ...rest, file, launch, base, date, allowed, rate: Number(rate) };
}
