import * as z from 'zod';

/**
 * The most filers in one group: what is held in memory while a roster of any size is indexed. A filer has some 600 bytes of
 * words and 300 in lists, and the embedded cloud's S3 takes objects of 10 MB.
 */
export const GROUP_FILERS = { words: 10_000, lists: 20_000 } as const;

/** The least size of a block of lines: what a search for a rare word reads of a group. */
const BLOCK_BYTES = 16 * 1024;

/** Offset and length in bytes. */
export type Place = readonly [number, number];

const groupSchema = z.object({
  /** Bytes. */
  size: z.number(),
  /** The first word of each block and the block's offset in bytes, in the order of words. */
  blocks: z.array(z.tuple([z.string(), z.number()])),
});
/** What the directory knows about a group. */
export type GroupEntry = z.infer<typeof groupSchema>;

/** Earlier formats had no names beside the words. */
const directorySchema = z.object({ format: z.literal(3), groups: z.array(groupSchema) });
/** What is read of an index first: where to read on. Lines are a word, a tab and the place of a filer by name. */
export type Directory = z.infer<typeof directorySchema>;

/** Lines of the earlier format had no marks. */
const listsSchema = z.object({
  format: z.literal(2),
  /** The day of the pivot by which states were decided; `null`: none was announced. */
  pivotDate: z.string().nullable(),
  /** `LIST_ORDER` when they were made. */
  order: z.string(),
  groups: z.array(groupSchema),
});
/** The directory of a version's lists of filers. Lines are places in lists with marks, see `filer-lists.ts`. */
export type Lists = z.infer<typeof listsSchema>;

/** Reads a directory; `null` when it isn't one of this format. */
export function readDirectory(text: string): Directory | null {
  return parsed(text, directorySchema);
}

/** Reads a directory of lists; `null` when it isn't one of this format. */
export function readLists(text: string): Lists | null {
  return parsed(text, listsSchema);
}

function parsed<Content>(text: string, schema: z.ZodType<Content>): Content | null {
  try {
    return schema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

/** A group as it is written: its lines in the order of code units. */
export interface Group {
  readonly bytes: Uint8Array;
  readonly entry: GroupEntry;
}

/** Collects the lines of a group's filers. */
export class GroupBuilder {
  #lines: string[] = [];
  #filers = 0;

  get filers(): number {
    return this.#filers;
  }

  /** Adds the lines of a filer, each without its end. */
  add(lines: readonly string[]): void {
    for (const line of lines) this.#lines.push(`${line}\n`);
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
    const group = { bytes: Buffer.from(lines.join('')), entry: { size, blocks } };
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

/** The filers of whom some word begins so, of the lines of one place: their places by name. */
export function filersIn(lines: string, beginning: string): Set<string> {
  const found = new Set<string>();
  for (const line of lines.split('\n')) {
    if (line.startsWith(beginning)) found.add(line.slice(line.indexOf('\t') + 1));
  }
  return found;
}

/**
 * Where the blocks of a group are from a line on, nearest first, several in a row together.
 * @param isUp Toward the end; otherwise toward the beginning. @param bytes About how much is read first: each time four
 * times as much. @default one block each time
 */
export function* blocksFrom(
  { size, blocks }: GroupEntry,
  line: string,
  { isUp, bytes = 0 }: { isUp: boolean; bytes?: number },
): Generator<Place> {
  // A word may fill several blocks, and the block before the first that begins with it may end with it.
  const word = wordIn(`${line}\t`);
  const later = blocks.findIndex(([first]) => (isUp ? first >= word : first > word));
  const at = later === -1 ? blocks.length - 1 : Math.max(0, later - 1);
  const endOf = (block: number) => blocks[block + 1]?.[1] ?? size;
  const step = isUp ? 1 : -1;
  let wanted = bytes;
  for (let block = at; block >= 0 && block < blocks.length; block += step) {
    let [begin, end] = [blocks[block]![1], endOf(block)];
    while (end - begin < wanted && blocks[block + step]) {
      block += step;
      [begin, end] = isUp ? [begin, endOf(block)] : [blocks[block]![1], end];
    }
    yield [begin, end - begin];
    wanted *= 4;
  }
}
