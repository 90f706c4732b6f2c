import { statusWords } from '../../functions/domain/audit-codes.ts';
import { CORRECTION } from '../../functions/domain/plan/kinds.ts';
import type { Difference } from '../../functions/domain/run/reconcile.ts';
import { tallyOf } from '../../functions/domain/run/tally.ts';
import { SEND_STATUSES, type SendStatus } from '../../functions/domain/send/status.ts';
import type { RunReport, RunsReport } from '../../functions/queries/run-reports.ts';
import { aligned } from '../lib/aligned.ts';
import { RUN_IDS } from './problem.ts';

/** The answer of `runs`: every run, what holds it, and what to do next. */
export function runsText({ runs, heldAll, waiting }: RunsReport): string {
  const stopped = heldAll.length > 0 ? [`ALL SENDING IS PAUSED: ${heldAll.join(', ')}`, ''] : [];
  if (runs.length === 0)
    return [...stopped, 'No phase has started yet.', ...waiting.map(waitText)].join('\n');
  const rows = runs.map((run) => [run.runId, STATES[run.state], ...figuresOf(run), run.holds.join(', ')]);
  return [
    ...stopped,
    aligned(['run', 'status', ...FIGURES, 'paused by'], rows),
    ...afterRuns(runs),
    ...waiting.map(waitText),
  ].join('\n');
}

/** What the console calls the state of a run. */
const STATES: Readonly<Record<RunReport['state'], string>> = {
  running: 'Sending',
  held: 'Paused',
  cancelled: 'Canceled',
  complete: 'Sent',
};

const FIGURES = ['audience', 'sent', 'waiting', 'not sent', 'unconfirmed', 'delivered', 'bounced'];

/** The numbers of a run as the console has them, and what was reported of the sent. */
function figuresOf({ byStatus, skippedBy }: RunReport): number[] {
  const { filers, sent, waiting, notSent, unconfirmed } = tallyOf({ byStatus, skippedBy });
  return [filers, sent, waiting, notSent, unconfirmed, byStatus.delivered, byStatus.bounced];
}

const MOVED = ['the earlier dates', 'the new dates'] as const;
const CORRECTED = ['facts that have since changed', 'the correction'] as const;

function waitText({ phaseId, reason, filers, runId }: RunsReport['waiting'][number]): string {
  const [told, email] = phaseId === CORRECTION ? CORRECTED : MOVED;
  const what =
    runId === undefined
      ? `${filers} ${filers === 1 ? 'filer was' : 'filers were'} told ${told} (${statusWords(reason)}). ` +
        `To email them ${email}`
      : `${phaseId} is waiting because a new plan canceled ${runId}. To send it to filers who haven't had it`;
  return `\n${what}: npm run ops -- release --phase ${phaseId} --why "…"`;
}

function afterRuns(runs: readonly RunReport[]): string[] {
  const wrong = runs.filter(({ byStatus }) => byStatus.failed + byStatus.unknown > 0);
  const held = runs.filter(
    ({ state, holds }) => state === 'held' && holds.some((one) => !one.startsWith('all:')),
  );
  return [
    ...wrong.map(({ runId }) => `\nFailed or unconfirmed in ${runId}: npm run ops -- attention`),
    ...held.map(({ runId, holds }) => {
      const [reason] = holds;
      const named = reason === 'person' ? '' : ` --reason ${reason}`;
      return `\nTo resume ${runId}: npm run ops -- resume --run ${runId}${named} --why "…"`;
    }),
  ];
}

/** The answer of `reconcile`. @param asked The run that was asked for. @default all runs */
export function reconcileText({ runs }: RunsReport, asked?: string): string {
  if (runs.length === 0)
    return asked === undefined ? 'No phase has started yet.' : `There is no run ${asked}.\n${RUN_IDS}`;
  const texts = runs.map((run) => {
    const { runId, audience, byStatus, held, skippedBy, differences } = run;
    const parts = SEND_STATUSES.filter((status) => byStatus[status] > 0).map(
      (status) => `${byStatus[status]} ${status}${detailOf(status, { held, skippedBy })}`,
    );
    const sum = `${runId}: ${audience} = ${parts.join(' + ') || '0'}`;
    if (differences.length === 0) return `${sum}\n  balances`;
    return [sum, ...differences.map((difference) => `  DIFFERS  ${differenceText(difference)}`)].join('\n');
  });
  const isWrong = runs.some(({ differences }) => differences.length > 0);
  const next = isWrong ? ['', 'What to do: docs/runbook.md, "A run does not balance"'] : [];
  return [...texts, ...next].join('\n');
}

function detailOf(status: SendStatus, of: Pick<RunReport, 'held' | 'skippedBy'>): string {
  if (status === 'waiting' && of.held > 0) return ` (${of.held} paused)`;
  if (status !== 'skipped') return '';
  const reasons = Object.entries(of.skippedBy).map(([reason, count]) => `${reason} ${count}`);
  return ` (${reasons.join(', ')})`;
}

function differenceText({ what, filerId, expected, found }: Difference): string {
  return filerId === undefined
    ? `${what}: ${expected} expected, ${found} found`
    : `${what}: filer ${filerId}`;
}
