/**
 * Handlebars and Markdown in one file, kept apart. Sent through a Markdown parser, tags break lists and
 * links; so the source is cut at the lines that hold only block tags or partials, and the tags inside a
 * piece are held as private-use characters, which Markdown takes for letters.
 */
export type Piece =
  | { readonly kind: 'tags'; readonly text: string }
  | { readonly kind: 'box'; readonly open: boolean }
  | { readonly kind: 'section'; readonly section: Section | null; readonly line: number }
  /** `line`: its first line in the source, counted from 1. */
  | (MarkdownPiece & { readonly kind: 'markdown'; readonly line: number });

/** A part of a message whose text a court can replace. */
export interface Section {
  /** What a plan calls it: never change it. `help` */
  readonly id: string;
  /** What pages call it. `Who can help` */
  readonly title: string;
}

const TAG = /\{\{!--[\s\S]*?--\}\}|\{\{[^{}]*\}\}/g;
const TAG_LINE = /^\s*(?:\{\{\s*(?:[#/^>!~]|else\b)[^{}]*\}\}\s*)+$/;
/** Alone on its line inside each, a block of the court's wording brings its own paragraph or list. */
const BLOCK_LINE = /^\s*\{\{\s*this\s*\}\}\s*$/;
const FIRST_HELD = 0xe100;

/** Cuts a source into pieces; comments are left out. */
export function piecesOf(source: string): Piece[] {
  const pieces: Piece[] = [];
  let lines: string[] = [];
  const flush = (next: number) => {
    const line = next - lines.length;
    if (lines.some((each) => each.trim())) pieces.push({ kind: 'markdown', ...held(lines.join('\n')), line });
    lines = [];
  };
  const all = withoutComments(source).split('\n');
  const open: ('box' | 'section')[] = [];
  for (const [index, line] of all.entries()) {
    const cut = cutAt(line, open.at(-1));
    if (cut) {
      flush(index + 1);
      pieces.push(cut.kind === 'section' ? { ...cut, line: index + 1 } : cut);
      if (cut.kind !== 'tags') isOpening(cut) ? open.push(cut.kind) : open.pop();
    } else lines.push(line);
  }
  flush(all.length + 1);
  return pieces;
}

/** Line ends stay, so that the lines keep their numbers. */
function withoutComments(source: string): string {
  return source.replaceAll(/\{\{!--[\s\S]*?--\}\}/g, (comment) => comment.replaceAll(/[^\n]/g, ''));
}

type Cut = Exclude<Piece, { kind: 'markdown' | 'section' }> | Omit<Piece & { kind: 'section' }, 'line'>;

/** @param inside what a closing line would close */
function cutAt(line: string, inside: 'box' | 'section' | undefined): Cut | null {
  if (BLOCK_LINE.test(line)) return { kind: 'tags', text: '{{block this}}' };
  if (TAG_LINE.test(line)) return { kind: 'tags', text: line.trim() };
  if (/^:::\s*action\s*$/.test(line)) return { kind: 'box', open: true };
  const [, id, title] = /^:::\s*section\s+([a-z][a-z-]*)\s+(\S.*)$/.exec(line) ?? [];
  if (id && title) return { kind: 'section', section: { id, title: title.trim() } };
  if (!/^:::\s*$/.test(line)) return null;
  return inside === 'section' ? { kind: 'section', section: null } : { kind: 'box', open: false };
}

function isOpening(cut: Exclude<Cut, { kind: 'tags' }>): boolean {
  return cut.kind === 'box' ? cut.open : cut.section !== null;
}

/** The tag that a section's first or last line becomes: in its place, the court's own text may be rendered. */
export function sectionTag({ section }: Piece & { kind: 'section' }): string {
  return section ? `{{#section "${section.id}"}}` : '{{/section}}';
}

/** Markdown with its tags held. */
export interface MarkdownPiece {
  readonly text: string;
  readonly tags: readonly string[];
}

/** Holds the tags of a text as private-use characters, which Markdown takes for letters. */
export function held(text: string): MarkdownPiece {
  const tags: string[] = [];
  const markdown = text.replaceAll(TAG, (tag) => {
    tags.push(tag);
    return String.fromCharCode(FIRST_HELD + tags.length - 1);
  });
  return { text: markdown, tags };
}

/** Before a held tag: its value is shown as an address, `{{address links.nextgen}}`. */
export const AS_ADDRESS = '\ue0ff';

/** Whether a text is one held tag and nothing else. */
export function isHeld(text: string): boolean {
  return /^[\ue100-\uf8ff]$/.test(text);
}

/** The tag that a private-use character holds. */
export function tagOf(held: string, tags: readonly string[]): string {
  return tags[held.charCodeAt(0) - FIRST_HELD] ?? '';
}

/** Puts the held tags back. */
export function release(text: string, tags: readonly string[]): string {
  return text.replaceAll(/(\ue0ff)?([\ue100-\uf8ff])/g, (_, asAddress: string, held: string) => {
    const tag = tagOf(held, tags);
    return asAddress ? tag.replace('{{', '{{address ') : tag;
  });
}
