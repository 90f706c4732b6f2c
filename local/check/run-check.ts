import type { Filer } from '../../functions/domain/filer/filer.ts';
import type { FilerState, Flag } from '../../functions/domain/filer/state.ts';
import { type CheckArguments, readCheckArguments, USAGE } from './arguments.ts';
import { type CheckedFile, checkFile } from './file.ts';
import { checkHints } from './hints.ts';
import { writeReport } from './report.ts';
import { checkText } from './text.ts';

/** The exit codes of a check. */
export const EXIT = { usable: 0, held: 1, refused: 2 } as const;

/** Takes a piece of what is printed. */
type Print = (text: string) => Promise<void>;

/**
 * Checks the file that a command line names, and prints what it finds.
 * @returns the exit code
 * @throws UserError on a command line that can't be understood, or a file that can't be read.
 */
export async function runCheck(args: readonly string[], print: Print): Promise<number> {
  const options = readCheckArguments(args);
  if (!options) {
    await print(`${USAGE}\n`);
    return EXIT.usable;
  }
  const file = await checkFile(options);
  if (options.json) await printJson(file, { ...options, print });
  else {
    for await (const text of checkText(file, await writeReport(file, options))) await print(text);
    for (const hint of checkHints(options, file.summary)) await print(`${hint}\n`);
  }
  if (file.summary.refused !== null) return EXIT.refused;
  return file.summary.held.length > 0 ? EXIT.held : EXIT.usable;
}

/** Prints one JSON document piece by piece: a million problems or filers take no memory. */
async function printJson(
  { summary, phases, planWarnings, progressAsOf, checked }: CheckedFile,
  { filers, print }: Pick<CheckArguments, 'filers'> & { print: Print },
): Promise<void> {
  const { file, refused, held, accepted, rejected, warned, states } = summary;
  const head = JSON.stringify({ file, refused, held, accepted, rejected, warned }, null, 2).slice(0, -2);
  await print(`${head},\n  "problems": [`);
  await printList(problemsOf(checked), print);
  if (filers) {
    await print('],\n  "filers": [');
    await printList(filersOf(checked), print);
  }
  const tail = JSON.stringify({ states, progressAsOf, phases, planWarnings }, null, 2).slice(1);
  await print(`],${tail}\n`);
}

async function* problemsOf(checked: CheckedFile['checked']): AsyncIterable<object> {
  if (!checked) return;
  yield* checked.layout.problems;
  for await (const rows of checked.decide()) {
    for (const { problems } of rows) {
      for (const { row, column, code, severity, found, expected } of problems) {
        yield { row, column, code, severity, found, expected };
      }
    }
  }
}

async function* filersOf(checked: CheckedFile['checked']): AsyncIterable<object> {
  if (!checked) return;
  for await (const rows of checked.decide()) {
    for (const { row, filer, state } of rows) {
      if (!filer || !state) continue;
      const { userId: key, filerId: _, sharedAddress: __, otherAccounts: ___, ...facts } = filer;
      yield {
        row,
        key,
        ...facts,
        state: state.state,
        rule: state.rule,
        reason: state.reason,
        flags: flagsOf(filer, state),
      };
    }
  }
}

/** Whether the address is shared is known only once all rows are read. */
function flagsOf({ sharedAddress }: Filer, { flags }: FilerState): Flag[] {
  const own = flags.filter((flag) => flag !== 'shared-address');
  return sharedAddress ? [...own, 'shared-address'] : own;
}

async function printList(items: AsyncIterable<object>, print: Print): Promise<void> {
  let separator = '\n';
  for await (const item of items) {
    await print(`${separator}    ${JSON.stringify(item)}`);
    separator = ',\n';
  }
  if (separator !== '\n') await print('\n  ');
}
