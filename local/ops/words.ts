import type { AuditEntry } from '../../functions/aws/audit-log.ts';
import type { CommandAnswer } from '../../functions/domain/audit.ts';
import type { Difference } from '../../functions/domain/run/reconcile.ts';
import { SEND_STATUSES, type SendStatus } from '../../functions/domain/send/status.ts';
import type { RunReport, RunsReport } from '../../functions/queries/run-reports.ts';
import type { AttentionReport, SendReport } from '../../functions/queries/send-reports.ts';
import type { SuppressedReport } from '../../functions/queries/suppressed.ts';
import { secondTime } from '../lib/court-day.ts';
import { FILER_IDS, RUN_IDS } from './problem.ts';

/** A table whose columns stand under each other; numbers to the right. */
export function aligned(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const widths = head.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => String(row[column] ?? '').length)),
  );
  const line = (cells: readonly (string | number)[]) =>
    cells
      .map((cell, column) => {
        const text = String(cell);
        return typeof cell === 'number' ? text.padStart(widths[column]!) : text.padEnd(widths[column]!);
      })
      .join('  ')
      .trimEnd();
  return [head, ...rows].map(line).join('\n');
}

export function runsText({ runs, heldAll, waiting }: RunsReport): string {
  const stopped = heldAll.length > 0 ? [`EVERYTHING IS HELD: ${heldAll.join(', ')}`, ''] : [];
  if (runs.length === 0)
    return [...stopped, 'No phase has started yet.', ...waiting.map(waitText)].join('\n');
  const rows = runs.map((run) => [
    run.runId,
    run.state,
    run.audience,
    ...SEND_STATUSES.map((status) => run.byStatus[status]),
    run.holds.join(', '),
  ]);
  return [
    ...stopped,
    aligned(['run', 'state', 'audience', ...SEND_STATUSES, 'held by'], rows),
    ...afterRuns(runs),
    ...waiting.map(waitText),
  ].join('\n');
}

function waitText({ phaseId, reason, filers, runId }: RunsReport['waiting'][number]): string {
  const what =
    runId === undefined
      ? `${filers} ${filers === 1 ? 'filer was' : 'filers were'} told other dates (${reason}). To tell them the new ones`
      : `${phaseId} waits, as the plan cancelled ${runId}. To let it go to whoever has not had it`;
  return `\n${what}: npm run ops -- release --phase ${phaseId} --why "…"`;
}

function afterRuns(runs: readonly RunReport[]): string[] {
  const wrong = runs.filter(({ byStatus }) => byStatus.failed + byStatus.unknown > 0);
  const held = runs.filter(
    ({ state, holds }) => state === 'held' && holds.some((one) => !one.startsWith('all:')),
  );
  return [
    ...wrong.map(({ runId }) => `\nFailed or unknown in ${runId}: npm run ops -- attention`),
    ...held.map(({ runId, holds }) => {
      const [reason] = holds;
      const named = reason === 'person' ? '' : ` --reason ${reason}`;
      return `\nTo let ${runId} go on: npm run ops -- lift --run ${runId}${named} --why "…"`;
    }),
  ];
}

export function attentionText({ sends, next }: AttentionReport, zone: string): string {
  const more = next === null ? [] : ['', `More: npm run ops -- attention --before '${next}'`];
  if (sends.length === 0) return ['Nothing needs attention.', ...more].join('\n');
  const rows = sends.map(({ at, runId, filerId, attempt, status, reason }) => [
    at === null ? '' : secondTime(at, zone),
    runId,
    filerId,
    attempt,
    status,
    reason ?? '',
  ]);
  const again = sends.find(({ status }) => status === 'failed' || status === 'unknown');
  return [
    aligned(['when', 'run', 'filer', 'attempt', 'status', 'reason'], rows),
    '',
    ...(again
      ? [
          `Try one again: npm run ops -- retry --run ${again.runId} --filer ${again.filerId} --why "…"`,
          'An unknown one may have gone out: trying it again may be a second email.',
        ]
      : []),
    'Bounced or complained: never mailed again. Phone them: npm run ops -- phone-list',
    ...more,
  ].join('\n');
}

export function suppressedText(rows: readonly SuppressedReport[], zone: string): string {
  if (rows.length === 0) return 'Nobody in the roster in force is suppressed.';
  const cells = rows.map(({ filerId, place, reason, detail, at, runId }) => [
    secondTime(at, zone),
    filerId,
    place === 0 ? 'primary' : `secondary ${place}`,
    reason,
    detail,
    runId,
  ]);
  return [
    aligned(['when', 'filer', 'address', 'reason', "SES's words", 'run'], cells),
    '',
    'To let one be mailed again: npm run ops -- unsuppress --filer ID --why "…"',
  ].join('\n');
}

export function filerText(sends: readonly SendReport[], zone: string): string {
  if (sends.length === 0) return `No run knows this filer.\n${FILER_IDS}`;
  return sends
    .map(({ runId, status, attempt, meaning, facts, secondaryAttempt }) => {
      const rows = facts.map(({ at, attempt, kind, reason = '', messageId = '' }) => [
        secondTime(at, zone),
        attempt,
        kind,
        reason,
        messageId,
      ]);
      const table = aligned(['when', 'attempt', 'fact', 'reason', 'message id'], rows);
      const secondary =
        secondaryAttempt === null ? '' : ` Attempt ${secondaryAttempt} is to the secondary address.`;
      return `${runId}: ${status} (attempt ${attempt}). ${meaning}${secondary}\n${table}`;
    })
    .join('\n\n');
}

/** @param asked the run that was asked for; otherwise all were. */
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
  if (status === 'waiting' && of.held > 0) return ` (${of.held} held)`;
  if (status !== 'skipped') return '';
  const reasons = Object.entries(of.skippedBy).map(([reason, count]) => `${reason} ${count}`);
  return ` (${reasons.join(', ')})`;
}

function differenceText({ what, filerId, expected, found }: Difference): string {
  return filerId === undefined
    ? `${what}: ${expected} expected, ${found} found`
    : `${what}: filer ${filerId}`;
}

export function actsText(records: readonly AuditEntry[], zone: string): string {
  if (records.length === 0) return 'Nobody has done anything yet.';
  const rows = records.map(({ at, act, before, after }) => [
    secondTime(at, zone),
    act.by,
    act.act,
    subjectOf(act),
    shortened(before),
    shortened(after),
    act.why,
  ]);
  return aligned(['when', 'who', 'act', 'what', 'before', 'after', 'why'], rows);
}

function subjectOf(act: AuditEntry['act']): string {
  switch (act.act) {
    case 'hold':
      return act.scope;
    case 'lift':
      return `${act.scope} ${act.reason}`;
    case 'retry':
      return `${act.runId} ${act.filerId ?? 'all'}${act.reason ? ` ${act.reason}` : ''}`;
    case 'redrive':
      return act.queue ?? 'all queues';
    case 'unsuppress':
      return act.filerId;
    case 'release':
      return act.phaseId;
    case 'test':
      return `${act.phaseId} ${act.filerId ?? 'made up'}`;
    case 'cancel':
      return act.runId;
    case 'export':
      return Object.values(act.filter).join(' ');
    case 'plan':
    case 'upload':
      return act.key;
    case 'activate':
    case 'reject':
    case 'phone-list':
      return act.version;
  }
}

function shortened(codes: readonly string[]): string {
  if (codes.length === 0) return '-';
  return codes.length > 2 ? `${codes.slice(0, 2).join(', ')} and ${codes.length - 2} more` : codes.join(', ');
}

/** Where to look for what was named and isn't there, by the code of the refusal. */
const WHERE: Readonly<Record<string, string>> = {
  'no-such-run': RUN_IDS,
  'no-such-send': FILER_IDS,
  'no-such-filer': FILER_IDS,
};

export function resultText({ done, reason = '', words }: CommandAnswer, act: string): string {
  const next: Readonly<Record<string, string>> = {
    hold: 'To let it go on: npm run ops -- lift (the same --all or --run) --why "…"',
    lift: 'To watch: npm run ops -- runs',
    retry: 'To watch: npm run ops -- runs',
    release: 'To watch: npm run ops -- runs',
  };
  return [words, (done ? next[act] : WHERE[reason]) ?? ''].join('\n').trimEnd();
}
