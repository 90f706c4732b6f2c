import { Temporal } from 'temporal-polyfill';
import { campaign } from '#campaign';
import type { CheckedTable } from '../../functions/ingest-roster/check-table.ts';
import { problemText } from '../../functions/ingest-roster/report.ts';
import { counted } from '../../functions/lib/count.ts';
import type { CheckedFile, CheckedPhase } from './file.ts';

const MAX_PROBLEMS_SHOWN = 50;
const DELIMITERS: Readonly<Record<string, string>> = {
  ',': 'commas',
  ';': 'semicolons',
  '\t': 'tabs',
  '|': 'pipes',
};

const STALE = `, held unless newer ${campaign.progress.label} is uploaded first`;

/** The check as text, piece by piece. @param reports Paths of the whole report. */
export async function* checkText(file: CheckedFile, reports: readonly string[]): AsyncIterable<string> {
  const { summary, phases, planWarnings, checked } = file;
  if (summary.refused !== null || !checked) {
    yield `Refused. ${summary.refused}.\n`;
    return;
  }
  yield summaryText(file);
  yield* problemsText(checked, reports);
  yield `\nStates\n${counts(summary.states)}`;
  if (phases.length > 0) yield `\nPhases, if the roster doesn’t change\n${phases.map(phaseText).join('')}`;
  if (planWarnings.length > 0)
    yield `\nPlease check in the launch plan\n${planWarnings.map((message) => `  ${message}\n`).join('')}`;
  yield `\n${verdictText(summary.held, checked)}\n`;
}

function verdictText(held: readonly string[], { layout, ledger }: CheckedTable): string {
  if (held.length > 0)
    return `Held: a clerk must decide.\n${held.map((reason) => `  ${reason}.`).join('\n')}`;
  if (layout.kind === 'update' && ledger.totals().baseFilers === 0)
    return (
      'The file is usable, but what it changes could still hold it. ' +
      'To check that too, name the active roster with --base.'
    );
  return 'Usable: it would be activated automatically.';
}

function summaryText({ summary, checked }: CheckedFile): string {
  const { file, accepted, rejected, warned, unreachable, changes } = summary;
  const kind = checked?.layout.kind === 'update' ? 'Update' : 'Roster';
  const dialect = file.delimiter ? `, ${file.encoding}, separated by ${DELIMITERS[file.delimiter]}` : '';
  const lines = [
    `${kind}: ${file.format}${dialect}, ${counted(file.rows, 'row')}`,
    `  accepted ${accepted}, skipped ${rejected}, with warnings ${warned}, without a usable address ${unreachable}`,
  ];
  if (changes && changes.gone + changes.addressChanged + changes.states.length > 0) {
    lines.push(`  new ${changes.new}, gone ${changes.gone}, address changed ${changes.addressChanged}`);
    for (const { from, to, filers } of changes.states) lines.push(`  ${from} → ${to}: ${filers}`);
  }
  return `${lines.join('\n')}\n`;
}

async function* problemsText(
  checked: NonNullable<CheckedFile['checked']>,
  reports: readonly string[],
): AsyncIterable<string> {
  let count = 0;
  const line = (problem: Parameters<typeof problemText>[0]) =>
    `  row ${problem.row}: ${problemText(problem)}\n`;
  for (const problem of checked.layout.problems)
    if (count++ < MAX_PROBLEMS_SHOWN) yield (count === 1 ? '\nProblems\n' : '') + line(problem);
  for await (const rows of checked.decide()) {
    for (const problem of rows.flatMap(({ problems }) => problems)) {
      if (count++ < MAX_PROBLEMS_SHOWN) yield (count === 1 ? '\nProblems\n' : '') + line(problem);
    }
  }
  if (count > MAX_PROBLEMS_SHOWN) yield `  and ${count - MAX_PROBLEMS_SHOWN} more\n`;
  if (count > 0) yield `  Full report: ${reports.join(' and ')}\n`;
}

function phaseText({ id, at, emails, skipped, seconds, held }: CheckedPhase): string {
  const when = Temporal.ZonedDateTime.from(at);
  const wall = when.toPlainDateTime().toString({ smallestUnit: 'minute' }).replace('T', ' ');
  const left = Object.entries(skipped).map(([reason, count]) => `, ${count} skipped (${reason})`);
  return `  ${id.padEnd(16)} ${wall} ${when.timeZoneId}: ${emails} emails in ${duration(seconds)}${left.join('')}${held ? STALE : ''}\n`;
}

function duration(seconds: number): string {
  if (seconds < 60) return `${seconds} s`;
  return seconds < 3600 ? `${Math.ceil(seconds / 60)} min` : `${(seconds / 3600).toFixed(1)} h`;
}

function counts(states: Readonly<Record<string, number>>): string {
  return Object.entries(states)
    .sort(([, one], [, other]) => other - one)
    .map(([state, count]) => `  ${state.padEnd(26)} ${count}\n`)
    .join('');
}
