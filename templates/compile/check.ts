import { checkMarkdown } from '../../functions/email/markdown/check-markdown.ts';
import type { Found } from '../../functions/email/markdown/found.ts';
import { CORRECTION_NAMES } from '../../functions/email/model.ts';
import { NAMES } from '../../functions/email/names.ts';

import { checkNames } from './check-names.ts';
import type { Message } from './front-matter.ts';
import { sectionProblems } from './sections.ts';
import type { Sources, TemplateProblem } from './source.ts';

/** What a template can name inside each: the value itself, or a part of a correction. */
const IN_EACH: ReadonlySet<string> = new Set(['this', ...CORRECTION_NAMES.map((name) => `this.${name}`)]);

/** A text of a template with the place where it begins. */
interface Snippet {
  readonly file: string;
  readonly line: number;
  readonly text: string;
  readonly isMarkdown: boolean;
}

/**
 * Checks everything that the sources alone can show.
 *
 * @param domains where written-out links may lead
 */
export function checkSources(
  sources: Sources,
  { messages, domains }: { messages: readonly Message[]; domains: readonly string[] },
): TemplateProblem[] {
  const partials = new Set(sources.partials.map(({ name }) => name));
  const snippets = [
    ...sources.partials.map(({ file, text }) => ({ file, line: 1, text, isMarkdown: true })),
    ...sources.layouts.map(({ file, text }) => ({ file, line: 1, text, isMarkdown: false })),
    ...messages.flatMap(snippetsOf),
  ];
  const found = ({ text, isMarkdown }: Snippet): Found[] => [
    ...checkNames(text, { partials, names: NAMES, inEach: IN_EACH }),
    ...(isMarkdown ? checkMarkdown(text, domains) : []),
  ];
  return [
    ...messages.flatMap(checkCases),
    ...sectionProblems(sources, messages),
    ...snippets.flatMap((snippet) =>
      found(snippet).map(({ line, message }) => ({
        file: snippet.file,
        line: snippet.line + line - 1,
        message,
      })),
    ),
  ];
}

function snippetsOf({ source: { file }, label, subject, preview, body, bodyLine }: Message): Snippet[] {
  const lines = [label, subject, preview].flatMap((each) => [...each.values()]);
  return [
    ...lines.map(({ text, line }) => ({ file, line, text, isMarkdown: false })),
    { file, line: bodyLine, text: body, isMarkdown: true },
  ];
}

function checkCases({ source: { file }, label, subject, preview }: Message): TemplateProblem[] {
  return [label, subject, preview].flatMap((lines) =>
    [...lines]
      .filter(([name]) => name !== 'otherwise' && !NAMES.has(`case.${name}`))
      .map(([name, { line }]) => ({ file, line, message: `no case is called "${name}"` })),
  );
}
