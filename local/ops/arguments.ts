import { createHash } from 'node:crypto';
import { userInfo } from 'node:os';
import { Command, CommanderError } from 'commander';
import type { z } from 'zod';
import { type CommandInput, commandSchema, releaseSchema } from '../../functions/domain/audit.ts';
import { PLAN_FILE, readInput } from '../lib/read-input.ts';
import { UserError } from '../lib/user-error.ts';
import { opsProblem } from './problem.ts';

/** What the commands ask: a release of ReleasePhase, everything else of Act. */
export type OpsInput = CommandInput | (z.input<typeof releaseSchema> & { readonly act: 'release' });

/** What a person wants of Crier, and how they want the answer. */
export interface OpsRequest {
  readonly act: OpsInput;
  readonly json: boolean;
  /** The function in AWS, or the file of outputs that names it; without it, the running cloud. */
  readonly aws: string | undefined;
  /** File of the phone list. */
  readonly out: string | undefined;
}

interface Options {
  readonly json?: true;
  readonly aws?: string;
  readonly by?: string;
  readonly why?: string;
  readonly all?: true;
  readonly run?: string;
  readonly filer?: string;
  readonly reason?: string;
  readonly queue?: string;
  readonly limit?: string;
  readonly before?: string;
  readonly out?: string;
  readonly phase?: string;
}

const DESCRIPTION = `What people do by hand about a launch: look, hold, lift, retry, release. Every act is recorded.
Without --aws it talks to the Crier that runs on this machine (npm start).`;

/**
 * Reads the command line.
 * @returns a text when only help is asked for.
 * @throws UserError when it can't be used.
 */
export function opsArguments(given: readonly string[]): OpsRequest | string {
  let request: OpsRequest | undefined;
  let shown = '';
  const program = opsProgram((act, options) => {
    request = { act, json: options.json === true, aws: options.aws, out: options.out };
  });
  for (const command of [program, ...program.commands]) {
    command.exitOverride().configureOutput({
      writeOut: (text) => {
        shown += text;
      },
      writeErr: () => {},
    });
  }
  try {
    program.parse([...given], { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.code === 'commander.helpDisplayed') return shown;
    if (error.code === 'commander.help') return program.helpInformation();
    throw new UserError(error.message.replace(/^error: /, ''), ['All commands: npm run ops -- --help']);
  }
  if (!request) return program.helpInformation();
  const checked = (request.act.act === 'release' ? releaseSchema : commandSchema).safeParse(request.act);
  if (checked.success) return request;
  const { message, details } = opsProblem(request.act, checked.error);
  throw new UserError(message, details);
}

type Take = (act: OpsInput, options: Options) => void;

function opsProgram(take: Take): Command {
  const program = new Command('npm run ops --').description(DESCRIPTION);
  program
    .option('--json', 'answer in JSON, for machines')
    .option('--aws <name>', "the launch's function Act in AWS, or the file of cdk deploy --outputs-file");
  looks(program, take);
  acts(program, take);
  return program;
}

function looks(program: Command, take: Take): void {
  const add = (name: string, words: string, act: (options: Options, argument: string) => CommandInput) =>
    program
      .command(name)
      .description(words)
      .action((...given: unknown[]) => {
        const command = given.at(-1) as Command;
        const options = command.optsWithGlobals<Options>();
        take(act(options, String(given[0])), options);
      });
  add('runs', 'every run and what became of its audience', () => ({ act: 'runs' }));
  add('attention', 'sends that need a person, newest first', ({ limit, before }) => ({
    act: 'attention',
    ...(limit !== undefined && { limit: Number(limit) }),
    ...(before !== undefined && { before }),
  }))
    .option('--limit <count>', 'how many facts to look at (default 50)')
    .option('--before <place>', 'go on where an earlier answer ended');
  add('show <filer>', 'what every run knows of one filer', (_, filerId) => ({ act: 'show', filerId }));
  add('reconcile', 'recount every run from its log, and name every difference', ({ run }) => ({
    act: 'reconcile',
    ...(run !== undefined && { runId: run }),
  })).option('--run <id>', 'one run only');
  add('changes <plan>', 'what a plan would change if it were uploaded now', (_, file) => ({
    act: 'changes',
    plan: readInput({ path: file, expected: PLAN_FILE }).toString(),
  }));
  add('plans', 'every plan that was uploaded, newest first', ({ limit, before }) => ({
    act: 'plans',
    ...(limit !== undefined && { limit: Number(limit) }),
    ...(before !== undefined && { before }),
  }))
    .option('--limit <count>', 'how many (default 50)')
    .option('--before <version>', 'go on where an earlier answer ended');
  add('acts', 'what people did, newest first', ({ limit }) => ({
    act: 'acts',
    ...(limit !== undefined && { limit: Number(limit) }),
  })).option('--limit <count>', 'how many (default 50)');
  add('suppressed', 'who is never mailed, since when and why', () => ({ act: 'suppressed' }));
  add('phone-list', 'who must be told otherwise, as CSV that is safe in spreadsheets', () => ({
    act: 'phone-list',
  })).option('--out <file>', 'where to leave it (default out/phone-list.csv)');
}

function acts(program: Command, take: Take): void {
  const add = (name: string, words: string, act: (options: Options) => Record<string, unknown>) =>
    program
      .command(name)
      .description(words)
      .requiredOption('--why <words>', 'why: kept on record')
      .option('--by <id>', "who: a sign-in id, never a name (default: your login's hash)")
      .action((_, command: Command) => {
        const options = command.optsWithGlobals<Options>();
        const person = { by: options.by ?? loginHash(), why: options.why };
        // What can't be right is told by the schema of the acts.
        take({ act: name, ...act(options), ...person } as OpsInput, options);
      });
  const scoped = (command: Command) => command.option('--all', 'everything').option('--run <id>', 'one run');
  scoped(add('hold', 'stop a run or everything, until somebody lifts it', (options) => scopeOf(options)));
  scoped(
    add('lift', 'lift one reason of a hold', (options) => ({
      ...scopeOf(options),
      ...(options.reason !== undefined && { reason: options.reason }),
    })),
  ).option('--reason <code>', 'which reason (default person)');
  add('retry', 'try failed or unknown sends of a run again', ({ run, filer, all, reason }) => ({
    runId: run,
    ...(filer !== undefined && { filerId: filer }),
    ...(all && { all }),
    ...(reason !== undefined && { reason }),
  }))
    .requiredOption('--run <id>', 'of which run')
    .option('--filer <id>', 'of one filer')
    .option('--all', 'of every filer')
    .option('--reason <code>', 'only those with this reason');
  add('release', 'let a phase go that waits for a person, or the message of a changed date', ({ phase }) => ({
    phaseId: phase,
  })).requiredOption('--phase <id>', 'which phase, or date-change');
  add('unsuppress', 'take a filer off the list of those who are never mailed', ({ filer }) => ({
    filerId: filer,
  })).requiredOption('--filer <id>', 'whose addresses');
  add('redrive', 'put dead letters back into their queues', ({ queue }) => ({
    ...(queue !== undefined && { queue }),
  })).option('--queue <name>', 'one queue only, such as ChunkDeadLetters');
}

function scopeOf({ all, run }: Options): { scope: string | undefined } {
  if (all && run) throw new UserError('Cannot tell what to hold or lift: say --all or --run ID, not both');
  if (!all && !run) throw new UserError('Say what: --all, or --run ID (npm run ops -- runs lists them)');
  return { scope: all ? 'all' : run };
}

/** Tells one person from another without naming either. */
function loginHash(): string {
  return `login-${createHash('sha256').update(userInfo().username).digest('hex').slice(0, 12)}`;
}
