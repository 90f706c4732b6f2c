import { NumberColumn } from './hash-index.ts';

/** Of a repeated key this many rows are named, however many there are. */
const MAX_NAMED = 10;
const NONE = -1;

/** What a row came to, once all rows are known. */
export type RowOutcome =
  | { readonly outcome: 'taken' }
  /** An earlier row says the same. */
  | { readonly outcome: 'repeated'; readonly first: number }
  /** Rows of one key that say different things: none is taken. `rows` are the first of them, `of` counts all. */
  | { readonly outcome: 'conflict'; readonly rows: readonly number[]; readonly of: number };

/** Of each filer the second and further rows: linked lists in a few columns of numbers. */
export class RepeatedRows {
  /** By filer: the last entry. */
  readonly #last = new NumberColumn((length) => new Int32Array(length), NONE);
  /** By entry: its row, and the filer's entry before it. */
  readonly #row = new NumberColumn((length) => new Uint32Array(length), 0);
  readonly #before = new NumberColumn((length) => new Int32Array(length), NONE);
  #size = 0;

  /** Notes a row of a filer. @param repeat `isNth`: counts the filer's rows, from 2 on. */
  note(id: number, { row, isNth }: { row: number; isNth: number }): void {
    if (isNth > MAX_NAMED) return;
    this.#row.set(this.#size, row);
    this.#before.set(this.#size, this.#last.get(id));
    this.#last.set(id, this.#size++);
  }

  /** The noted rows of a filer, in the file's order. */
  of(id: number): number[] {
    const rows: number[] = [];
    for (let at = this.#last.get(id); at !== NONE; at = this.#before.get(at)) rows.unshift(this.#row.get(at));
    return rows;
  }
}
