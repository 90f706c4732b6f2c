import { ANCHORS } from '../../../domain/plan/dated.ts';
import type { Moment } from '../../../domain/plan/plan.ts';
import { dateWords } from '../../../lib/court-time.ts';
import type { Dated, Window } from '../../../lib/plan-values.ts';
import { datedLabel, momentLabel, wallTimeLabel } from '../plan-labels.ts';

/** A value of a draft in words, as part of a sentence: `“212-555-0140”`, `nothing`, `90 days before go-live, 9:00 a.m.`. */
export function shownValue(value: unknown): string {
  if (value === undefined || value === null) return 'nothing';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (Array.isArray(value)) return `“${value.join(', ')}”`;
  if (typeof value === 'object') return shownMembers(value as Readonly<Record<string, unknown>>);
  const text = String(value);
  return /^\d{4}-\d{2}-\d{2}$/.test(text) ? dateWords(text) : `“${text}”`;
}

/** Dates, windows and moments of a draft may lack a part, or have one that can't be read. */
function shownMembers(members: Readonly<Record<string, unknown>>): string {
  const { certainty, date, from, to, days, anchor, at } = members;
  try {
    if (certainty === 'to-be-announced' || date) return datedLabel(members as unknown as Dated);
    if (from && to) return windowLabel(members as unknown as Window);
    if (typeof days === 'number' && at && ANCHORS.some((one) => one === anchor))
      return momentLabel(members as unknown as Moment);
  } catch {
    // It is shown as it was typed.
  }
  return `“${Object.values(members)
    .filter((one) => typeof one !== 'object')
    .join(', ')}”`;
}

function windowLabel({ from, to }: Window): string {
  return `${wallTimeLabel(from)} to ${wallTimeLabel(to)}`;
}
