import { Temporal } from 'temporal-polyfill';
import { dateWords } from '../../lib/court-time.ts';
import { PIVOT } from './dated.ts';
import { holidayOn } from './holidays.ts';
import { phaseName } from './phase-name.ts';
import { type Phase, phasesOf, pivotAt } from './phases.ts';
import type { Plan } from './plan.ts';
import { doubtfulWording } from './wording-dates.ts';

/** What a plan's times suggest that a person should look at again. None keeps the plan from being used. */
export interface PlanWarning {
  readonly code: 'weekend' | 'holiday' | 'close-phases' | 'same-day' | 'moved-after' | 'wording';
  /** The phase that it is about; `null`: the plan. */
  readonly phaseId: string | null;
  /** A sentence. */
  readonly message: string;
}

/** What it takes to warn about a plan. */
interface WarningFacts {
  readonly now: Temporal.Instant;
  /** The plan that it replaces; `null`: none. */
  readonly before: Plan | null;
}

/** Warnings about a plan that can be used, phases by time. */
export function planWarnings(plan: Plan, { now, before }: WarningFacts): PlanWarning[] {
  const phases = phasesOf(plan).filter(({ at }) => Temporal.Instant.compare(at.toInstant(), now) > 0);
  return [
    ...movedAfter(plan, { now, before }),
    ...wordingWarnings(plan, before),
    ...phases.flatMap(dayWarnings),
    ...phases.flatMap(closeWarnings),
  ];
}

/** Filers have acted on a date that is past. */
function movedAfter(plan: Plan, { now, before }: WarningFacts): PlanWarning[] {
  const was = before && pivotAt(before);
  const is = pivotAt(plan);
  const isPast = was && Temporal.Instant.compare(was.toInstant(), now) <= 0;
  if (!isPast || is?.equals(was)) return [];
  const message =
    `The plan moves ${PIVOT.words}, which was ${dateWords(was.toPlainDate().toString())} and has passed. ` +
    'Filers may have acted on it.';
  return [{ code: 'moved-after', phaseId: null, message }];
}

/** A plan may have these only after a person has confirmed them; they are still listed. */
function wordingWarnings(plan: Plan, before: Plan | null): PlanWarning[] {
  return doubtfulWording(plan, before).map(({ path, text }) => {
    const message = `${path} says "${text}", which is not one of the plan's dates. Check that it is intended.`;
    return { code: 'wording', phaseId: null, message };
  });
}

function dayWarnings(phase: Phase): PlanWarning[] {
  const { id, at } = phase;
  const day = at.toPlainDate();
  const words = dateWords(day.toString());
  if (day.dayOfWeek > 5) {
    const name = day.dayOfWeek === 6 ? 'Saturday' : 'Sunday';
    return [{ code: 'weekend', phaseId: id, message: `${phaseName(phase)} starts on a ${name}, ${words}.` }];
  }
  const holiday = holidayOn(day);
  if (holiday === null) return [];
  return [{ code: 'holiday', phaseId: id, message: `${phaseName(phase)} starts on ${holiday}, ${words}.` }];
}

function closeWarnings(phase: Phase, index: number, phases: readonly Phase[]): PlanWarning[] {
  const { id, at } = phase;
  const previous = phases[index - 1];
  if (!previous) return [];
  const both = `${phaseName(previous)} and ${phaseName(phase)}`;
  if (previous.at.toPlainDate().equals(at.toPlainDate())) {
    const message = `${both} start on the same day: a filer may get two emails on it.`;
    return [{ code: 'same-day', phaseId: id, message }];
  }
  const isClose = Temporal.ZonedDateTime.compare(previous.at.add({ hours: 24 }), at) > 0;
  if (!isClose) return [];
  const message = `${both} start less than a day apart.`;
  return [{ code: 'close-phases', phaseId: id, message }];
}
