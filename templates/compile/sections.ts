import { type Piece, piecesOf } from '../../functions/email/markdown/pieces.ts';
import type { MessageSection } from '../../functions/email/sections.ts';
import type { Message } from './front-matter.ts';
import type { Sources, TemplateProblem } from './source.ts';

const PARTIAL = /\{\{>\s*([\w-]+)\s*\}\}/g;

/** The sections of a message and of its partials, in their order, each once. */
export function sectionsOf(message: Message, { partials }: Sources): MessageSection[] {
  const texts = new Map(partials.map(({ name, text }) => [name, text]));
  const found = new Map<string, MessageSection>();
  const walk = (text: string, { isShared, within }: { isShared: boolean; within: readonly string[] }) => {
    for (const piece of piecesOf(text)) {
      if (piece.kind === 'section' && piece.section && !found.has(piece.section.id))
        found.set(piece.section.id, { ...piece.section, isShared });
      // One that shows itself is found when it is rendered.
      for (const name of partialsIn(piece))
        if (!within.includes(name))
          walk(texts.get(name) ?? '', { isShared: true, within: [...within, name] });
    }
  };
  walk(message.body, { isShared: false, within: [] });
  return [...found.values()];
}

/** The Markdown of each section: of a message's own by `notice/opening`, of a shared one by `help`. */
export function sourcesOf({ partials }: Sources, messages: readonly Message[]): Map<string, string> {
  return new Map([
    ...partials.flatMap(({ text }) => [...bodiesIn(text)]),
    ...messages.flatMap(({ source: { name }, body }) =>
      [...bodiesIn(body)].map(([id, text]): [string, string] => [`${name}/${id}`, text]),
    ),
  ]);
}

/** Finds sections in sections, sections without an end, and one name for different sections. */
export function sectionProblems({ partials }: Sources, messages: readonly Message[]): TemplateProblem[] {
  const files = [
    ...partials.map(({ file, text }) => ({ file, text, line: 1, isShared: true })),
    ...messages.map(({ source: { file }, body, bodyLine }) => {
      return { file, text: body, line: bodyLine, isShared: false };
    }),
  ];
  const withSections = new Set(
    partials.filter(({ text }) => bodiesIn(text).size > 0).map(({ name }) => name),
  );
  const shared = new Map<string, string>();
  return files.flatMap(({ file, text, line: first, isShared }) => {
    const problems: TemplateProblem[] = [];
    const say = (line: number, message: string) => problems.push({ file, line: first + line - 1, message });
    let open: { readonly id: string; readonly line: number } | null = null;
    for (const piece of piecesOf(text)) {
      if (piece.kind === 'section') {
        const { section, line } = piece;
        if (section && open)
          say(line, `a section must not be in another: "${section.id}" is in "${open.id}"`);
        const other = section && shared.get(section.id);
        if (section && other !== undefined && other !== file)
          say(line, `a section must have a name of its own: "${section.id}" is in ${other} too`);
        if (section && isShared) shared.set(section.id, file);
        open = section && { id: section.id, line };
      }
      const inner = open && partialsIn(piece).find((name) => withSections.has(name));
      if (inner && open) say(open.line, `a section must not hold another: "${open.id}" shows "${inner}"`);
    }
    if (open) say(open.line, `the section "${open.id}" must end with a line ":::"`);
    return problems;
  });
}

function partialsIn(piece: Piece): string[] {
  const text = piece.kind === 'tags' ? piece.text : piece.kind === 'markdown' ? piece.tags.join('') : '';
  return [...text.matchAll(PARTIAL)].map(([, name]) => name!);
}

const OPEN = /^:::\s*section\s+([a-z][a-z-]*)\s/;

/** The lines between a section's first and last. */
function bodiesIn(text: string): Map<string, string> {
  const found = new Map<string, string[]>();
  let lines: string[] | null = null;
  for (const line of text.split('\n')) {
    const id = OPEN.exec(line)?.[1];
    if (id) {
      lines = [];
      found.set(id, lines);
    } else if (/^:::\s*$/.test(line)) lines = null;
    else lines?.push(line);
  }
  return new Map([...found].map(([id, body]) => [id, body.join('\n')]));
}
