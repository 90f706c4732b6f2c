import { readFileSync } from 'node:fs';
import { parseSync, Visitor } from 'vite';

/** An identifier, a comment or a text of a file, in lower-case words: `leaseUntil` is `lease until`. */
export interface Wording {
  readonly line: number;
  readonly kind: 'identifier' | 'comment' | 'text';
  readonly words: string;
}

/**
 * What a TypeScript file says in its identifiers, its comments and its texts: strings, templates, and text between tags.
 * @throws Error when the file can't be parsed.
 */
export function wordingOf(path: string): Wording[] {
  const source = readFileSync(path, 'utf8');
  const { program, comments, errors } = parseSync(path, source);
  if (errors.length > 0) throw new Error(`Cannot parse ${path} because ${errors[0]!.message}`);
  const lineAt = (start: number) => source.slice(0, start).split('\n').length;
  const found: Wording[] = [];
  const add = (kind: Wording['kind'], text: string, start: number) => {
    found.push({
      // Asked for the few that are found only: counting lines takes longer than parsing.
      get line() {
        return lineAt(start);
      },
      kind,
      words: wordsOf(text),
    });
  };
  const name = (node: { name: string; start: number }) => add('identifier', node.name, node.start);
  for (const { start, value } of comments) add('comment', value, start);
  new Visitor({
    Identifier: name,
    JSXIdentifier: name,
    PrivateIdentifier: name,
    Literal: ({ value, start }) => typeof value === 'string' && add('text', value, start),
    TemplateElement: ({ value, start }) => add('text', value.cooked ?? value.raw, start),
    JSXText: ({ value, start }) => add('text', value, start),
  }).visit(program);
  return found;
}

/** `mostChunks`, `MOST_CHUNKS` and `most-chunks` are all `most chunks`. */
export function wordsOf(text: string): string {
  return text
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replaceAll(/([A-Z])([A-Z][a-z])/g, '$1 $2')
    .replaceAll(/[^\p{L}\p{N}']+/gu, ' ')
    .toLowerCase()
    .trim();
}
