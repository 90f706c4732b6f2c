import { campaign } from '#campaign';
import { DATED_MEMBERS } from './dated.ts';
import { valueAt } from './problem.ts';
import { sourceTexts } from './section-texts.ts';

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

/** A text as it reads without its Markdown: `October **22**`, `October 22\\, 2018`. */
function withoutMarks(text: string): string {
  return text.replaceAll(/[*_]|\\(?=[!-/:-@[-`{-~])/g, '');
}

/** Texts that a clerk writes for filers: the court's wording, names, hours, link labels. */
export function writtenTexts(plan: object): PlacedText[] {
  const members = ['court', ...Object.keys(campaign.plan.members)];
  const written = members.filter((name) => !DATED_MEMBERS.includes(name));
  const texts = written.flatMap((member) => textsIn(valueAt(plan, [member]), [member]));
  const own = sourceTexts(plan).map(({ at, text }) => ({ at, text: withoutMarks(text) }));
  // A bare date is a setting.
  const worded = texts.filter(({ text }) => !/^\d{4}-\d{2}-\d{2}(?:T[\d:]+)?$/.test(text));
  return [...worded, ...own].filter(({ text }) => text.length <= MAX_TEXT);
}
