import type HandlebarsWhole from 'handlebars';
import runtime from 'handlebars/runtime.js';
import type { Placeholder } from '../../campaigns/campaign.ts';
import type { MessageName } from '../domain/plan/kinds.ts';
import type { Plan } from '../domain/plan/plan.ts';
import { type SectionText, textsFor } from '../domain/plan/section-texts.ts';
import type { Model } from './model.ts';
import { PLACEHOLDERS, placeholderValue } from './placeholders.ts';
import { breakable, shownAddress } from './shown-address.ts';

/** The package's own types leave the runtime empty. */
const { escapeExpression: htmlOf } = (runtime as typeof HandlebarsWhole).Utils;

/** A court's own text of a section, ready to be filled in. */
interface OwnText {
  readonly html: (model: Model) => string;
  readonly text: (model: Model) => string;
}
/** The court's own texts of a message, by section. */
export type OwnTexts = ReadonlyMap<string, OwnText>;

/** A text between placeholders, or one of them. `{{address nextgen-page}}` shows a page without `https://`. */
type Part =
  | string
  | { readonly name: string; readonly placeholder: Placeholder; readonly asAddress: boolean };

const known = new WeakMap<Plan, Map<MessageName, OwnTexts>>();

/** A plan's own texts for a message. Worked out once a plan. */
export function ownTexts(plan: Plan, message: MessageName): OwnTexts {
  const ofPlan = known.get(plan) ?? new Map<MessageName, OwnTexts>();
  known.set(plan, ofPlan);
  const texts =
    ofPlan.get(message) ??
    new Map([...textsFor(plan, message)].map(([section, text]) => [section, ownText(section, text)]));
  ofPlan.set(message, texts);
  return texts;
}

/**
 * A text of the court's own that is ready to be filled in.
 * @throws Error for a text that wasn't checked and made: better no email than one without a section
 */
export function ownText(section: string, { made }: Pick<SectionText, 'made'>): OwnText {
  if (!made)
    throw new Error(`Cannot use the text of section ${section} because its plan must be checked first`);
  const [html, text] = [partsOf(made.html), partsOf(made.text)];
  return {
    html: (model) => `${filled(html, model, { write: htmlOf, address: (url) => breakable(htmlOf(url)) })}\n`,
    // Apart from the blocks around it.
    text: (model) => `\n${filled(text, model, { write: asItIs, address: asItIs })}\n`,
  };
}

function partsOf(made: string): Part[] {
  return made.split(/(\{\{[^{}]*\}\})/).map((part) => {
    const [, address, name] = /^\{\{(address )?([^{}]*)\}\}$/.exec(part) ?? [];
    if (name === undefined) return part;
    const placeholder = PLACEHOLDERS.get(name);
    if (!placeholder) throw new Error(`Cannot use a plan because its placeholder must be known: ${name}`);
    return { name, placeholder, asAddress: address !== undefined };
  });
}

type Write = (value: string) => string;

const asItIs: Write = (value) => value;

/** @throws Error when a placeholder has no value */
function filled(
  parts: readonly Part[],
  model: Model,
  { write, address }: { readonly write: Write; readonly address: Write },
): string {
  let out = '';
  for (const part of parts) {
    if (typeof part === 'string') {
      out += part;
      continue;
    }
    const value = placeholderValue(part.placeholder, model);
    if (value === null) throw new Error(`Cannot make an email because {{${part.name}}} must have a value`);
    out += part.asAddress ? address(shownAddress(value)) : write(value);
  }
  return out;
}
