import * as z from 'zod';

/** The most filers in one group: what is held in memory while a roster of any size is indexed. */
export const GROUP_FILERS = 50_000;

/** The least size of a block of lines: what a search for a rare word reads of a group. */
const BLOCK_BYTES = 16 * 1024;

/** Offset and length in bytes. */
type Place = readonly [number, number];

const groupSchema = z.object({
  /** The id of the last filer. */
  last: z.string(),
  /** Bytes. */
  size: z.number(),
  /** Each block's first word and the block's offset in bytes, in the order of words. */
  blocks: z.array(z.tuple([z.string(), z.number()])),
});
/** What the directory knows of a group. */
export type GroupEntry = z.infer<typeof groupSchema>;

/** Groups are in the order of filers' ids. Format 2 has the filers' names too, as `name-order.ts` writes them. */
const directorySchema = z.object({
  format: z.union([z.literal(1), z.literal(2)]),
  groups: z.array(groupSchema),
});
/** What is read of an index first: where to read on. */
export type Directory = z.infer<typeof directorySchema>;

/** Reads a directory; `null` when it isn't one of this format. */
export function readDirectory(text: string): Directory | null {
  try {
    const read = directorySchema.safeParse(JSON.parse(text));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}

/** A group as it is written: lines of word, tab and filer's id, in the order of code units. */
export interface Group {
  readonly bytes: Uint8Array;
  readonly entry: GroupEntry;
}

/** Collects the words of a group's filers. Filers come in the order of their ids. */
export class GroupBuilder {
  #lines: string[] = [];
  #last = '';
  #filers = 0;

  get filers(): number {
    return this.#filers;
  }

  add(filerId: string, words: readonly string[]): void {
    for (const word of words) this.#lines.push(`${word}\t${filerId}\n`);
    this.#last = filerId;
    this.#filers++;
  }

  /** The group so far; begins the next one. */
  finish(blockBytes = BLOCK_BYTES): Group {
    const lines = this.#lines.sort();
    const blocks: [string, number][] = [];
    let size = 0;
    for (const line of lines) {
      const [, begun] = blocks.at(-1) ?? ['', Number.NEGATIVE_INFINITY];
      if (size - begun >= blockBytes) blocks.push([wordIn(line), size]);
      size += Buffer.byteLength(line);
    }
    const group = { bytes: Buffer.from(lines.join('')), entry: { last: this.#last, size, blocks } };
    this.#lines = [];
    this.#filers = 0;
    return group;
  }
}

function wordIn(line: string): string {
  return line.slice(0, line.indexOf('\t'));
}

/** Where a group holds all words that begin so, with few others; `null`: it holds none. */
export function placeOf({ size, blocks }: GroupEntry, beginning: string): Place | null {
  // The block before the first that begins so may end with such words.
  const later = blocks.findIndex(([word]) => word >= beginning);
  const from = blocks[later === -1 ? blocks.length - 1 : Math.max(0, later - 1)];
  const end = blocks.find(([word]) => word > beginning && !word.startsWith(beginning))?.[1] ?? size;
  return from && from[1] < end ? [from[1], end - from[1]] : null;
}

/** The filers of whom some word begins so, of the lines of one place. */
export function filersIn(lines: string, beginning: string): Set<string> {
  const found = new Set<string>();
  for (const line of lines.split('\n')) {
    if (line.startsWith(beginning)) found.add(line.slice(line.indexOf('\t') + 1));
  }
  return found;
}
