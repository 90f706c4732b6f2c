import { Temporal } from 'temporal-polyfill';
import { PIVOT } from '../domain/plan/dated.ts';
import { CORRECTION, DATE_CHANGE } from '../domain/plan/kinds.ts';
import { courtTime, zoneWords } from '../lib/court-time.ts';
import type { LaunchReport, PlannedReport, RefusedReport, ReportedPhase } from './launch-report.ts';

/** The report as a page of text that a clerk reads. */
export function reportText(report: LaunchReport): string {
  const lines = report.outcome === 'refused' ? refusedLines(report) : plannedLines(report);
  return `${lines.join('\n')}\n`;
}

function refusedLines({ problems, inForce, ...upload }: RefusedReport): string[] {
  const count = problems.length === 1 ? '1 problem' : `${problems.length} problems`;
  return [
    `The launch plan can't be used: ${count}. Nothing has changed.`,
    inForce
      ? `The plan that was uploaded on ${courtTime(inForce.uploadedAt, 'UTC')} (${inForce.key}) is still active.`
      : 'No plan is active yet.',
    '',
    ...uploadLines(upload, 'UTC'),
    ...problems.flatMap(({ path, line, found, message }, index) => [
      '',
      `${index + 1}. ${path} (line ${line})`,
      `   found:  ${found}`,
      `   ${message}`,
    ]),
  ];
}

const OUTCOMES: Readonly<Record<PlannedReport['outcome'], string>> = {
  planned: 'The launch plan is active.',
  unchanged: 'The launch plan is the same as the active plan: nothing has changed.',
  pending:
    'The launch plan is not active: it turns two-person approval off, so a second person must approve it in the ' +
    'console. Nothing has changed.',
  older: 'The launch plan is not active: another one was uploaded later. Nothing has changed.',
};

function plannedLines(report: PlannedReport): string[] {
  const { inForce, phases, cancelledRuns, warnings, zone } = report;
  const until = untilStarted(report);
  return [
    OUTCOMES[report.outcome],
    '',
    ...uploadLines(report, zone),
    `Active:   version ${inForce.version}, uploaded on ${courtTime(inForce.uploadedAt, zone)} (${inForce.key})`,
    `${`${PIVOT.label}:`.padEnd(9)} ${pivotWords(report)}`,
    '',
    ...(phases.length > 0
      ? [
          `Phases, all times in ${zoneWords(zone)}`,
          ...phases.map((phase) => phaseLine(phase, { zone, until })),
        ]
      : [`No phase has a time while ${PIVOT.words} is to be announced: nothing will be sent.`]),
    ...(phases.some(({ passed, hasRun }) => passed && !hasRun)
      ? ['', `* Its start time was before this upload. If it hasn't been sent, it waits until ${until} it.`]
      : []),
    ...(warnings.length > 0 ? ['', 'Please check:', ...warnings.map(({ message }) => `  ${message}`)] : []),
    ...(cancelledRuns.length > 0
      ? [
          '',
          'Canceled, because they had started and no longer fit the plan:',
          ...cancelledRuns.map((id) => `  ${id}`),
        ]
      : []),
    ...blockedLines(report),
    ...dateChangeLines(report),
    ...correctionLines(report),
  ];
}

/** Who starts what waits, as a clause about it. Approvals are given in the console alone. */
function untilStarted({ twoPersonApproval }: PlannedReport): string {
  return twoPersonApproval ? 'an approver approves' : 'someone releases';
}

function blockedLines({ blocked, zone, twoPersonApproval }: PlannedReport): string[] {
  if (blocked.length === 0) return [];
  const once = twoPersonApproval ? 'an approver has approved them in the console' : 'released';
  return [
    '',
    `Waiting, because their runs were canceled and the plan still has them. Once ${once}, they go to filers who haven't received them:`,
    ...blocked.map(
      ({ phaseId, expiresAt }) =>
        `  ${twoPersonApproval ? phaseId : releaseCommand(phaseId)}   (until ${courtTime(expiresAt, zone)})`,
    ),
  ];
}

function dateChangeLines({ dateChange, twoPersonApproval }: PlannedReport): string[] {
  if (!dateChange) return [];
  const { filers, settled } = dateChange;
  const who = filers === 1 ? '1 filer was' : `${filers} filers were`;
  return [
    '',
    `${who} told the earlier dates${settled ? '' : ' so far; some emails are still being sent'}.`,
    ...(twoPersonApproval
      ? [
          'The email with the new dates is ready. It will be sent once an approver approves it in the console.',
        ]
      : [
          'The email with the new dates is ready. It will be sent once someone releases it:',
          `  ${releaseCommand(DATE_CHANGE)}`,
        ]),
  ];
}

function correctionLines({ correction, twoPersonApproval }: PlannedReport): string[] {
  if (!correction) return [];
  const { filers, settled } = correction;
  const who = filers === 1 ? '1 filer was' : `${filers} filers were`;
  return [
    '',
    `${who} told facts that this plan changes${settled ? '' : ' so far; some emails are still being sent'}.`,
    ...(twoPersonApproval
      ? ['The correction is ready. It will be sent once an approver approves it in the console.']
      : [
          'The correction is ready. It will be sent once someone releases it:',
          `  ${releaseCommand(CORRECTION)}`,
        ]),
  ];
}

function releaseCommand(phaseId: string): string {
  return `npm run ops -- release --phase ${phaseId} --why "…"`;
}

function uploadLines(
  { launch, key, uploadedAt }: Pick<LaunchReport, 'launch' | 'key' | 'uploadedAt'>,
  zone: string,
): string[] {
  return [`Launch:   ${launch}`, `Upload:   ${key}, on ${courtTime(uploadedAt, zone)}`];
}

function pivotWords({ pivot, zone }: PlannedReport): string {
  if (pivot.certainty === 'to-be-announced') return 'to be announced';
  const at = Temporal.PlainDateTime.from(`${pivot.date}T${pivot.time}`).toZonedDateTime(zone);
  return `${courtTime(at.toInstant(), zone)}${pivot.certainty === 'estimated' ? ' (an estimate)' : ''}`;
}

function phaseLine(
  { id, at, expiresAt, approval, hold, passed, hasRun }: ReportedPhase,
  { zone, until }: { zone: string; until: string },
): string {
  const isByHand = hold || approval === 'by-hand';
  const waits = hasRun ? ', already sent' : isByHand ? `, waits until ${until} it` : '';
  const mark = passed && !hasRun ? '*' : ' ';
  const start = courtTime(at, zone).padEnd(34);
  return `${mark} ${id.padEnd(14)} ${start} won't start after ${courtTime(expiresAt, zone)}${waits}`;
}
