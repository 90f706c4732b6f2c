/**
 * Marks of two private-use characters that carry the number of a source's line through Markdown and templates, so that
 * a fault in what was rendered can be traced to its line. They are apart from those that hold tags.
 */
const FIRST = 0xe000;
const BASE = 0xf0;
const MARK = /[\ue000-\ue0ef]{2}/g;

/** What is before a line's own text: a list's bullets and numbers, a heading's signs. */
const LINE = /^(\s*(?:(?:[-*+]|\d{1,9}[.)])\s+|#{1,6}\s+)*)(\S.*)$/;
/** Lines that are no text: tags alone, the borders of boxes and sections, ruled lines, fences, signs of a list alone. */
const NO_TEXT = /^\s*(?:(?:\{\{[^{}]*\}\}\s*)+|:::.*|[-=*_ ]{3,}|```.*|[-*+=#]+|\d{1,9}[.)])\s*$/;

/** Puts a mark before the text of each line. @param numberOf what the mark carries, below 57,600 */
export function markLines(source: string, numberOf: (line: number) => number): string {
  let open = 0;
  return source
    .split('\n')
    .map((text, index) => {
      const isInTag = open > 0;
      open += text.split('{{').length - text.split('}}').length;
      const [, before, rest] = isInTag || NO_TEXT.test(text) ? [] : (LINE.exec(text) ?? []);
      return rest === undefined ? text : `${before}${markOf(numberOf(index + 1))}${rest}`;
    })
    .join('\n');
}

/** A mark that carries a number below 57,600. */
export function markOf(number: number): string {
  return String.fromCharCode(FIRST + Math.floor(number / BASE), FIRST + (number % BASE));
}

/** A text without its marks, and the number that the mark before a place of it carries. */
export interface Unmarked {
  readonly text: string;
  readonly numberAt: (offset: number) => number | null;
}

/** Takes the marks out of a text. */
export function unmark(marked: string): Unmarked {
  const marks: { readonly offset: number; readonly number: number }[] = [];
  const text = marked.replaceAll(MARK, (mark, at: number) => {
    const number = (mark.charCodeAt(0) - FIRST) * BASE + mark.charCodeAt(1) - FIRST;
    marks.push({ offset: at - 2 * marks.length, number });
    return '';
  });
  return { text, numberAt: (offset) => marks.findLast((mark) => mark.offset <= offset)?.number ?? null };
}
