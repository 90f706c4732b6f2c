import { remembered } from '../lib/remembered.ts';
import { unmark } from './markdown/line-marks.ts';
import { type LeftOver, readBlocks } from './read-blocks.ts';

/** Addresses may have underscores and stars of their own. */
const ADDRESS = /\S+@\S+|(?:https?:\/\/)?[\w-]+(?:\.[\w-]+)+(?:\/[^\s<>]*)?/g;

/** What Markdown, a template or a missing value leaves behind. */
const LEFT: readonly RegExp[] = [
  /\{\{|\}\}/,
  /<\/?[a-z][a-z0-9]*(?:\s[^<>]*)?\/?>/i,
  /&(?:[a-z]+|#\d+);/i,
  /\bundefined\b|\bnull\b|\bNaN\b|\[object/,
  /`|~~|:::|\]\s?\(/,
  /\*+(?=[^\s*])|(?<=[^\s*])\*+|(?<![\p{L}\p{N}_])_+(?=[^\s_])|(?<=[^\s_])_+(?![\p{L}\p{N}_])/u,
  /\\(?=\n|$)/,
  /^#{1,6}(?=[\sA-Za-z])/m,
  /[\ue0f0-\uf8ff]/,
  // As where a value ends in the mark that follows it: `at 5:00 p.m..`
  /(?<!\.)\.\.(?!\.)|,,/,
];

const OUTSIDE = 'an item of a list is outside its list';
/** What only HTML shows: in the text part, such spaces and signs can be a line's layout. */
const IN_BLOCKS: readonly [pattern: RegExp, message: string, element?: RegExp][] = [
  // A line alone has none: `clean` takes them out.
  [/(?<=\S) {2,}(?=\S)/, 'a double space is left in the output', /^(?!line$)/],
  [/ (?=[.,;:!?](?:\s|$))/, 'a space is left before a punctuation mark'],
  [/^\s*[-+*•]\s/, OUTSIDE, /^p$/],
  [/(?<=\n)[-+*•]\s/, OUTSIDE],
  // Lines that are all numbered by hand are no list that has broken.
  [/^(?!\s*\d{1,2}[.)]\s)[\s\S]*?\n\d{1,2}[.)]\s/, OUTSIDE],
  [/^\s*0\./, 'a heading has the number of a step that its reader does not have', /^h\d$/],
];

/** Finds what is left over in renderings. Most share their lines, so each line is searched only once. */
export function leftOverFinder() {
  const inLine = remembered(leftInLine);
  const inBlocksOf = remembered((name) => remembered((text) => leftInBlock(text, name)));
  const inBlock = (name: string, text: string) => inBlocksOf(name)(text);
  return {
    /** In a line that is shown alone, such as a subject. */
    inLine: (line: string): LeftOver[] => inBlock('line', line),
    /** In plain text. */
    inText: (text: string): LeftOver[] => {
      let last: number | null = null;
      return text.split('\n').flatMap((line) => {
        const found = inLine(line).map((left) => ({ ...left, number: left.number ?? last }));
        last = unmark(line).numberAt(line.length) ?? last;
        return found;
      });
    },
    /** In HTML, and what in it is empty, cut or misplaced. */
    inHtml: (html: string): LeftOver[] => {
      const { blocks, problems } = readBlocks(html);
      return [...problems, ...blocks.flatMap(({ name, text }) => inBlock(name, text))];
    },
  };
}

function leftInLine(line: string): LeftOver[] {
  const { text, numberAt } = unmark(line);
  const words = text.replaceAll(ADDRESS, (address) => '0'.repeat(address.length));
  return LEFT.flatMap((pattern) => {
    const found = pattern.exec(words);
    if (!found) return [];
    const message = `"${found[0]}" is left in the output`;
    return [{ message, excerpt: around(text, found.index), number: numberAt(found.index) }];
  });
}

/** @param name of the block's element */
function leftInBlock(block: string, name: string): LeftOver[] {
  const { text, numberAt } = unmark(block);
  const found = IN_BLOCKS.flatMap(([pattern, message, element]) => {
    const match = element && !element.test(name) ? null : pattern.exec(text);
    if (!match) return [];
    // A line's mark is behind the sign or the number of an item.
    const end = match.index + match[0].length;
    return [{ message, excerpt: around(text, end), number: numberAt(end) }];
  });
  return [...leftInLine(block), ...found];
}

/** A few words before and after a place. */
function around(text: string, at: number): string {
  return text
    .slice(Math.max(0, at - 24), at + 24)
    .replaceAll('\n', ' ')
    .trim();
}
