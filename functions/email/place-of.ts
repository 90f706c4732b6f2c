import { isRuledOut, stateRow } from '../domain/filer/rules.ts';
import type { FilerState } from '../domain/filer/state.ts';
import { DATE_CHANGE, kindOf } from '../domain/plan/kinds.ts';
import { phasesOf, pivotDate } from '../domain/plan/phases.ts';
import type { Plan } from '../domain/plan/plan.ts';
import { datesOf } from '../domain/plan/plan-version.ts';
import { nameSameDates, pivotDateIn } from '../domain/run/announced-dates.ts';
import { dayOf } from '../lib/moment-words.ts';
import type { EarlierEmail, EmailInput } from './email-input.ts';
import type { Earlier, Place } from './model.ts';

/** Where an email is in its filer's sequence, and what has changed since the previous one. */
export function placeOf(input: EmailInput, isAfter: boolean): { place: Place; earlier: Earlier } {
  const { earlier, phase, state, kind } = input;
  // A change of dates goes to those who were told other ones.
  const isFirst = earlier === undefined && kind !== DATE_CHANGE;
  // What happens after the pivot is explained after it, whatever was said before.
  const isFirstAfter = earlier === undefined || (isAfter && !kindOf(earlier.kind).isAfter);
  const how = isFirstAfter || phase.number === 1;
  return {
    place: {
      first: isFirst,
      later: !isFirst,
      full: isFirst || hasChanged(earlier, state),
      final: !isFirst && isFinal(input),
      how,
      help: !how && phase.number === 2,
      warn: !how && phase.number > 2,
    },
    earlier: changesSince(input, isAfter),
  };
}

const NOTHING: Earlier = { was: '', over: false, caveat: '', datesChanged: false, date: '', sameDay: false };

/**
 * Whether emails tell another state now. For an internal state, they state the verdict. Earlier verdicts aren't recorded, so
 * after an internal state nothing counts as changed.
 */
function hasChanged(earlier: EarlierEmail | undefined, { state, account }: FilerState): boolean {
  if (!earlier || stateRow(earlier.state).isInternal) return false;
  const told = stateRow(state).isInternal ? (account?.state ?? state) : state;
  return earlier.state !== told;
}

/** After the pivot, the dates that an email named before it no longer matter. */
function changesSince({ earlier, plan, state: now }: EmailInput, isAfter: boolean): Earlier {
  if (!earlier) return NOTHING;
  const row = stateRow(earlier.state);
  const was = hasChanged(earlier, now) ? (row.told ?? '') : '';
  const over = was !== '' && isRuledOut(earlier.state, now);
  const caveat = over ? (row.caveat ?? '') : '';
  if (isAfter || nameSameDates(earlier.dates, datesOf(plan))) return { ...NOTHING, was, over, caveat };
  const date = pivotDateIn(earlier.dates);
  const sameDay = date !== null && date === pivotDate(plan);
  return { was, over, caveat, datesChanged: true, date: date === null ? '' : dayOf(date), sameDay };
}

const finals = new WeakMap<Plan, string | null>();

/** Whether no other email is planned before the pivot after this one. */
function isFinal({ plan, phase }: EmailInput): boolean {
  let id = finals.get(plan);
  if (id === undefined) {
    id = phasesOf(plan).findLast(({ kind }) => kindOf(kind).before !== undefined)?.id ?? null;
    finals.set(plan, id);
  }
  return phase.id === id;
}
