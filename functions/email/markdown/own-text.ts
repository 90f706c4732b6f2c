import { markdownParser, type Token } from './markdown.ts';
import { held } from './pieces.ts';
import { markdownHtml } from './to-html.ts';
import { markdownText } from './to-text.ts';

/** The parser of a court's own text: characters that stand for themselves stay apart, and links are whole. */
const ownMarkdown = markdownParser();
ownMarkdown.disable(['text_join', 'reference']);

/** What a section of a message becomes. */
export interface MadeText {
  /** With placeholders, `{{help-desk-phone}}`. */
  readonly html: string;
  readonly text: string;
}

/** Turns a court's own text into HTML and text. It must have been checked. */
export function makeText(source: string): MadeText {
  const piece = held(normalized(source));
  return { html: markdownHtml(piece, { parse: parseOwn }), text: markdownText(piece, parseOwn) };
}

/** Reads it into tokens. A line end is kept: people don't expect it to become a space. */
export function parseOwn(text: string): Token[] {
  const tokens = ownMarkdown.parse(text, {});
  for (const { children } of tokens)
    for (const token of children ?? []) if (token.type === 'softbreak') token.type = 'hardbreak';
  return tokens;
}

/** The text without invisible characters, as people paste them from other programs, and without double spaces. */
export function normalized(source: string): string {
  return (
    source
      .toWellFormed()
      .normalize('NFC')
      .replaceAll(/\r\n?|[\u2028\u2029\u0085]/g, '\n')
      .replaceAll(/[\t\u00a0\u202f\u2007]/g, ' ')
      .replaceAll(
        /(?!\n)[\p{Cc}\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffd\p{Co}]/gu,
        '',
      )
      .replaceAll(/[ ]+$/gm, '')
      // Those at a line's start say how deep a list is, and those behind its mark where its text starts.
      .replaceAll(/(?<=\S) {2,}(?=\S)/g, (spaces, at: number, all: string) =>
        /(?:^|\n) *(?:[-*+]|\d+[.)])$/.test(all.slice(0, at)) ? spaces : ' ',
      )
  );
}
