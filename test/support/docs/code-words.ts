import { readFileSync } from 'node:fs';
import { parseSync, Visitor } from 'vite';

/** One identifier or comment of a file, in lower-case words: `leaseUntil` is `lease until`. */
export interface Wording {
  readonly line: number;
  readonly kind: 'identifier' | 'comment';
  readonly words: string;
}

/**
 * What a TypeScript file says in its identifiers and comments. Texts are left out: they are for the readers of pages,
 * emails and reports, and have their own tests.
 * @throws Error when the file can't be parsed.
 */
export function wordingOf(path: string): Wording[] {
  const text = readFileSync(path, 'utf8');
  const { program, comments, errors } = parseSync(path, text);
  if (errors.length > 0) throw new Error(`Cannot parse ${path} because ${errors[0]!.message}`);
  const lineAt = (start: number) => text.slice(0, start).split('\n').length;
  const found: Wording[] = comments.map(({ start, value }) => ({
    line: lineAt(start),
    kind: 'comment',
    words: wordsOf(value),
  }));
  const add = ({ name, start }: { name: string; start: number }) => {
    found.push({ line: lineAt(start), kind: 'identifier', words: wordsOf(name) });
  };
  new Visitor({ Identifier: add, JSXIdentifier: add, PrivateIdentifier: add }).visit(program);
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
