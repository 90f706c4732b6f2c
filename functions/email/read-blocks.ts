import { Parser } from 'htmlparser2';
import { unmark } from './markdown/line-marks.ts';

/** Something in a rendered text that no reader should see. */
export interface LeftOver {
  readonly message: string;
  /** The words around it. */
  readonly excerpt?: string;
  /** The number of the line mark before it, where the source has marks. */
  readonly number: number | null;
}

const INLINE: ReadonlySet<string> = new Set(['a', 'em', 'span', 'strong']);
const INLINE_TAGS = [...INLINE].map(
  (name) => [name, new RegExp(`<${name}[\\s>]`, 'g'), new RegExp(`</${name}>`, 'g')] as const,
);
/** Most of a message's HTML, of which nothing is read here. */
const STYLE = / style="[^"]*"/g;
const VOID: ReadonlySet<string> = new Set(['br', 'hr', 'meta', 'wbr']);
const LISTS: ReadonlySet<string> = new Set(['ol', 'ul']);
/** Elements that must have text, and what people call them. */
const FILLED: Readonly<Record<string, string>> = {
  ...{
    h1: 'heading',
    h2: 'heading',
    h3: 'heading',
    p: 'paragraph',
    li: 'item of a list',
    ol: 'list',
    ul: 'list',
  },
  ...{ div: 'box', a: 'link', strong: 'bold text', em: 'italic text' },
};
/** Elements that end what a heading is above. */
const BORDERS: ReadonlySet<string> = new Set(['main', 'body']);

/** A run of text, with line marks, and its innermost element that isn't inline. */
interface Block {
  readonly name: string;
  readonly text: string;
}

interface Element {
  readonly name: string;
  hasText: boolean;
}

/** Reads HTML as its blocks of text, and says which elements are empty, cut or misplaced. */
export function readBlocks(html: string): { readonly blocks: Block[]; readonly problems: LeftOver[] } {
  const blocks: Block[] = [];
  const problems: LeftOver[] = [];
  const open: Element[] = [{ name: 'p', hasText: false }];
  let text = '';
  let number: number | null = null;
  /** The heading that nothing has followed yet, and where it is. */
  let heading: { readonly level: number; readonly number: number | null } | null = null;
  /** The list that ended last, with nothing but its end before this place. */
  let listBefore: string | null = null;
  /** The number that a list after the last one may start with. */
  let next = 1;
  /** The end of the text before this place. */
  let before = '';
  const say = (message: string, at = number) => problems.push({ message, excerpt: before, number: at });
  const flush = () => {
    if (text.trim() !== '') blocks.push({ name: open.findLast(({ name }) => !INLINE.has(name))!.name, text });
    text = '';
  };
  const closeHeading = (level: number) => {
    if (heading && level <= heading.level) say('a heading has nothing below it', heading.number);
    heading = null;
  };

  const parser = new Parser({
    onopentag: (name, { start }) => {
      if (name === 'br') text += '\n';
      if (VOID.has(name)) return;
      if (!INLINE.has(name)) flush();
      const level = Number(/^h([1-6])$/.exec(name)?.[1] ?? 0);
      if (level > 0) {
        closeHeading(level);
        next = 1;
      }
      if (LISTS.has(name)) {
        if (listBefore === name) say('a list is cut in two');
        const first = Number(start ?? 1);
        if (name === 'ol' && first !== 1 && first !== next) say(`a list starts at ${first}`);
        if (name === 'ol') next = first;
      }
      if (name === 'li' && !LISTS.has(open.at(-1)!.name)) say('an item of a list is outside its list');
      if (name === 'li' && open.at(-1)!.name === 'ol') next += 1;
      listBefore = null;
      open.push({ name, hasText: false });
    },
    ontext: (piece) => {
      if (open.some(({ name }) => name === 'style' || name === 'title')) return;
      text += piece;
      const { text: shown, numberAt } = unmark(piece);
      number = numberAt(shown.length) ?? number;
      if (shown.trim() === '') return;
      before = shown.trim().slice(-40).replaceAll('\n', ' ');
      for (const element of open) element.hasText = true;
      listBefore = null;
      if (!open.some(({ name }) => /^h[1-6]$/.test(name))) heading = null;
    },
    onclosetag: (name, isImplied) => {
      if (VOID.has(name)) return;
      if (!INLINE.has(name)) flush();
      if (isImplied) say(`a <${name}> is not closed`);
      const { hasText } = open.pop()!;
      const what = FILLED[name];
      if (!hasText && what) say(`${what.startsWith('i') ? 'an' : 'a'} ${what} is empty`);
      if (LISTS.has(name)) listBefore = name;
      const level = Number(/^h([1-6])$/.exec(name)?.[1] ?? 0);
      if (level > 0) heading = { level, number };
      if (BORDERS.has(name)) closeHeading(0);
    },
  });
  parser.end(html.replaceAll(STYLE, ''));
  flush();
  for (const [name, opening, closing] of INLINE_TAGS) {
    const count = (pattern: RegExp) => html.match(pattern)?.length ?? 0;
    if (count(opening) < count(closing)) say(`a </${name}> closes nothing`);
  }
  return { blocks, problems };
}
