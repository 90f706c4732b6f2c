import { PAGE } from '../../functions/domain/plan/kinds.ts';
import { toHtml } from '../../functions/email/markdown/to-html.ts';
import { toText } from '../../functions/email/markdown/to-text.ts';
import type { MessageSections } from '../../functions/email/sections.ts';
import { checkSources } from './check.ts';
import { type Message, readMessage } from './front-matter.ts';
import { html, type MessageCode, messageCode, plain } from './message-code.ts';
import { sectionsOf, sourcesOf } from './sections.ts';
import type { Sources, TemplateProblem } from './source.ts';

/** Precompiled templates as JavaScript source, by name. */
export interface Compiled {
  readonly messages: Readonly<Record<string, MessageCode>>;
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
  return { compiled: compiledFrom(messages, sources), problems };
}

/** Turns checked sources into precompiled templates. */
export function compiledFrom(messages: readonly Message[], sources: Sources): Compiled {
  const layout = (name: string) => sources.layouts.find((source) => source.name === name)!.text;
  const frames = (name: string) => ({
    html: layout(name === PAGE ? 'page.html' : 'email.html'),
    text: layout('email.txt'),
  });
  return {
    messages: Object.fromEntries(
      messages.map((message) => [message.source.name, messageCode(message, frames(message.source.name))]),
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
}
