import type { DraftChange } from '../../../domain/plan/saved-draft.ts';
import type { FormValues } from '../../http/form.ts';
import { datesIn } from '../plan-dates.ts';

/** What the form says of dates and windows. What is left empty is left out, so that checking finds it missing. */
export function datedChanges(values: FormValues): DraftChange[] {
  return datesIn(values).map(({ path, value }) => ({ path, value: filledIn(value as object | undefined) }));
}

function filledIn(dated: object = {}): object | undefined {
  // An end that another field sets is "T" while both its date and its time are empty.
  const members = Object.entries(dated).filter(
    ([, text]) => text !== undefined && text !== '' && text !== 'T',
  );
  return members.length > 0 ? Object.fromEntries(members) : undefined;
}
