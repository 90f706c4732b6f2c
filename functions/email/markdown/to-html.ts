import { breakable, shownAddress } from '../shown-address.ts';
import { styleOf } from '../style.ts';
import { linkAt, markdown, type Parse, parseMarkdown, showsItself, type Token } from './markdown.ts';
import { AS_ADDRESS, isHeld, type MarkdownPiece, piecesOf, release, sectionTag } from './pieces.ts';

/** Turns a source into the Handlebars template of the HTML body. */
export function toHtml(source: string): string {
  let boxed = false;
  return piecesOf(source)
    .map((piece) => {
      if (piece.kind === 'tags') return piece.text;
      if (piece.kind === 'markdown') return markdownHtml(piece, { boxed });
      if (piece.kind === 'section') return sectionTag(piece);
      boxed = piece.open;
      return piece.open ? `<div class="box"${styleOf('box')}>` : '</div>';
    })
    .join('\n');
}

/** Turns Markdown with held tags into HTML with tags. @param boxed it is in the box with the one action */
export function markdownHtml(
  { text, tags }: MarkdownPiece,
  { parse = parseMarkdown, boxed = false }: { parse?: Parse; boxed?: boolean } = {},
): string {
  return release(blocks(parse(text), boxed), tags);
}

function blocks(tokens: readonly Token[], boxed: boolean): string {
  let out = '';
  for (const token of tokens) {
    if (token.type === 'inline') out += inline(token.children ?? [], boxed);
    // A tight list's items hold their text without paragraphs.
    else if (token.hidden) continue;
    else if (token.nesting === 1) out += `<${token.tag}${startOf(token)}${styleOf(token.tag)}>`;
    else if (token.nesting === -1) out += `</${token.tag}>\n`;
    else if (token.type === 'hr') out += `<hr${styleOf('hr')}>\n`;
  }
  return out.trim();
}

function startOf(token: Token): string {
  const start = token.attrGet('start');
  return start ? ` start="${start}"` : '';
}

function inline(tokens: readonly Token[], boxed: boolean): string {
  let out = '';
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at]!;
    if (token.type === 'link_open') {
      const { href, label, last, next } = linkAt(tokens, at);
      out += linkHtml(href, { label: inline(label, boxed), last, boxed });
      at = next - 1;
    } else if (token.type === 'softbreak') out += '\n';
    else if (token.type === 'hardbreak') out += '<br>';
    else if (token.nesting === 1) out += `<${token.tag}>`;
    else if (token.nesting === -1) out += `</${token.tag}>`;
    else out += markdown.utils.escapeHtml(token.content);
  }
  return out;
}

/** A link that shows its address: under its words where the link ends a block. */
function linkHtml(
  href: string,
  { label, last, boxed }: { label: string; last: boolean; boxed: boolean },
): string {
  const to = markdown.utils.escapeHtml(href);
  if (showsItself(href))
    return `<a href="${to}"${styleOf(href.startsWith('tel:') ? 'phone' : 'a')}>${label}</a>`;
  const address = `<span class="address"${styleOf('address')}>${addressOf(href)}</span>`;
  if (last && boxed) return `<a href="${to}" class="button"${styleOf('button')}>${label}</a><br>${address}`;
  if (last) return `<a href="${to}"${styleOf('a')}>${label}</a><br>${address}`;
  return `<a href="${to}"${styleOf('a')}>${label}</a> (${address})`;
}

/** The address without what every one begins with; a held tag becomes a call of `address`. */
function addressOf(href: string): string {
  return isHeld(href) ? AS_ADDRESS + href : breakable(markdown.utils.escapeHtml(shownAddress(href)));
}
