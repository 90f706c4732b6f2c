import type { ReleaseResult } from '../../functions/commands/release-phase.ts';
import { actorLabel } from '../../functions/domain/actor.ts';
import { PIVOT } from '../../functions/domain/plan/dated.ts';
import type { PhaseChange } from '../../functions/domain/run/plan-changes.ts';
import type { Dated } from '../../functions/lib/plan-values.ts';
import type { ChangesReport } from '../../functions/queries/plan-check.ts';
import type { PlansReport } from '../../functions/queries/plans.ts';
import { secondTime } from '../lib/court-day.ts';
import { reasonMessage } from '../rehearse/report/labels.ts';
import { aligned } from './table.ts';

/** The answer of `changes`: what a plan would change, or what is wrong with it. */
export function changesText(report: ChangesReport): string {
  if (!report.ok) {
    const problems = report.problems.map(
      ({ path, line, found, message }) => `${path} (line ${line}): ${found} ${message}`,
    );
    return [`The plan can't be used: ${problems.length} problems.`, ...problems].join('\n');
  }
  const { pivot, phases, cancelledRuns, blocked, dateChange, newDates } = report;
  const moved = phases.filter(({ change }) => change !== 'same');
  const rows = moved.map((phase) => [
    phase.id,
    phase.change,
    phase.from ?? '-',
    phase.to ?? '-',
    noteOf(phase),
  ]);
  return [
    newDates
      ? `${PIVOT.label}: ${datedText(pivot.from)} -> ${datedText(pivot.to)}`
      : 'The dates stay as they are.',
    '',
    moved.length > 0 ? aligned(['phase', 'change', 'from', 'to', ''], rows) : 'No phase moves.',
    ...cancelledRuns.map((runId) => `\nCanceled, as it is under way: ${runId}`),
    ...blocked.map((id) => `\n${id} waits then until a person releases it, for whoever has not had it.`),
    ...(dateChange > 0
      ? [
          `\n${dateChange} ${dateChange === 1 ? 'filer was' : 'filers were'} told other dates. ` +
            'The message about that waits for a person.',
        ]
      : []),
  ].join('\n');
}

function noteOf({ hasRun, to }: PhaseChange): string {
  return hasRun && to !== null ? 'has run: waits for a person' : '';
}

function datedText(dated: Dated | null): string {
  if (!dated) return 'no plan';
  if (dated.certainty === 'to-be-announced') return 'to be announced';
  return `${dated.date} ${dated.time}${dated.certainty === 'estimated' ? ' (an estimate)' : ''}`;
}

/** The answer of `plans`, times in the court's zone. */
export function plansText({ plans, next }: PlansReport, zone: string): string {
  if (plans.length === 0) return 'No plan was uploaded yet.';
  const rows = plans.map(({ version, uploadedAt, by, key, pivot, isActive }) => [
    secondTime(uploadedAt, zone),
    actorLabel(by),
    datedText(pivot),
    key,
    version,
    isActive ? 'in force' : '',
  ]);
  const more = next === null ? [] : ['', `More: npm run ops -- plans --before ${next}`];
  return [aligned(['when', 'who', PIVOT.label.toLowerCase(), 'upload', 'version', ''], rows), ...more].join(
    '\n',
  );
}

const REFUSALS: Readonly<Record<string, string>> = {
  'no-plan': 'no plan is in force',
  'not-in-plan': 'the plan has no such phase, or no date for it',
  'nobody-told': 'nobody was told other dates, or everybody has heard of the present ones',
  'released-ahead': 'its hour has not come: it starts by itself then',
  'too-early': 'its release confirms what no one can know before its time. Release it then',
  changed: 'the plan or roster changed at the same moment. Release the phase again',
  complete: 'it has run and is complete',
};

/** The answer of `release`. */
export function releaseText(answer: ReleaseResult): string {
  if ('message' in answer) return `Not released: ${answer.message} (${answer.reason})`;
  if (answer.started) return `Started: ${answer.runId}.\nTo watch: npm run ops -- runs`;
  const what = answer.reason === 'released-ahead' ? 'Released' : 'Not started';
  return `${what}: ${REFUSALS[answer.reason] ?? reasonMessage(answer.reason)} (${answer.reason}).`;
}
