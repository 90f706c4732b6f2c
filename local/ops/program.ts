import { createHash } from 'node:crypto';
import { userInfo } from 'node:os';
import { Command } from 'commander';
import type * as z from 'zod';
import type {
  CommandInput,
  eraseAgainSchema,
  eraseSchema,
  RosterDecisionInput,
  releaseSchema,
} from '../../functions/domain/command.ts';
import { CAMPAIGNS } from '../lib/campaign.ts';
import { PLAN_FILE, readInput } from '../lib/read-input.ts';
import { UserError } from '../lib/user-error.ts';

/** A decision on a roster version. The function ActivateRoster calls the command `action`. */
type RosterOpsCommand = Omit<RosterDecisionInput, 'action'> & { readonly act: RosterDecisionInput['action'] };

/**
 * What a command sends: a release goes to the function ReleasePhase, an erasure to Erase, a decision on a roster to
 * ActivateRoster, everything else to Act.
 */
export type OpsCommand =
  | CommandInput
  | RosterOpsCommand
  | (z.input<typeof releaseSchema> & { readonly act: 'release' })
  | z.input<typeof eraseSchema>
  | z.input<typeof eraseAgainSchema>;

/** The decision in the form that ActivateRoster accepts; `null` for other commands. */
export function rosterDecisionOf(command: OpsCommand): RosterDecisionInput | null {
  if (command.act !== 'activate' && command.act !== 'reject' && command.act !== 'keep') return null;
  const { act, ...rest } = command;
  return { action: act, ...rest };
}

/** The options of all commands, as they are typed. */
interface OpsOptions {
  readonly json?: true;
  readonly aws?: string;
  readonly data?: string;
  readonly by?: string;
  readonly why?: string;
  readonly all?: true;
  readonly run?: string;
  readonly filer?: string;
  readonly confirm?: string;
  readonly neverMail?: true;
  readonly reason?: string;
  readonly queue?: string;
  readonly limit?: string;
  readonly before?: string;
  readonly out?: string;
  readonly phase?: string;
  readonly roster?: string;
}

const DESCRIPTION = `Manual operations on a launch: look, pause, resume, retry, release. Everything you do is recorded in the audit log.
Without --aws, it talks to the Crier running on this machine (npm start).`;

type Take = (command: OpsCommand, options: OpsOptions) => void;

/** The command line's grammar. @param take Gets the command that is typed; not yet checked. */
export function opsProgram(take: Take): Command {
  const program = new Command('npm run ops --').description(DESCRIPTION);
  program
    .option('--json', 'print JSON, for programs')
    .option('--data <dir>', 'data folder of the running Crier to use, if several are running')
    .option('--campaign <name>', `the campaign: ${CAMPAIGNS.join(', ')}`)
    .option('--aws <name>', "the launch's function Act in AWS, or the file of cdk deploy --outputs-file");
  addQuestions(program, take);
  addCommands(program, take);
  return program;
}

function addQuestions(program: Command, take: Take): void {
  const add = (
    name: string,
    description: string,
    questionOf: (options: OpsOptions, argument: string) => OpsCommand,
  ) =>
    program
      .command(name)
      .description(description)
      .action((...given: unknown[]) => {
        const options = (given.at(-1) as Command).optsWithGlobals<OpsOptions>();
        take(questionOf(options, String(given[0])), options);
      });
  add('runs', 'every run and the status of its emails', () => ({ act: 'runs' }));
  add('attention', 'emails that need attention, newest first', (options) => ({
    act: 'attention',
    ...pageOf(options),
  }))
    .option('--limit <count>', 'how many log entries to check (default 50)')
    .option('--before <place>', 'continue where an earlier page ended');
  add('show <filer>', 'one filer’s emails in every run', (_, filerId) => ({ act: 'show', filerId }));
  add('reconcile', 'recount every run from its log and list any differences', ({ run }) => ({
    act: 'reconcile',
    runId: run,
  })).option('--run <id>', 'one run only');
  add('changes <plan>', 'what a plan would change if it were uploaded now', (_, file) => ({
    act: 'changes',
    plan: readInput({ path: file, expected: PLAN_FILE }).toString(),
  }));
  add('plans', 'every plan that was uploaded, newest first', (options) => ({
    act: 'plans',
    ...pageOf(options),
  }))
    .option('--limit <count>', 'how many (default 50)')
    .option('--before <version>', 'continue where an earlier page ended');
  add('acts', 'the audit log, newest first', ({ limit }) => ({ act: 'acts', ...pageOf({ limit }) })).option(
    '--limit <count>',
    'how many (default 50)',
  );
  add('erase-again', 'resume unfinished erasures, and apply all of them to restored data', () => ({
    act: 'again',
  }));
  add('rebuild-audit-index', 'rebuild the index of the audit log from its entries', () => ({
    act: 'rebuild-audit-index',
  }));
  add('suppressed', 'suppressed addresses, since when and why', () => ({ act: 'suppressed' }));
  add('phone-list', 'filers to call, as CSV that is safe in spreadsheets', () => ({
    act: 'phone-list',
  })).option('--out <file>', 'file to write (default out/phone-list.csv)');
}

/** The page that is asked for; what isn't given is left out. */
function pageOf({ limit, before }: { limit?: string | undefined; before?: string | undefined }) {
  return { ...(limit !== undefined && { limit: Number(limit) }), ...(before !== undefined && { before }) };
}

function addCommands(program: Command, take: Take): void {
  const add = (
    name: string,
    description: string,
    partsOf: (options: OpsOptions) => Record<string, unknown>,
  ) =>
    program
      .command(VERBS[name] ?? name)
      .aliases(name in VERBS ? [name] : [])
      .description(description)
      .requiredOption('--why <words>', 'why: recorded in the audit log')
      .option('--by <id>', 'who you are: a sign-in id, never a name (default: a hash of your login)')
      .action((_, command: Command) => {
        const options = command.optsWithGlobals<OpsOptions>();
        const person = { by: options.by ?? loginHash(), why: options.why };
        // The caller checks it with the schema of commands.
        take({ act: name, ...partsOf(options), ...person } as OpsCommand, options);
      });
  const scoped = (command: Command) => command.option('--all', 'all sending').option('--run <id>', 'one run');
  scoped(add('hold', 'pause one run or all sending until someone resumes it', (options) => scopeOf(options)));
  scoped(
    add('lift', 'resume a run or all sending: ends a pause with one reason', (options) => ({
      ...scopeOf(options),
      reason: options.reason,
    })),
  ).option('--reason <code>', 'which reason (default person)');
  add('retry', 'retry failed or unconfirmed emails of a run', ({ run, filer, all, reason }) => ({
    runId: run,
    filerId: filer,
    all,
    reason,
  }))
    .requiredOption('--run <id>', 'which run')
    .option('--filer <id>', 'of one filer')
    .option('--all', 'of every filer')
    .option('--reason <code>', 'only those with this reason');
  add('release', 'release a phase that is waiting, or the message about changed dates', ({ phase }) => ({
    phaseId: phase,
  })).requiredOption('--phase <id>', 'which phase, or date-change');
  const roster = (name: string, description: string) =>
    add(name, description, (options) => ({ version: options.roster })).requiredOption(
      '--roster <version>',
      'roster version, as named in its report',
    );
  roster('activate', 'activate a held roster version, or go back to an earlier one');
  roster('reject', 'reject a roster version');
  roster('keep', "read a held version's file again, keeping known values where it is blank");
  add('unsuppress', 'allow emails to a filer’s suppressed addresses again', ({ filer }) => ({
    filerId: filer,
  })).requiredOption('--filer <id>', 'whose addresses');
  add('export-person', 'export everything kept about one person, as JSON', ({ filer }) => ({
    filerId: filer,
  }))
    .requiredOption('--filer <id>', 'who')
    .option('--out <file>', 'file to write (default out/person-ID.json)');
  add('erase', 'permanently erase all data about one person', ({ filer, confirm, neverMail }) => ({
    filerId: filer,
    confirm,
    neverMail,
  }))
    .requiredOption('--filer <id>', 'who')
    .requiredOption('--confirm <id>', 'the same id again, because this can’t be undone')
    .option('--never-mail', 'never email their addresses again (only keyed hashes are kept)');
  add('redrive', 'retry failed jobs: put dead letters back into their queues', ({ queue }) => ({
    queue,
  })).option('--queue <name>', 'one queue only, such as ChunkDeadLetters');
}

/** What commands are called on the command line, where their stored names are other words; both work. */
const VERBS: Readonly<Record<string, string>> = { hold: 'pause', lift: 'resume' };

/** The name of a command as it is typed. */
export function verbOf(act: string): string {
  return VERBS[act] ?? act;
}

function scopeOf({ all, run }: OpsOptions): { scope: string | undefined } {
  if (all && run)
    throw new UserError('Cannot tell what to pause or resume: give --all or --run ID, not both');
  if (!all && !run) throw new UserError('Give --all, or --run ID (npm run ops -- runs lists them)');
  return { scope: all ? 'all' : run };
}

/** Tells one person from another without naming either. */
function loginHash(): string {
  return `login-${createHash('sha256').update(userInfo().username).digest('hex').slice(0, 12)}`;
}
