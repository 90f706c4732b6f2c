import { CommanderError } from 'commander';
import type * as z from 'zod';
import {
  commandSchema,
  eraseAgainSchema,
  eraseSchema,
  releaseSchema,
  rosterDecisionSchema,
} from '../../functions/domain/command.ts';
import { hintsFor, type Target } from '../lib/hints.ts';
import { UserError } from '../lib/user-error.ts';
import { opsProblem } from './problem.ts';
import { type OpsCommand, opsProgram, rosterDecisionOf } from './program.ts';

/** What a person wants of Crier, and how they want the answer. */
export interface OpsRequest {
  readonly command: OpsCommand;
  readonly json: boolean;
  /** The function Act in AWS, or the file of outputs that names it. @default the running cloud */
  readonly aws: string | undefined;
  /** Data folder of the running cloud to use. @default the only one running */
  readonly data: string | undefined;
  /** File of the phone list. */
  readonly out: string | undefined;
}

/**
 * Reads the command line.
 * @returns a text when only help is asked for.
 * @throws UserError when it can't be used.
 */
export function opsArguments(given: readonly string[]): OpsRequest | string {
  let request: OpsRequest | undefined;
  let shown = '';
  const program = opsProgram((command, options) => {
    request = {
      command,
      json: options.json === true,
      aws: options.aws,
      data: options.data,
      out: options.out,
    };
  });
  for (const one of [program, ...program.commands]) {
    one.exitOverride().configureOutput({
      writeOut: (text) => {
        shown += text;
      },
      writeErr: () => {},
    });
  }
  try {
    program.parse([...given], { from: 'user' });
  } catch (error) {
    if (error instanceof UserError) throw withHints(error, program.opts());
    if (!(error instanceof CommanderError)) throw error;
    if (error.code === 'commander.helpDisplayed') return shown;
    if (error.code === 'commander.help') return program.helpInformation();
    throw new UserError(error.message.replace(/^error: /, ''), ['All commands: npm run ops -- --help']);
  }
  if (!request) return program.helpInformation();
  const { command } = request;
  const decision = rosterDecisionOf(command);
  const checked = decision ? rosterDecisionSchema.safeParse(decision) : schemaOf(command).safeParse(command);
  if (checked.success) return request;
  throw withHints(opsProblem(command, checked.error), request);
}

/** An error whose proposed commands talk to the same Crier. */
function withHints({ message, details }: Pick<UserError, 'message' | 'details'>, target: Target): UserError {
  return new UserError(
    hintsFor(message, target),
    details.map((line) => hintsFor(line, target)),
  );
}

/** Commands are checked against the schema of the function that carries them out. */
function schemaOf({ act }: OpsCommand): z.ZodType {
  if (act === 'release') return releaseSchema;
  if (act === 'erase') return eraseSchema;
  return act === 'again' ? eraseAgainSchema : commandSchema;
}
