import { closestMatch } from 'leven';
import type { Placeholder } from '../../../campaigns/campaign.ts';
import { leftOverFinder } from '../left-overs.ts';
import { rawHtml } from './check-markdown.ts';
import { linkProblems } from './check-own-link.ts';
import type { Found } from './found.ts';
import { markLines } from './line-marks.ts';
import { linkAt, type Token } from './markdown.ts';
import { normalized, parseOwn } from './own-text.ts';
import { held } from './pieces.ts';
import { markdownHtml } from './to-html.ts';

/** What a court's own text may hold. */
interface Allowed {
  /** Where links may lead, such as `uscourts.gov`. */
  readonly domains: readonly string[];
  readonly placeholders: ReadonlyMap<string, Placeholder>;
}

const BLOCKS = new Set(['paragraph', 'bullet_list', 'ordered_list', 'list_item', 'inline']);
const INLINES = new Set(['text', 'hardbreak', 'strong', 'em', 'link', 'text_special']);

/** Of a table, the table itself is the problem. */
const PARTS = new Set(['thead', 'tbody', 'tr', 'th', 'td']);

/** What people call what they have typed, where it isn't allowed. */
const NAMES: Readonly<Record<string, string>> = {
  heading: 'a heading (# at the start of a line, or a line of dashes below it)',
  blockquote: 'a quotation (> at the start of a line)',
  hr: 'a ruled line',
  code_block: 'code (a line that starts with four spaces)',
  fence: 'code (```)',
  code_inline: 'code (`)',
  table: 'a table',
  image: 'a picture',
  s: 'text that is crossed out (~~)',
};

/** Everything that is wrong with a court's own text, each as a clause that starts with "must". */
export function checkOwnText(source: string, allowed: Allowed): Found[] {
  const text = normalized(source);
  const piece = held(text);
  const tagProblems = checkTags(text, allowed);
  const problems = [
    ...rawHtml(text).map(({ line, message }) => {
      return { line, message: `must not have HTML: ${message.slice(message.indexOf('"'))}` };
    }),
    ...tagProblems,
    ...(tagProblems.length > 0 ? [] : tokensOf(parseOwn(piece.text), { ...allowed, tags: piece.tags })),
  ].sort((one, other) => one.line - other.line);
  return problems.length > 0 ? problems : leftOvers(text);
}

/** What would be left over, empty or cut where it is shown: the rules of the build for the built-in texts. */
function leftOvers(text: string): Found[] {
  // A sign behind a backslash is meant to be shown.
  const marked = markLines(text, (line) => line).replaceAll(/\\[!-/:-@[-`{-~]/g, 'x');
  const html = markdownHtml(held(marked), { parse: parseOwn }).replaceAll(/\{\{[^{}]*\}\}/g, 'x');
  return leftOverFinder()
    .inHtml(html)
    .map(({ message, excerpt, number }) => {
      return {
        line: number ?? 1,
        message: `must be without what readers should not see: ${message}: "${excerpt}"`,
      };
    });
}

function checkTags(text: string, { placeholders }: Allowed): Found[] {
  return text.split('\n').flatMap((row, index) => {
    const line = index + 1;
    const tags = row.match(/\{\{[^{}]*\}\}/g) ?? [];
    const rest = row.replaceAll(/\{\{[^{}]*\}\}/g, '');
    return [
      ...tags.flatMap((tag) => checkTag(tag, placeholders).map((message) => ({ line, message }))),
      ...(/\{\{|\}\}/.test(rest) || /\{{3}|\}{3}/.test(row)
        ? [{ line, message: 'must close each placeholder: write {{, its name, and }}' }]
        : []),
      ...(/^\s*:::/.test(row) ? [{ line, message: 'must not have a line that starts with ":::"' }] : []),
    ];
  });
}

function checkTag(tag: string, placeholders: Allowed['placeholders']): string[] {
  const name = tag.slice(2, -2);
  if (placeholders.has(name)) return [];
  if (/^\s*[#/^>!&~*]|^\s*else\b/.test(name))
    return [`must not have conditions or other logic, only placeholders: "${tag}"`];
  const names = [...placeholders.keys()];
  const meant = closestMatch(name.trim(), names, { maxDistance: Math.ceil(name.length / 2) });
  return [
    `must name a placeholder from the list: "${tag}" is not on it${meant ? `. Did you mean "{{${meant}}}"?` : ''}`,
  ];
}

function tokensOf(tokens: readonly Token[], allowed: Allowed & { tags: readonly string[] }): Found[] {
  const found: Found[] = [];
  let line = 1;
  for (const token of tokens) {
    line = token.map ? token.map[0] + 1 : line;
    const say = (message: string) => found.push({ line, message });
    if (token.nesting >= 0) notShown(token, BLOCKS).forEach(say);
    if (token.type === 'inline') inlineProblems(token.children ?? [], allowed).forEach(say);
  }
  return found;
}

function notShown({ type }: Token, shown: ReadonlySet<string>): string[] {
  const name = type.replace(/_(open|close)$/, '');
  return shown.has(name) || PARTS.has(name)
    ? []
    : [`must not have ${NAMES[name] ?? name.replaceAll('_', ' ')}`];
}

function inlineProblems(tokens: readonly Token[], allowed: Allowed & { tags: readonly string[] }): string[] {
  // Characters that a backslash made to stand for themselves could together read as a placeholder.
  const shown = tokens.map(({ content }) => content).join('');
  return [
    ...tokens.flatMap((token, at) => {
      if (token.nesting < 0) return [];
      if (token.type === 'link_open') return linkProblems(linkAt(tokens, at), { token, ...allowed });
      if (token.type === 'text_special' && token.info === 'entity')
        return [`must have the character itself in the place of "${token.markup}"`];
      return notShown(token, INLINES);
    }),
    ...(/\{\{|\}\}/.test(shown) ? ['must not have {{ or }} besides placeholders'] : []),
    ...emphasisProblems(tokens),
  ];
}

/** Stars and underscores that begin or end bold or italics, with nothing that matches them. */
function emphasisProblems(tokens: readonly Token[]): string[] {
  const text = tokens
    .map(({ type, content }) => (type === 'text' ? content : type === 'hardbreak' ? '\n' : '\ue000'))
    .join('');
  const mark =
    /\*+(?=[^\s*])|(?<=[^\s*])\*+|(?<![\p{L}\p{N}_])_+(?=[^\s_])|(?<=[^\s_])_+(?![\p{L}\p{N}_])/u.exec(
      text,
    )?.[0];
  return mark ? [`must close each "${mark}": write **bold** or *italics*, or \\* for a plain star`] : [];
}
