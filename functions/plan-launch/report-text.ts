import { Temporal } from 'temporal-polyfill';
import { PIVOT } from '../domain/plan/dated.ts';
import { DATE_CHANGE } from '../domain/plan/kinds.ts';
import { reportTime } from '../lib/court-time.ts';
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
      ? `The plan that was uploaded at ${inForce.uploadedAt} (${inForce.key}) is still active.`
      : 'No plan is active yet.',
    '',
    ...uploadLines(upload),
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
  unchanged: 'The launch plan says the same as the active plan: nothing has changed.',
  pending:
    'The launch plan is not active: it turns two-person approval off, so a second person must approve it in the ' +
    'console. Nothing has changed.',
  older: 'The launch plan is not active: another one was uploaded later. Nothing has changed.',
};

function plannedLines(report: PlannedReport): string[] {
  const { inForce, phases, cancelledRuns, warnings, zone } = report;
  return [
    OUTCOMES[report.outcome],
    '',
    ...uploadLines(report),
    `Active:   version ${inForce.version}, uploaded at ${inForce.uploadedAt} (${inForce.key})`,
    `${`${PIVOT.label}:`.padEnd(9)} ${pivotWords(report)}`,
    '',
    ...(phases.length > 0
      ? [`Phases, in the time of ${zone}`, ...phases.map((phase) => phaseLine(phase, zone))]
      : [`No phase has a time while ${PIVOT.words} is to be announced: nothing will be sent.`]),
    ...(phases.some(({ passed, hasRun }) => passed && !hasRun)
      ? ['', '* Its time had come before this upload. If it has not run, it waits for a person.']
      : []),
    ...(warnings.length > 0 ? ['', 'Please check:', ...warnings.map(({ message }) => `  ${message}`)] : []),
    ...(cancelledRuns.length > 0
      ? [
          '',
          'Canceled, as they had started and no longer fit the plan:',
          ...cancelledRuns.map((id) => `  ${id}`),
        ]
      : []),
    ...blockedLines(report),
    ...dateChangeLines(report),
  ];
}

function blockedLines({ blocked }: PlannedReport): string[] {
  if (blocked.length === 0) return [];
  return [
    '',
    'Waiting, as their runs were canceled and the plan still has them. Once released, they go to filers who did not receive them:',
    ...blocked.map(({ phaseId, expiresAt }) => `  ${releaseCommand(phaseId)}   (until ${expiresAt})`),
  ];
}

function dateChangeLines({ dateChange }: PlannedReport): string[] {
  if (!dateChange) return [];
  const { filers, settled } = dateChange;
  const who = filers === 1 ? '1 filer was' : `${filers} filers were`;
  return [
    '',
    `${who} told other dates${settled ? '' : ' so far; some emails are still on their way'}.`,
    'The message that these no longer hold is prepared. It is sent when a person releases it:',
    `  ${releaseCommand(DATE_CHANGE)}`,
  ];
}

function releaseCommand(phaseId: string): string {
  return `npm run ops -- release --phase ${phaseId} --why "…"`;
}

function uploadLines({
  launch,
  key,
  uploadedAt,
}: {
  launch: string;
  key: string;
  uploadedAt: string;
}): string[] {
  return [`Launch:   ${launch}`, `Upload:   ${key}, at ${uploadedAt}`];
}

function pivotWords({ pivot, zone }: PlannedReport): string {
  if (pivot.certainty === 'to-be-announced') return 'to be announced';
  const at = Temporal.PlainDateTime.from(`${pivot.date}T${pivot.time}`).toZonedDateTime(zone);
  return `${reportTime(at.toInstant(), zone)}${pivot.certainty === 'estimated' ? ' (an estimate)' : ''}`;
}

function phaseLine(
  { id, at, expiresAt, approval, hold, passed, hasRun }: ReportedPhase,
  zone: string,
): string {
  const isByHand = hold || approval === 'by-hand';
  const waits = hasRun ? ', has run already' : isByHand ? ', waits for a person' : '';
  const mark = passed && !hasRun ? '*' : ' ';
  const start = reportTime(at, zone).padEnd(32);
  return `${mark} ${id.padEnd(14)} ${start} or not at all after ${reportTime(expiresAt, zone)}${waits}`;
}
