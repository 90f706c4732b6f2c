import Handlebars from 'handlebars';
import { MARKS } from '../../functions/email/lay-out.ts';
import { checkSources } from './check.ts';
import { type Lines, type Message, readMessage } from './front-matter.ts';
import { PAGE, type Sources, type TemplateProblem } from './source.ts';
import { toHtml } from './to-html.ts';
import { toText } from './to-text.ts';

/** Precompiled templates as JavaScript source, by name. */
export interface Compiled {
  readonly messages: Readonly<
    Record<string, Record<'label' | 'subject' | 'preview' | 'html' | 'text', string>>
  >;
  readonly htmlPartials: Readonly<Record<string, string>>;
  readonly textPartials: Readonly<Record<string, string>>;
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

const OPTIONS = { strict: true, knownHelpersOnly: true, knownHelpers: { address: true } };

const html = (template: string) => precompiled(template, OPTIONS);
const plain = (template: string) => precompiled(template, { ...OPTIONS, noEscape: true });

/** Without the copy of `lookupProperty` that every block carries for runtimes older than ours: half of the code. */
function precompiled(template: string, options: PrecompileOptions): string {
  return String(Handlebars.precompile(template, options)).replaceAll(
    /container\.lookupProperty \|\| function\(parent, propertyName\) \{[\s\S]*?return undefined\s*\}/g,
    'container.lookupProperty',
  );
}
