import { Temporal } from 'temporal-polyfill';
import { examplePlan } from '../../examples/example.ts';
import { parsePlan } from '../../functions/domain/plan/parse-plan.ts';
import { machineClock } from '../../functions/lib/clock.ts';
import { domain } from '../../functions/lib/plan-values.ts';
import { campaignHelp } from '../lib/campaign.ts';
import { COURT_TIME, readCourtTime } from '../lib/court-time.ts';
import { parseOptions } from '../lib/parse-options.ts';
import { PLAN_FILE, readInput } from '../lib/read-input.ts';
import { UserError } from '../lib/user-error.ts';

/** Where courts' pages and addresses are. */
const COURTS = 'uscourts.gov';

/** What `npm start` is asked to start. */
export interface StartArguments {
  /** The launch's name and the domain that its emails come from; the example's when absent. */
  readonly launch?: {
    readonly name: string;
    readonly sender: string;
    readonly linkDomains: readonly string[];
    readonly zone: string;
    /** Of its plan. @default none: the launch is empty */
    readonly file?: string;
  };
  /** When the clock starts. @default where an earlier run left it, or the machine's time */
  readonly at?: Temporal.Instant;
  /** Directory of the data. @default the launch's own */
  readonly dataDir?: string;
  /** Whether the clock is the machine's. */
  readonly live?: boolean;
  /** Whether data of earlier runs are deleted first. */
  readonly fresh?: boolean;
}

/** The text of `--help`. */
export const START_USAGE = `Runs Crier on this machine. No real email is sent.

  npm start                              in a terminal, asks what to open. Otherwise, or if you press Enter, starts the example's
                                         launch five minutes before its first phase, with plan and roster active. Started again,
                                         it continues where it stopped
  npm start -- --empty DOMAIN            an empty launch by today's clock, with emails from this domain, such as
                                         nysb.uscourts.gov: create its plan in the console
  npm start -- --live                    by today's clock, with nothing uploaded
  npm start -- --launch FILE             the launch that this plan names, by today's clock unless --at is given
  npm start -- --at WHEN                 the clock starts at this time, with nothing uploaded: at the court, such as
                                         2018-07-24T08:59, or with its zone, such as 2018-07-24T12:59:00Z
  npm start -- --data DIR                keeps the data in this folder instead of data/<launch>/
  npm start -- --fresh                   deletes the data of earlier runs and starts over
${campaignHelp(41)}
  --help                                 this text`;

/** Reads the command line. @throws UserError when it can't be used. */
export function startArguments(given: readonly string[]): StartArguments | 'help' {
  const { values } = readArguments(given);
  if (values.help) return 'help';
  if (values.live && values.at)
    throw new UserError('Cannot start because either --live or --at can be given: both are');
  if (values.empty && values.launch)
    throw new UserError('Cannot start because either --empty or --launch can be given: both are');
  const launch = values.empty
    ? emptyLaunch(values.empty)
    : values.launch
      ? launchOf(values.launch)
      : undefined;
  return {
    ...(launch && { launch }),
    ...(values.at !== undefined && { at: startTime(values.at, launch?.zone ?? examplePlan().court.zone) }),
    ...(values.data && { dataDir: values.data }),
    ...(values.live && { live: true }),
    ...(values.fresh && { fresh: true }),
  };
}

function readArguments(given: readonly string[]) {
  const text = { type: 'string' } as const;
  const options = {
    launch: text,
    empty: text,
    at: text,
    data: text,
    live: { type: 'boolean' },
    fresh: { type: 'boolean' },
    help: { type: 'boolean', short: 'h' },
  } as const;
  return parseOptions({ args: [...given], options }, { verb: 'start', help: 'npm start --' });
}

function launchOf(file: string): StartArguments['launch'] {
  const parsed = parsePlan(readInput({ path: file, option: '--launch', expected: PLAN_FILE }).toString());
  if (!parsed.ok) {
    throw new UserError(
      `Cannot start because the launch plan ${file} can't be used`,
      parsed.problems.map(({ path, found, message }) => `${path}: ${message} (found ${found})`),
    );
  }
  const { name, court, linkDomains } = parsed.plan;
  const sender = court.sender.address.split('@').at(-1)!;
  return { name, sender, linkDomains, zone: court.zone, file };
}

/** An empty launch is named after its court and this year: `nysb-2026`. */
function emptyLaunch(given: string): StartArguments['launch'] {
  const read = domain.safeParse(given);
  if (!read.success) {
    throw new UserError(
      `Cannot start because --empty must name the domain that the court's emails come from, such as nysb.uscourts.gov: it is ${given}`,
    );
  }
  const sender = read.data;
  const [court] = sender.split('.');
  const isCourts = sender.endsWith(`.${COURTS}`);
  const { year, timeZoneId: zone } = machineClock.now().toZonedDateTimeISO(Temporal.Now.timeZoneId());
  return {
    name: `${court}-${year}`,
    sender,
    linkDomains: isCourts ? [COURTS] : [COURTS, sender],
    zone,
  };
}

function startTime(text: string, zone: string): Temporal.Instant {
  const at = readCourtTime(text, zone);
  if (at) return at;
  throw new UserError(`Cannot start because --at must be ${COURT_TIME}: it is ${text}`);
}
