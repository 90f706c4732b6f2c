import type HandlebarsWhole from 'handlebars';
import runtime from 'handlebars/runtime.js';
import type { WordingBlock } from '../lib/clean.ts';
import { MARKS } from './lay-out.ts';
import { styleOf } from './style.ts';

/** The package's own types leave the runtime empty. */
const { escapeExpression: htmlOf } = (runtime as typeof HandlebarsWhole).Utils;

/** A block of the court's wording as HTML. */
export function blockHtml(block: WordingBlock): string {
  const lines = (of: readonly string[]) => of.map(htmlOf).join('<br>');
  if (block.kind === 'paragraph') return `<p${styleOf('p')}>${lines(block.lines)}</p>`;
  const items = block.items.map((item) => `<li${styleOf('li')}>${lines(item)}</li>`).join('\n');
  if (block.first === null) return `<ul${styleOf('ul')}>${items}</ul>`;
  const start = block.first === 1 ? '' : ` start="${block.first}"`;
  return `<ol${start}${styleOf('ol')}>${items}</ol>`;
}

/** The same as text, marked for `layOut`. */
export function blockText(block: WordingBlock): string {
  if (block.kind === 'paragraph') return `\n${block.lines.join(MARKS.break)}\n`;
  const { first, items } = block;
  const marked = items.map((item, at) => {
    return (first === null ? '- ' : `${first + at}. `) + item.join(MARKS.break);
  });
  return `\n${marked.join('\n')}\n`;
}
