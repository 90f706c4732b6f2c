import MarkdownIt from 'markdown-it';

/** The one Markdown parser: no raw HTML, addresses left as they are written. */
export const markdown = new MarkdownIt({ html: false, linkify: false, typographer: false });
// Addresses can contain held tags, which percent-encoding would lose.
markdown.normalizeLink = (url) => url;
markdown.normalizeLinkText = (url) => url;
markdown.validateLink = () => true;

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
