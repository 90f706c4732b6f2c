import { type ParseArgsConfig, parseArgs } from 'node:util';
import { UserError } from './user-error.ts';

/**
 * Reads a command line as `parseArgs` does.
 * @param command What it does, and the script of `npm run` whose `--help` lists its options.
 * @throws UserError that names what is not known, and where help is.
 */
export function parseOptions<const Config extends ParseArgsConfig>(
  config: Config,
  { verb, help }: { readonly verb: string; readonly help: string },
): ReturnType<typeof parseArgs<Config>> {
  try {
    return parseArgs(config);
  } catch (error) {
    throw new UserError(`Cannot ${verb}: ${firstSentence((error as Error).message)}`, [
      `Every option: ${help} --help`,
    ]);
  }
}

/** Node's own advice continues to explain how to pass file names that start with a dash. */
function firstSentence(message: string): string {
  return message.split(/(?<=[^.])\. /)[0]!.replace(/\.$/, '');
}
