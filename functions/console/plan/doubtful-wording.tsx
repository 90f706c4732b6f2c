import type { DoubtfulWording as Doubtful } from '../../domain/plan/wording-dates.ts';
import { count } from '../../lib/count.ts';
import { Alert } from '../ui/alert.tsx';
import { placeLabelAt } from './editor/draft-problems.ts';

/** A longer list would help no one. */
const MAX_SHOWN = 20;

/** Dates, months and weekdays in the court's wording that aren't the plan's, and the field that has each. */
export function DoubtfulWording({ wording }: { readonly wording: readonly Doubtful[] }) {
  if (wording.length === 0) return null;
  const found = wording.map(({ path, text }) => `“${text}” in “${placeLabelAt(path)}”`);
  const places = [...new Set(found)];
  const more = places.length - MAX_SHOWN;
  return (
    <Alert kind="warning" title="Check the dates in the court’s wording" live="off">
      <p>The plan doesn’t have these dates. If one is out of date, change the wording in the launch plan.</p>
      <ul>
        {places.slice(0, MAX_SHOWN).map((place) => (
          <li>{place}</li>
        ))}
        {more > 0 ? <li>and {count(more)} more</li> : null}
      </ul>
    </Alert>
  );
}
