import { isMap, isScalar, LineCounter, parseDocument } from 'yaml';
import type { Source, TemplateProblem } from './source.ts';

/** A line of the front matter, by the case it is for: `otherwise` for the rest. */
export type Lines = ReadonlyMap<string, { readonly text: string; readonly line: number }>;

/** A message's source, split into its front matter and the Markdown below it. */
export interface Message {
  readonly source: Source;
  /** What the message is, beside its date: `Notice 2 of 4`. */
  readonly label: Lines;
  readonly subject: Lines;
  readonly preview: Lines;
  /** The Markdown under the front matter, with its first line's number. */
  readonly body: string;
  readonly bodyLine: number;
  readonly problems: readonly TemplateProblem[];
}

/** Reads `label`, `subject` and `preview` of a message: a text, or texts by case. */
export function readMessage(source: Source): Message {
  const match = /^---\n([\s\S]*?)\n---\n/.exec(source.text);
  const problem = (line: number, message: string): TemplateProblem => ({ file: source.file, line, message });
  if (!match) {
    const problems = [problem(1, 'a message must begin with front matter between two lines "---"')];
    const none: Lines = new Map();
    return { source, label: none, subject: none, preview: none, body: source.text, bodyLine: 1, problems };
  }
  const counter = new LineCounter();
  const document = parseDocument(match[1]!, { lineCounter: counter });
  const lineAt = (offset: number) => counter.linePos(offset).line + 1;
  const problems = document.errors.map((error) =>
    problem(lineAt(error.pos[0]), error.message.split('\n')[0]!),
  );
  const linesOf = (key: string): Lines => {
    const node: unknown = document.get(key, true);
    const lines = new Map<string, { text: string; line: number }>();
    if (isScalar(node)) lines.set('otherwise', { text: String(node.value), line: lineAt(node.range![0]) });
    if (isMap(node))
      for (const { key: name, value } of node.items)
        if (isScalar(name) && isScalar(value))
          lines.set(String(name.value), { text: String(value.value), line: lineAt(value.range![0]) });
    for (const { text, line } of lines.values())
      if (text.trim() === '' || text === 'null') problems.push(problem(line, `"${key}" must not be empty`));
    if (!lines.has('otherwise'))
      problems.push(problem(1, `"${key}" must be a text, or texts by case with "otherwise"`));
    return lines;
  };
  return {
    source,
    label: linesOf('label'),
    subject: linesOf('subject'),
    preview: linesOf('preview'),
    body: source.text.slice(match[0].length),
    bodyLine: match[0].split('\n').length,
    problems,
  };
}
