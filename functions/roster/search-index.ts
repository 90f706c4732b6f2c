import { z } from 'zod';
import { SHORTEST_WORD } from './search-words.ts';

/** So many filers are in one group at most: what is held in memory while a roster of any size is indexed. */
export const GROUP_FILERS = 50_000;

/** Where a group's words with the same first letters stand: offset and length in bytes. */
type Place = readonly [number, number];

/** What is read of an index first: where to read on. */
export interface Directory {
  readonly format: 1;
  /** Groups are in the order of filers' ids. */
  readonly groups: readonly {
    /** The id of the last filer. */
    readonly last: string;
    readonly places: Readonly<Record<string, Place>>;
  }[];
}

const directorySchema = z.object({
  format: z.literal(1),
  groups: z.array(
    z.object({ last: z.string(), places: z.record(z.string(), z.tuple([z.number(), z.number()])) }),
  ),
});

/** `null`: another version of Crier wrote it, or nobody. */
export function readDirectory(text: string): Directory | null {
  try {
    const read = directorySchema.safeParse(JSON.parse(text));
    return read.success ? (read.data as Directory) : null;
  } catch {
    return null;
  }
}

/** A group as it is written: lines of word, tab and filer's id, in the order of code units. */
export interface Group {
  readonly bytes: Uint8Array;
  readonly entry: Directory['groups'][number];
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
  finish(): Group {
    const lines = this.#lines.sort();
    const places: Record<string, [number, number]> = {};
    let offset = 0;
    for (const line of lines) {
      const length = Buffer.byteLength(line);
      const [start, before] = places[beginningOf(line)] ?? [offset, 0];
      places[beginningOf(line)] = [start, before + length];
      offset += length;
    }
    const group = { bytes: Buffer.from(lines.join('')), entry: { last: this.#last, places } };
    this.#lines = [];
    this.#filers = 0;
    return group;
  }
}

/** By which letters the directory leads to a word. */
export function beginningOf(word: string): string {
  return word.slice(0, SHORTEST_WORD);
}

/** The filers of whom some word begins so, of the lines of one place. */
export function filersIn(lines: string, beginning: string): Set<string> {
  const found = new Set<string>();
  for (const line of lines.split('\n')) {
    if (line.startsWith(beginning)) found.add(line.slice(line.indexOf('\t') + 1));
  }
  return found;
}
