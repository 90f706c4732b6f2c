import { Temporal } from 'temporal-polyfill';
import type { ReleaseResult } from '../../functions/commands/release-phase.ts';
import { actorLabel } from '../../functions/domain/actor.ts';
import { PIVOT } from '../../functions/domain/plan/dated.ts';
import { correctionWords } from '../../functions/domain/plan/fact-words.ts';
import type { PhaseChange, PlanChanges } from '../../functions/domain/run/plan-changes.ts';
import { counted } from '../../functions/lib/count.ts';
import { courtSecond, courtTime, dateWords } from '../../functions/lib/court-time.ts';
import type { Dated } from '../../functions/lib/plan-values.ts';
import type { ChangesReport } from '../../functions/queries/plan-check.ts';
import type { PlansReport } from '../../functions/queries/plans.ts';
import { aligned } from '../lib/aligned.ts';
import { reasonMessage } from '../rehearse/report/labels.ts';

/** The answer of `changes`: what a plan would change, or what is wrong with it. */
export function changesText(report: ChangesReport): string {
  if (!report.ok) {
    const problems = report.problems.map(
      ({ path, line, found, message }) => `${path} (line ${line}): ${found} ${message}`,
    );
    return [`The plan can't be used: ${counted(problems.length, 'problem')}.`, ...problems].join('\n');
  }
  const { pivot, phases, cancelledRuns, blocked, dateChange, otherFacts, newDates } = report;
  const waits = report.twoPersonApproval ? 'an approver approves' : 'someone releases';
  const zone = zoneIn(phases);
  const moved = phases
    .filter(({ change }) => change !== 'same')
    .toSorted((one, other) => (one.to ?? one.from ?? '').localeCompare(other.to ?? other.from ?? ''));
  const rows = moved.map((phase) => [
    phase.id,
    phase.change,
    phase.from ? zonedTime(phase.from) : '-',
    phase.to ? zonedTime(phase.to) : '-',
    noteOf(phase, report),
  ]);
  return [
    newDates
      ? `${PIVOT.label}: ${datedText(pivot.from, zone)} -> ${datedText(pivot.to, zone)}`
      : 'No date changes.',
    '',
    moved.length > 0 ? aligned(['phase', 'change', 'from', 'to', ''], rows) : 'No phase changes.',
    ...cancelledRuns.map((runId) => `\nThis run is under way and would be canceled: ${runId}`),
    ...blocked.map((id) => `\n${id} would then wait until ${waits} it, for filers who haven't had it.`),
    ...(dateChange > 0
      ? [
          `\n${counted(dateChange, 'filer')} ${dateChange === 1 ? 'was' : 'were'} told the earlier dates. ` +
            `The email about the change would wait until ${waits} it.`,
        ]
      : []),
    ...(otherFacts.length > 0 ? [`\n${correctionWords(otherFacts)}`] : []),
  ].join('\n');
}

function noteOf(
  { hasRun, to }: PhaseChange,
  { twoPersonApproval }: Pick<PlanChanges, 'twoPersonApproval'>,
): string {
  if (!hasRun || to === null) return '';
  return `already sent: would wait until ${twoPersonApproval ? 'approved' : 'released'}`;
}

/** The court's zone, which the times of phases name; `null`: none has a time. */
function zoneIn(phases: readonly PhaseChange[]): string | null {
  const [time] = phases.flatMap(({ from, to }) => to ?? from ?? []);
  return time === undefined ? null : Temporal.ZonedDateTime.from(time).timeZoneId;
}

function datedText(dated: Dated | null, zone: string | null): string {
  if (!dated) return 'no plan';
  if (dated.certainty === 'to-be-announced') return 'to be announced';
  const { date, time, certainty } = dated;
  const at = zone === null ? `${dateWords(date)}, ${time}` : zonedTime(`${date}T${time}[${zone}]`);
  return `${at}${certainty === 'estimated' ? ' (estimated)' : ''}`;
}

/** @param zoned With its zone, as `2018-07-24T09:00:00-04:00[America/New_York]` */
function zonedTime(zoned: string): string {
  const at = Temporal.ZonedDateTime.from(zoned);
  return courtTime(at.toInstant(), at.timeZoneId);
}

/** The answer of `plans`, times in the court's zone. */
export function plansText({ plans, next }: PlansReport, zone: string): string {
  if (plans.length === 0) return 'No plan has been uploaded yet.';
  const rows = plans.map(({ version, uploadedAt, by, key, pivot, isActive }) => [
    courtSecond(uploadedAt, zone),
    actorLabel(by),
    datedText(pivot, zone),
    key,
    version,
    isActive ? 'active' : '',
  ]);
  const more = next === null ? [] : ['', `More: npm run ops -- plans --before ${next}`];
  return [aligned(['when', 'who', PIVOT.label.toLowerCase(), 'upload', 'version', ''], rows), ...more].join(
    '\n',
  );
}

const REFUSALS: Readonly<Record<string, string>> = {
  'no-plan': 'there is no active plan',
  'not-in-plan': 'the plan doesn’t have this phase, or has no date for it',
  'nobody-told':
    'no email told filers anything that differs from the plan, or all of them have been told since',
  'released-ahead': 'it will start automatically at its scheduled time',
  'too-early':
    'releasing it confirms something that can be known only at its scheduled time. Release it then',
  changed: 'the plan or roster changed at the same moment. Release the phase again',
  complete: 'it is already complete',
};

/** The answer of `release`. */
export function releaseText(answer: ReleaseResult): string {
  if ('message' in answer) return `Not released: ${answer.message} (${answer.reason})`;
  if (answer.started) return `Started: ${answer.runId}.\nTo watch: npm run ops -- runs`;
  const what = answer.reason === 'released-ahead' ? 'Released' : 'Not started';
  return `${what}: ${REFUSALS[answer.reason] ?? reasonMessage(answer.reason)} (${answer.reason}).`;
}
