import Handlebars from 'handlebars';
import { PAGE } from '../../functions/domain/plan/kinds.ts';
import { MARKS } from '../../functions/email/lay-out.ts';
import { toHtml } from '../../functions/email/markdown/to-html.ts';
import { toText } from '../../functions/email/markdown/to-text.ts';
import type { MessageSections } from '../../functions/email/sections.ts';
import { checkSources } from './check.ts';
import { type Lines, type Message, readMessage } from './front-matter.ts';
import { sectionsOf, sourcesOf } from './sections.ts';
import type { Sources, TemplateProblem } from './source.ts';

/** Precompiled templates as JavaScript source, by name. */
export interface Compiled {
  readonly messages: Readonly<
    Record<string, Record<'label' | 'subject' | 'preview' | 'html' | 'text', string>>
  >;
  readonly htmlPartials: Readonly<Record<string, string>>;
  readonly textPartials: Readonly<Record<string, string>>;
  /** The sections of each message, in their order. */
  readonly sections: MessageSections;
  /** Markdown of each section and of what it is made of, by key: what a court may begin with. */
  readonly sectionSources: Readonly<Record<string, string>>;
  readonly sourcePartials: Readonly<Record<string, string>>;
}

/**
 * Turns the sources into precompiled templates, or says everything that is wrong with them.
 *
 * @param domains where written-out links may lead, such as `uscourts.gov`
 */
export function compile(
  sources: Sources,
  domains: readonly string[],
): { compiled: Compiled | null; problems: readonly TemplateProblem[] } {
  const messages = sources.messages.map(readMessage);
  const problems = [
    ...messages.flatMap((message) => message.problems),
    ...checkSources(sources, { messages, domains }),
  ];
  if (problems.length > 0) return { compiled: null, problems };
  const layout = (name: string) => sources.layouts.find((source) => source.name === name)!.text;
  const compiled = {
    messages: Object.fromEntries(
      messages.map((message) => [message.source.name, messageCode(message, layout)]),
    ),
    htmlPartials: Object.fromEntries(sources.partials.map(({ name, text }) => [name, html(toHtml(text))])),
    textPartials: Object.fromEntries(sources.partials.map(({ name, text }) => [name, plain(toText(text))])),
    sections: Object.fromEntries(
      messages.map((message) => [message.source.name, sectionsOf(message, sources)]),
    ) as unknown as MessageSections,
    sectionSources: Object.fromEntries(
      [...sourcesOf(sources, messages)].map(([key, text]) => [key, plain(text)]),
    ),
    sourcePartials: Object.fromEntries(sources.partials.map(({ name, text }) => [name, plain(text)])),
  };
  return { compiled, problems };
}

function messageCode(message: Message, layout: (name: string) => string): Compiled['messages'][string] {
  return {
    label: plain(choice(message.label)),
    subject: plain(choice(message.subject)),
    preview: plain(choice(message.preview)),
    html: html(
      layout(message.source.name === PAGE ? 'page.html' : 'email.html').replace('[body]', () =>
        toHtml(message.body),
      ),
    ),
    text: plain(
      layout('email.txt')
        .replace('[heading]', MARKS.heading)
        .replace('[body]', () => toText(message.body)),
    ),
  };
}

/** The texts by case as one template: `{{#if case.upgrade}}…{{else}}…{{/if}}`. */
function choice(lines: Lines): string {
  const otherwise = lines.get('otherwise')!.text;
  const cases = [...lines].filter(([name]) => name !== 'otherwise');
  const branches = cases.map(
    ([name, { text }], at) => `{{${at ? 'else' : '#'}${at ? ' ' : ''}if case.${name}}}${text}`,
  );
  return cases.length ? `${branches.join('')}{{else}}${otherwise}{{/if}}` : otherwise;
}

const OPTIONS = { strict: true, knownHelpersOnly: true, knownHelpers: { address: true, section: true } };

const html = (template: string) => precompiled(template, OPTIONS);
const plain = (template: string) => precompiled(template, { ...OPTIONS, noEscape: true });

/** Without the copy of `lookupProperty` that every block carries for runtimes older than ours: half of the code. */
function precompiled(template: string, options: PrecompileOptions): string {
  return String(Handlebars.precompile(template, options)).replaceAll(
    /container\.lookupProperty \|\| function\(parent, propertyName\) \{[\s\S]*?return undefined\s*\}/g,
    'container.lookupProperty',
  );
}
