import * as z from 'zod';
import { words } from '../../lib/plan-values.ts';
import { MESSAGES, type MessageName } from './kinds.ts';
import { valueAt } from './problem.ts';

/** A court's own text instead of a section of a message. */
const sectionTextSchema = z.strictObject({
  text: words.describe(
    'Paragraphs, lists that start with "- " or "1. ", **bold**, [links](https://…), and placeholders such as ' +
      '{{help-desk-phone}}. A line end is kept',
  ),
  made: z
    .strictObject({
      html: z.string().describe('In HTML, with placeholders'),
      text: z.string().describe('In plain text, with placeholders'),
    })
    .optional()
    .describe('Made by Crier from the text whenever the plan is saved. What a file says here is replaced'),
});

/** The court's own texts, by the place of each: see {@link placeOf}. */
export const sectionTextsSchema = z.record(z.string(), sectionTextSchema);
/** A court's own text instead of a section of a message. */
export type SectionText = z.output<typeof sectionTextSchema>;

/** A placeholder in a court's own text, `{{go-live-date}}`, with its name. */
export const PLACEHOLDER_TAG = /\{\{([^{}]*)\}\}/g;

/** Where a text is shown. */
export interface SectionPlace {
  /** The section's name: `help` */
  readonly section: string;
  /** `null`: in every message that has the section. */
  readonly message: MessageName | null;
}

/** Which section a text replaces: `help` in every message that has it, `notice/help` in notices only. */
export function placeOf({ section, message }: SectionPlace): string {
  return message === null ? section : `${message}/${section}`;
}

/** The place by its name; `null`: no message is called that. */
export function readPlace(place: string): SectionPlace | null {
  const [first = '', section] = place.split('/', 2);
  if (section === undefined) return { section: first, message: null };
  const message = MESSAGES.find((each) => each === first);
  return message && placeOf({ section, message }) === place ? { section, message } : null;
}

/** A plan as far as it has texts of its own for sections. */
interface WithSectionTexts {
  readonly sectionTexts?: Readonly<Record<string, SectionText>> | undefined;
}

/** The texts that a message shows, by section. One for it alone comes before one for every message. */
export function textsFor(
  { sectionTexts = {} }: WithSectionTexts,
  message: MessageName,
): Map<string, SectionText> {
  const texts = Object.entries(sectionTexts).flatMap(([place, text]) => {
    const read = readPlace(place);
    return read ? [{ ...read, text }] : [];
  });
  const of = (wanted: MessageName | null) =>
    texts
      .filter((each) => each.message === wanted)
      .map(({ section, text }): [string, SectionText] => [section, text]);
  return new Map([...of(null), ...of(message)]);
}

/** The texts as they were written, and where; of a plan that may be wrong anywhere. */
export function sourceTexts(plan: unknown): { at: readonly PropertyKey[]; text: string }[] {
  const texts = valueAt(plan, ['sectionTexts']);
  if (typeof texts !== 'object' || texts === null || Array.isArray(texts)) return [];
  return Object.entries(texts).flatMap(([place, each]) => {
    const text = valueAt(each, ['text']);
    return typeof text === 'string' ? [{ at: ['sectionTexts', place, 'text'], text: text.trim() }] : [];
  });
}
