import { campaign } from '#campaign';
import { DATED_MEMBERS } from './dated.ts';
import { valueAt } from './problem.ts';

/** A text of the plan, and where it is. */
export interface PlacedText {
  readonly at: readonly PropertyKey[];
  readonly text: string;
}

/** Every text under a path, trimmed as the schema does. */
export function textsIn(value: unknown, at: readonly PropertyKey[]): PlacedText[] {
  if (typeof value === 'string') return [{ at, text: value.trim() }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    textsIn(inner, [...at, Array.isArray(value) ? Number(key) : key]),
  );
}

/** Longer text isn't wording, and is refused for its length. */
const MAX_TEXT = 4000;

/** Texts that a clerk writes for filers: the court's wording, names, hours, link labels. */
export function writtenTexts(plan: object): PlacedText[] {
  const members = ['court', ...Object.keys(campaign.plan.members)];
  const written = members.filter((name) => !DATED_MEMBERS.includes(name));
  const texts = written.flatMap((member) => textsIn(valueAt(plan, [member]), [member]));
  // A bare date is a setting.
  return texts.filter(({ text }) => text.length <= MAX_TEXT && !/^\d{4}-\d{2}-\d{2}(?:T[\d:]+)?$/.test(text));
}
