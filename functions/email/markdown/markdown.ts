import Parser, { type MarkdownIt, type StateInline } from 'markdown-it';

/** A parser without raw HTML that leaves addresses as they are written. */
export function markdownParser(): MarkdownIt {
  const parser = new Parser({ html: false, linkify: false, typographer: false });
  // Addresses can contain held tags, which percent-encoding would lose.
  parser.normalizeLink = (url) => url;
  parser.normalizeLinkText = (url) => url;
  parser.validateLink = () => true;
  parser.inline.State = besideTags(parser.inline.State);
  return parser;
}

/**
 * Lets bold and italics start and end beside a held tag as beside a space. Markdown takes the tag for a letter, and
 * stars between a full stop and a letter, as in `**Now.**{{#if …}}`, would be plain stars.
 */
function besideTags(State: typeof StateInline): typeof StateInline {
  return class extends State {
    override scanDelims(start: number, canSplitWord: boolean) {
      const whole = this.src;
      const scanned = super.scanDelims(start, canSplitWord);
      const end = start + scanned.length;
      this.src = whole.slice(0, start).replace(/[\ue000-\uf8ff]$/, ' ') + whole.slice(start);
      const { can_open } = super.scanDelims(start, canSplitWord);
      this.src = whole.slice(0, end) + whole.slice(end).replace(/^[\ue000-\uf8ff]/, ' ');
      const { can_close } = super.scanDelims(start, canSplitWord);
      this.src = whole;
      return { ...scanned, can_open, can_close };
    }
  };
}

/** The parser of the templates. */
export const markdown = markdownParser();

/** A token of the parser. */
export type Token = ReturnType<typeof markdown.parse>[number];
/** Reads Markdown into tokens. */
export type Parse = (text: string) => Token[];

/** Reads a template's Markdown. */
export function parseMarkdown(text: string): Token[] {
  return markdown.parse(text, {});
}

/** A link with its address, its label's tokens, and whether nothing but a full stop follows it in its block. */
export interface Link {
  readonly href: string;
  readonly label: Token[];
  readonly last: boolean;
  /** Index of the token behind the link, and behind a full stop that a trailing address swallows. */
  readonly next: number;
}

/** @param at index of a `link_open` token */
export function linkAt(tokens: readonly Token[], at: number): Link {
  const close = tokens.findIndex((token, index) => index > at && token.type === 'link_close');
  const rest = tokens.slice(close + 1);
  const href = String(tokens[at]?.attrGet('href') ?? '');
  const last =
    !showsItself(href) && rest.every((token) => token.type === 'text' && /^[.\s]*$/.test(token.content));
  return {
    href,
    label: tokens.slice(at + 1, close),
    last,
    next: last ? tokens.length : close + 1,
  };
}

/** A mail or phone link shows its address as its label already. */
export function showsItself(href: string): boolean {
  return /^(mailto|tel):/.test(href);
}
