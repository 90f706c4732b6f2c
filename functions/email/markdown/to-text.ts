import { MARKS } from '../lay-out.ts';
import { linkAt, type Parse, parseMarkdown, showsItself, type Token } from './markdown.ts';
import { type MarkdownPiece, piecesOf, release, sectionTag } from './pieces.ts';

/** Turns a source into the Handlebars template of the text part: one line a block, marked for `layOut`. */
export function toText(source: string): string {
  return piecesOf(source)
    .map((piece) => {
      if (piece.kind === 'tags') return piece.text;
      if (piece.kind === 'section') return sectionTag(piece);
      if (piece.kind === 'box') return `\n${piece.open ? MARKS.boxStart : MARKS.boxEnd}\n`;
      return `\n${markdownText(piece)}\n`;
    })
    .join('\n');
}

/** Turns Markdown with held tags into text with tags. */
export function markdownText({ text, tags }: MarkdownPiece, parse: Parse = parseMarkdown): string {
  return release(blocks(parse(text)), tags);
}

function blocks(tokens: readonly Token[]): string {
  const out: string[] = [];
  const lists: { ordered: boolean; next: number }[] = [];
  let prefix = '';
  for (const token of tokens) {
    if (token.type === 'heading_open') prefix = MARKS.heading;
    if (token.type.endsWith('_list_open')) lists.push(listOf(token));
    if (token.type.endsWith('_list_close')) {
      lists.pop();
      prefix = '';
    }
    if (token.type === 'list_item_open') prefix = bullet(lists);
    if (token.type !== 'inline') continue;
    if (!lists.length || prefix === '' || isFirst(lists)) out.push('');
    out.push(prefix + inline(token.children ?? []));
    prefix = lists.length ? '  '.repeat(lists.length) : '';
  }
  return out.join('\n').trim();
}

function listOf(token: Token): { ordered: boolean; next: number } {
  return { ordered: token.type.startsWith('ordered'), next: Number(token.attrGet('start') ?? 1) };
}

function bullet(lists: { ordered: boolean; next: number }[]): string {
  const list = lists.at(-1)!;
  const mark = list.ordered ? `${list.next}. ` : '- ';
  list.next += 1;
  return '   '.repeat(lists.length - 1) + mark;
}

function isFirst(lists: { next: number }[]): boolean {
  return lists.length === 1 && lists[0]?.next === 2;
}

function inline(tokens: readonly Token[]): string {
  let out = '';
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at]!;
    if (token.type === 'link_open') {
      const link = linkAt(tokens, at);
      out += linkText(link.href, { label: inline(link.label), last: link.last });
      at = link.next - 1;
    } else if (token.type === 'softbreak') out += ' ';
    else if (token.type === 'hardbreak') out += MARKS.break;
    else out += token.content;
  }
  return out;
}

function linkText(href: string, { label, last }: { label: string; last: boolean }): string {
  if (showsItself(href)) return label;
  return last ? `${label}:${MARKS.break}  ${href}` : `${label} <${href}>`;
}
