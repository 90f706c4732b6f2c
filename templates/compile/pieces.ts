/**
 * Handlebars and Markdown in one file, kept apart. Sent through a Markdown parser, tags break lists and
 * links; so the source is cut at the lines that hold only block tags or partials, and the tags inside a
 * piece are held as private-use characters, which Markdown takes for letters.
 */
export type Piece =
  | { readonly kind: 'tags'; readonly text: string }
  | { readonly kind: 'box'; readonly open: boolean }
  | {
      readonly kind: 'markdown';
      readonly text: string;
      readonly tags: readonly string[];
      /** Its first line in the source, counted from 1. */
      readonly line: number;
    };

const TAG = /\{\{!--[\s\S]*?--\}\}|\{\{[^{}]*\}\}/g;
const TAG_LINE = /^\s*(?:\{\{\s*(?:[#/^>!~]|else\b)[^{}]*\}\}\s*)+$/;
const FIRST_HELD = 0xe100;

/** Cuts a source into pieces; comments are left out. */
export function piecesOf(source: string): Piece[] {
  const pieces: Piece[] = [];
  let lines: string[] = [];
  const flush = (next: number) => {
    const line = next - lines.length;
    if (lines.some((each) => each.trim())) pieces.push({ ...held(lines.join('\n')), line });
    lines = [];
  };
  const all = withoutComments(source).split('\n');
  for (const [index, line] of all.entries()) {
    const cut = cutAt(line);
    if (cut) {
      flush(index + 1);
      pieces.push(cut);
    } else lines.push(line);
  }
  flush(all.length + 1);
  return pieces;
}

/** Line ends stay, so that the lines keep their numbers. */
function withoutComments(source: string): string {
  return source.replaceAll(/\{\{!--[\s\S]*?--\}\}/g, (comment) => comment.replaceAll(/[^\n]/g, ''));
}

function cutAt(line: string): Piece | null {
  if (TAG_LINE.test(line)) return { kind: 'tags', text: line.trim() };
  if (/^:::\s*action\s*$/.test(line)) return { kind: 'box', open: true };
  return /^:::\s*$/.test(line) ? { kind: 'box', open: false } : null;
}

function held(text: string): { kind: 'markdown'; text: string; tags: readonly string[] } {
  const tags: string[] = [];
  const markdown = text.replaceAll(TAG, (tag) => {
    tags.push(tag);
    return String.fromCharCode(FIRST_HELD + tags.length - 1);
  });
  return { kind: 'markdown', text: markdown, tags };
}

/** Before a held tag: its value is shown as an address, `{{address links.nextgen}}`. */
export const AS_ADDRESS = '\ue0ff';

/** Whether a text is one held tag and nothing else. */
export function isHeld(text: string): boolean {
  return /^[\ue100-\uf8ff]$/.test(text);
}

/** Puts the held tags back. */
export function release(text: string, tags: readonly string[]): string {
  return text.replaceAll(/(\ue0ff)?([\ue100-\uf8ff])/g, (_, asAddress: string, held: string) => {
    const tag = tags[held.charCodeAt(0) - FIRST_HELD] ?? '';
    return asAddress ? tag.replace('{{', '{{address ') : tag;
  });
}
