import type { RosterReport } from '../../functions/ingest-roster/report.ts';
import { counted } from '../../functions/lib/count.ts';
import type { InputKind } from '../lib/input-kind.ts';

const MAX_PROBLEMS_SHOWN = 10;

/** The report of a roster or an update as text. */
export function tableReport(report: RosterReport, kind: Exclude<InputKind, 'plan'>): string {
  const { refused, held, accepted, rejected, warned, unreachable, states, changes, problems, table } = report;
  if (report.code === 'same-content') return `${refused}.`;
  if (refused !== null) return `The ${kind} can't be used. Nothing has changed.\n\n${refused}`;
  const byState = Object.entries(states).map(([state, filers]) => `${state} ${filers}`);
  return [
    held.length > 0 ? `The ${kind} needs your decision before it becomes active.` : `The ${kind} is active.`,
    ...held.map((reason) => `  ${reason}`),
    '',
    `Version:  ${report.version}`,
    `Rows:     ${accepted} accepted, ${rejected} skipped, ${warned} with warnings, ${counted(unreachable, 'filer')} unreachable`,
    ...(changes ? [`Filers:   ${changes.new} new, ${changes.gone} gone`] : []),
    `States:   ${byState.join(', ') || 'none'}`,
    ...problemLines(problems),
    ...(table ? ['', `The rows with problems, to correct and upload again: ${table}`] : []),
  ].join('\n');
}

function problemLines(problems: RosterReport['problems']): string[] {
  if (problems.length === 0) return [];
  const more = problems.length - MAX_PROBLEMS_SHOWN;
  return [
    '',
    'Problems:',
    ...problems
      .slice(0, MAX_PROBLEMS_SHOWN)
      .map(
        ({ row, column, severity, found, expected }) =>
          `  row ${row}, ${column ?? 'whole row'} (${severity}): "${found}", expected ${expected}`,
      ),
    ...(more > 0 ? [`  and ${more} more`] : []),
  ];
}

/** What to do after an upload. */
export function nextSteps(
  kind: InputKind,
  { good, inbox, version }: { good: boolean; inbox: string; version?: string },
): string[] {
  if (!good && version) {
    const decision = JSON.stringify({ action: 'activate', version, by: 'clerk', why: 'checked' });
    return ['Once you’ve reviewed it, activate it:', `  npm run invoke -- ActivateRoster '${decision}'`];
  }
  if (!good) return ['Correct the file and upload it again.'];
  return kind === 'plan'
    ? ['Next, unless a roster is active: npm run upload -- ROSTER', `Emails appear at ${inbox}`]
    : [`Emails are sent at the plan’s times and appear at ${inbox}`];
}
