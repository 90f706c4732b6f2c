import type { Found } from './found.ts';
import { parseMarkdown, type Token } from './markdown.ts';
import { isHeld, piecesOf } from './pieces.ts';

/** What both outputs can show; a text part has no pictures or tables. */
const BLOCKS = new Set(['paragraph', 'heading', 'bullet_list', 'ordered_list', 'list_item', 'inline']);
const INLINES = new Set(['text', 'softbreak', 'hardbreak', 'strong', 'em', 'link', 'text_special']);

/**
 * Finds Markdown that the emails can't show, raw HTML, and links to strange places.
 *
 * @param domains where links may lead, such as `uscourts.gov`
 */
export function checkMarkdown(text: string, domains: readonly string[]): Found[] {
  return [
    ...rawHtml(text),
    ...piecesOf(text).flatMap((piece) =>
      piece.kind === 'markdown'
        ? parseMarkdown(piece.text).flatMap((token) => problemsOf(token, { domains, offset: piece.line }))
        : [],
    ),
  ];
}

/** Finds tags, which no text of an email may have. */
export function rawHtml(text: string): Found[] {
  return text.split('\n').flatMap((line, index) => {
    const tag = /<\/?[a-z][a-z0-9]*(\s[^>]*)?\/?>/i.exec(line)?.[0];
    return tag ? [{ line: index + 1, message: `HTML isn't allowed, write Markdown: "${tag}"` }] : [];
  });
}

function problemsOf(
  token: Token,
  { domains, offset }: { domains: readonly string[]; offset: number },
): Found[] {
  const line = offset + (token.map?.[0] ?? 0);
  const found: Found[] = [];
  const name = token.type.replace(/_(open|close)$/, '');
  if (!BLOCKS.has(name) && token.nesting >= 0)
    found.push({ line, message: `an email cannot show a ${name.replaceAll('_', ' ')}` });
  for (const child of token.children ?? []) {
    const inline = child.type.replace(/_(open|close)$/, '');
    if (!INLINES.has(inline) && child.nesting >= 0)
      found.push({ line, message: `an email cannot show a ${inline.replaceAll('_', ' ')}` });
    const href = String(child.attrGet('href') ?? '');
    if (child.type === 'link_open' && !mayLead(href, domains))
      found.push({ line, message: `a link must lead to ${domains.join(' or ')} by https: "${href}"` });
  }
  return found;
}

/** A link from a value of the plan was checked with the plan. */
export function mayLead(href: string, domains: readonly string[]): boolean {
  if (isHeld(href) || /^(mailto|tel):[\ue100-\uf8ff]$/.test(href)) return true;
  if (/^tel:[\d-]+$/.test(href)) return true;
  const host = /^mailto:[^@?]+@([^@?]+)$/.exec(href)?.[1] ?? hostOf(href);
  return domains.some((domain) => host === domain || host?.endsWith(`.${domain}`));
}

function hostOf(href: string): string | undefined {
  return href.startsWith('https:') && URL.canParse(href) ? new URL(href).hostname : undefined;
}
