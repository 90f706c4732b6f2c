import type HandlebarsWhole from 'handlebars';
import runtime from 'handlebars/runtime.js';
import { clean, type WordingBlock } from '../lib/clean.ts';
import { layOut } from './lay-out.ts';
import { breakable, shownAddress } from './shown-address.ts';
import { blockHtml, blockText } from './wording-blocks.ts';

/** The package's own types leave the runtime empty. */
const Handlebars = runtime as typeof HandlebarsWhole;

type Part = 'label' | 'subject' | 'preview' | 'html' | 'text';

/** Precompiled messages, and what they include. */
export interface PrecompiledParts<Name extends string> {
  readonly messages: Readonly<Record<Name, Readonly<Record<Part, object>>>>;
  readonly htmlPartials: Readonly<Record<string, object>>;
  readonly textPartials: Readonly<Record<string, object>>;
}

/** The court's own text of a section for one output; `undefined`: it has none. */
type OwnSection = (section: string, output: 'html' | 'text') => string | undefined;

/** Messages that are ready to be rendered, each part from the values that it names. */
export interface PreparedTemplates<Name extends string> {
  /** A part that is one line. */
  line(name: Name, part: 'label' | 'subject' | 'preview', values: object): string;
  /** The whole message for both outputs. @param own The court's own texts instead of sections. */
  bodies(name: Name, values: object, own?: OwnSection): { readonly html: string; readonly text: string };
}

/** The court's own text of a section, or the built-in one. */
function section(this: unknown, id: string, { data, fn }: Handlebars.HelperOptions): string {
  return data.own(id) ?? fn(this);
}

/** A block of the court's wording, as the output has it. */
function block(one: WordingBlock, { data }: Handlebars.HelperOptions): string | Handlebars.SafeString {
  return data.output === 'html' ? new Handlebars.SafeString(blockHtml(one)) : blockText(one);
}

/** A page's address as the output shows it. */
function address(url: string, { data }: Handlebars.HelperOptions): string | Handlebars.SafeString {
  const shown = shownAddress(url);
  return data.output === 'html'
    ? new Handlebars.SafeString(breakable(Handlebars.escapeExpression(shown)))
    : shown;
}

/** Makes templates ready. Rendering throws an Error when one names what its values don't have. */
export function prepareTemplates<Name extends string>(
  specs: PrecompiledParts<Name>,
): PreparedTemplates<Name> {
  const environment = Handlebars.create();
  environment.registerHelper('address', address);
  environment.registerHelper('block', block);
  environment.registerHelper('section', section);
  const ready = (each: Readonly<Record<string, object>>) =>
    Object.fromEntries(Object.entries(each).map(([name, spec]) => [name, environment.template(spec)]));
  const htmlPartials = ready(specs.htmlPartials);
  const textPartials = ready(specs.textPartials);
  const messages = Object.fromEntries(
    Object.entries<Readonly<Record<Part, object>>>(specs.messages).map(([name, parts]) => [
      name,
      ready(parts),
    ]),
  );
  const partsOf = (name: Name) => messages[name] as Record<Part, HandlebarsTemplateDelegate>;
  return {
    line: (name, part, values) => clean(partsOf(name)[part](values, { partials: textPartials })),
    bodies: (name, values, own) => {
      const ownIn = (output: 'html' | 'text') => ({ output, own: (id: string) => own?.(id, output) });
      const { html, text } = partsOf(name);
      return {
        html: html(values, { partials: htmlPartials, data: ownIn('html') }),
        text: layOut(text(values, { partials: textPartials, data: ownIn('text') })),
      };
    },
  };
}
