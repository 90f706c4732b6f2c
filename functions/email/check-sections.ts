import { MESSAGES, type MessageName, PAGE } from '../domain/plan/kinds.ts';
import type { Plan } from '../domain/plan/plan.ts';
import { type Finding, shown } from '../domain/plan/problem.ts';
import {
  PLACEHOLDER_TAG,
  readPlace,
  type SectionPlace,
  type SectionText,
} from '../domain/plan/section-texts.ts';
import { checkOwnText } from './markdown/check-own-text.ts';
import { makeText } from './markdown/own-text.ts';
import type { Model } from './model.ts';
import { PLACEHOLDERS, placeholderValue } from './placeholders.ts';
import { publicModel } from './public-model.ts';
import { LONG_BEFORE } from './sample-emails.ts';
import { messagesWith, sectionOf, sectionsOf } from './sections.ts';

/** The most that a plan's own texts may take, with what is made of them: a plan must fit into one item of a table. */
export const MAX_BYTES = 96 * 1024;

/** What is wrong with a plan's own texts for sections of messages. */
export function checkSections(plan: Plan): Finding[] {
  const findings = Object.entries(plan.sectionTexts ?? {}).flatMap(([name, { text }]) => {
    const place = readPlace(name);
    const problem = place ? placeProblem(place) : `must start with a message: ${MESSAGES.join(', ')}`;
    if (problem || !place) return [{ at: ['sectionTexts', name], found: shown(name), message: problem! }];
    return textProblems(text, { place, plan }).map(({ found, message }) => {
      return { at: ['sectionTexts', name, 'text'], found, message };
    });
  });
  if (findings.length > 0) return findings;
  const bytes = Buffer.byteLength(JSON.stringify(withMadeTexts(plan).sectionTexts ?? {}));
  if (bytes <= MAX_BYTES) return [];
  const message = `must be at most ${MAX_BYTES} bytes together, with the HTML and text made from them`;
  return [{ at: ['sectionTexts'], found: `${bytes} bytes`, message }];
}

/** The plan with what its own texts become in emails. They must have been checked. */
export function withMadeTexts(plan: Plan): Plan {
  if (!plan.sectionTexts) return plan;
  const made = Object.entries(plan.sectionTexts).map(([place, { text }]): [string, SectionText] => [
    place,
    { text, made: makeText(text) },
  ]);
  return { ...plan, sectionTexts: Object.fromEntries(made) };
}

/** The placeholders that a text may have in all these messages. */
export function placeholdersFor(messages: readonly MessageName[]): typeof PLACEHOLDERS {
  const isOnPage = messages.includes(PAGE);
  return new Map([...PLACEHOLDERS].filter(([, { isOfFiler = false }]) => !isOfFiler || !isOnPage));
}

/** The messages in which a text is shown. */
export function messagesOf({ section, message }: SectionPlace): readonly MessageName[] {
  return message === null ? messagesWith(section) : [message];
}

/** What is wrong with a place, as a clause that starts with "must"; `null`: nothing. */
function placeProblem({ section, message }: SectionPlace): string | null {
  if (message !== null)
    return sectionOf(message, section) ? null : `must be a section of ${message}: ${namesOf([message])}`;
  const [first] = messagesWith(section);
  if (!first) return `must be a section of a message: ${namesOf(MESSAGES)}`;
  if (sectionOf(first, section)!.isShared) return null;
  return `must name its message, such as "${first}/${section}", because each message has another text there`;
}

function namesOf(messages: readonly MessageName[]): string {
  return [...new Set(messages.flatMap((message) => sectionsOf(message).map(({ id }) => id)))].join(', ');
}

/** What is wrong with a text in a place of a plan. */
export function textProblems(
  text: string,
  { place, plan }: { place: SectionPlace; plan: Plan },
): Omit<Finding, 'at'>[] {
  const placeholders = placeholdersFor(messagesOf(place));
  const found = checkOwnText(text, { domains: plan.linkDomains, placeholders });
  if (found.length > 0)
    return found.map(({ line, message }) => ({ found: `line ${line} of the text`, message }));
  const message = 'must have a value in the plan: add it, or leave this placeholder out';
  return valuesMissing(text, plan).map((name) => ({ found: `{{${name}}}`, message }));
}

/** Placeholders of things that a plan can leave out, such as a phone number. */
function valuesMissing(text: string, plan: Plan): string[] {
  const model: Model = publicModel(plan, LONG_BEFORE);
  const names = [...text.matchAll(PLACEHOLDER_TAG)].map(([, name]) => name!);
  return [...new Set(names)].filter((name) => {
    const placeholder = PLACEHOLDERS.get(name);
    return placeholder && !placeholder.isOfFiler && placeholderValue(placeholder, model) === null;
  });
}
