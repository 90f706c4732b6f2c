import { counted } from '../../functions/lib/count.ts';
import { aligned } from '../lib/aligned.ts';
import type { Watch } from './alarms.ts';
import { whyOnlyInAnAccount } from './only-in-an-account.ts';
import type { DrillResults, Outcome } from './run-drills.ts';

const HEAD = ['Alarm', 'Cause', 'Value', 'Threshold', 'Result'];

/** The results as tables, each failure marked. */
export function resultsText({ outcomes, shown }: DrillResults, watch: Watch): string {
  const lines = [
    aligned(HEAD, outcomes.map(rowOf)),
    '',
    aligned(
      ['Also shown', 'Cause', 'Result'],
      shown.map(({ what, cause, isTrue }) => [what, cause, isTrue ? 'yes' : 'NO']),
    ),
    '',
    'Can’t be caused here; try these in an account (docs/runbook.md#try-the-alarms):',
    '',
    aligned(['Alarm', 'Why'], accountAlarms(watch)),
    '',
    sumOf({ outcomes, shown }),
  ];
  return lines.join('\n');
}

/** Whether every alarm fired, and every other claim held. */
export function isAllWell({ outcomes, shown }: DrillResults): boolean {
  return outcomes.every(({ result }) => result === 'fires') && shown.every(({ isTrue }) => isTrue);
}

function rowOf({ alarm, cause, value, threshold = '', result }: Outcome): (string | number)[] {
  const shownValue = value === null ? 'no data' : (value ?? 'see its parts');
  return [alarm, cause, String(shownValue), threshold, result === 'fires' ? result : result.toUpperCase()];
}

function accountAlarms({ alarms, composites }: Watch): string[][] {
  return [...composites, ...alarms].flatMap(({ title }) => {
    const why = whyOnlyInAnAccount(title);
    return why === null || title.endsWith(')') ? [] : [[title, why]];
  });
}

function sumOf({ outcomes, shown }: DrillResults): string {
  const silent = outcomes.filter(({ result }) => result !== 'fires').length;
  const untrue = shown.filter(({ isTrue }) => !isTrue).length;
  const alarms = new Set(outcomes.map(({ alarm }) => alarm)).size;
  if (silent + untrue === 0) return `All ${counted(alarms, 'alarm')} fired.`;
  return `FAILED: ${counted(silent, 'alarm')} did not fire as expected, ${counted(untrue, 'claim')} did not hold.`;
}
