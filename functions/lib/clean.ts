/** The most that an email shows of a name; longer ones end in an ellipsis. */
const NAME_LENGTH = 80;

/**
 * Makes a value fit to stand in one line: without control characters, line breaks, marks that turn the
 * reading direction, and the private-use characters that mark a letter's layout.
 */
export function clean(value: string): string {
  return value
    .toWellFormed()
    .normalize('NFC')
    .replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .replaceAll(/[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffd\p{Co}]/gu, '')
    .trim();
}

/** A person's or firm's name, cleaned and of bearable length. */
export function cleanName(value: string): string {
  const characters = [...clean(value)];
  return characters.length > NAME_LENGTH
    ? `${characters.slice(0, NAME_LENGTH).join('').trim()}…`
    : characters.join('');
}

/** A part of the clerk's wording: a paragraph by its lines, or a list by its items' lines. */
export type WordingBlock =
  | { readonly kind: 'paragraph'; readonly lines: readonly string[] }
  | {
      readonly kind: 'list';
      /** Of its first item; `null`: its items have no numbers. */
      readonly first: number | null;
      readonly items: readonly (readonly string[])[];
    };

/** How a typed list's items begin: `- `, `* `, `• `, `1. `, `1) `. */
const ITEM = /^(?:[-*•–]|(\d{1,2})[.)]) +(?=\S)/;

/** The clerk's wording as it was typed: a blank line parts paragraphs, and a line break is kept. */
export function blocksOf(value: string | undefined): WordingBlock[] {
  return (value ?? '').split(/\r?\n\s*\r?\n/).flatMap(blocksIn);
}

function blocksIn(paragraph: string): WordingBlock[] {
  const blocks: { kind: 'paragraph' | 'list'; first: number | null; items: string[][] }[] = [];
  for (const line of paragraph.split(/\r?\n/).map(clean)) {
    if (line === '') continue;
    const mark = ITEM.exec(line);
    const last = blocks.at(-1);
    if (!mark) {
      if (last) last.items.at(-1)!.push(line);
      else blocks.push({ kind: 'paragraph', first: null, items: [[line]] });
      continue;
    }
    const number = mark[1] === undefined ? null : Number(mark[1]);
    const text = line.slice(mark[0].length);
    const next = last?.kind === 'list' && last.first !== null ? last.first + last.items.length : null;
    if (last?.kind === 'list' && next === number) last.items.push([text]);
    else blocks.push({ kind: 'list', first: number, items: [[text]] });
  }
  return blocks.map(({ kind, first, items }) =>
    kind === 'list' ? { kind, first, items } : { kind, lines: items[0]! },
  );
}

/** A text as a reader sees it: cleaned as emails are, without invisible characters, in plain letters and digits. */
export function asRead(text: string): string {
  return clean(text)
    .replaceAll(/\p{Default_Ignorable_Code_Point}/gu, '')
    .normalize('NFKC');
}
