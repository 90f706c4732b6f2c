import { DATES, datedOf, WINDOWS, windowOf } from '../../domain/plan/dated.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import { datedLabel, wallTimeLabel } from '../plan/plan-labels.ts';
import type { ReportDates } from './report-view.ts';

/** The dates and windows of a plan in words; windows that it doesn't have are left out. */
export function datesLabels(plan: Plan): ReportDates['dates'] {
  const dates = DATES.map(([, row]) => ({ name: row.label, value: datedLabel(datedOf(plan, row)) }));
  const windows = WINDOWS.flatMap(([, row]) => {
    const found = windowOf(plan, row);
    if (!found) return [];
    return [{ name: row.label, value: `${wallTimeLabel(found.from)} to ${wallTimeLabel(found.to)}` }];
  });
  return [...dates, ...windows];
}
