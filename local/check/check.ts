import { once } from 'node:events';
import type { Filer } from '../../functions/domain/filer/filer.ts';
import type { FilerState, Flag } from '../../functions/domain/filer/state.ts';
import { showError } from '../lib/run-command.ts';
import { type CheckArguments, readCheckArguments, USAGE } from './arguments.ts';
import { type CheckedFile, checkFile } from './file.ts';
import { checkHints } from './hints.ts';
import { writeReport } from './report.ts';
import { checkText } from './text.ts';

const USABLE = 0;
const HELD = 1;
const REFUSED = 2;

async function main(): Promise<number> {
  const options = readCheckArguments(process.argv.slice(2));
  if (!options) {
    console.log(USAGE);
    return USABLE;
  }
  const file = await checkFile(options);
  if (options.json) await writeJson(file, options);
  else {
    for await (const text of checkText(file, await writeReport(file, options))) await print(text);
    for (const hint of checkHints(options, file.summary)) await print(`${hint}\n`);
  }
  if (file.summary.refused !== null) return REFUSED;
  return file.summary.held.length > 0 ? HELD : USABLE;
}

/** Prints one JSON document piece by piece: a million problems or filers take no memory. */
async function writeJson(
  { summary, phases, planWarnings, progressAsOf, checked }: CheckedFile,
  { filers }: CheckArguments,
): Promise<void> {
  const { file, refused, held, accepted, rejected, warned, states } = summary;
  const head = JSON.stringify({ file, refused, held, accepted, rejected, warned }, null, 2).slice(0, -2);
  await print(`${head},\n  "problems": [`);
  await printList(problemsOf(checked));
  if (filers) {
    await print('],\n  "filers": [');
    await printList(filersOf(checked));
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

async function printList(items: AsyncIterable<object>): Promise<void> {
  let separator = '\n';
  for await (const item of items) {
    await print(`${separator}    ${JSON.stringify(item)}`);
    separator = ',\n';
  }
  if (separator !== '\n') await print('\n  ');
}

async function print(text: string): Promise<void> {
  if (!process.stdout.write(text)) await once(process.stdout, 'drain');
}

// A reader of the first lines alone, such as `head`, closes the pipe.
process.stdout.on('error', () => process.exit(USABLE));

try {
  process.exitCode = await main();
} catch (error) {
  showError(error);
  process.exitCode = REFUSED;
}
