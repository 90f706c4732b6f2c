import { NumberColumn } from '../hash-index.ts';
import type { Archive } from './open-zip.ts';
import { readXml, type XmlHandler } from './read-xml.ts';
import { Unreadable } from './unreadable.ts';

/** The texts that a workbook's cells share, by their number. */
export interface SharedTexts {
  /** `null` for a number that no text has. */
  at(index: number): string | null;
}

/** Texts of a whole workbook, in UTF-8: a large roster has some 20 MB of them. */
export const MAX_TEXT_MB = 64;
/** A cell that is longer is told; what comes after is never kept. */
export const MAX_CELL = 10_000;
const MAX_TEXTS = 3_000_000;

/** Reads the shared texts; as bytes they take a third of what strings would. */
export async function sharedTexts(archive: Archive, path: string | null): Promise<SharedTexts> {
  const store = new TextStore();
  let item: CellText | null = null;
  const handler: XmlHandler = {
    open: (name) => {
      if (name === 'si') item = new CellText();
      else item?.open(name);
    },
    text: (text) => item?.text(text),
    close: (name) => {
      if (name !== 'si') return item?.close(name);
      store.add(item?.value ?? '');
      item = null;
    },
  };
  if (path) await readXml(archive.read(path), handler);
  return store;
}

/** The text of a cell or a shared text: what is in `t`, plain or in runs, but not how to pronounce it. */
export class CellText {
  #value = '';
  #isText = false;
  #isPhonetic = false;

  get value(): string {
    return unescaped(this.#value);
  }

  open(name: string): void {
    if (name === 'rPh') this.#isPhonetic = true;
    if (name === 't') this.#isText = !this.#isPhonetic;
  }

  text(text: string): void {
    if (this.#isText && this.#value.length <= MAX_CELL) this.#value += text.slice(0, MAX_CELL + 1);
  }

  close(name: string): void {
    if (name === 'rPh') this.#isPhonetic = false;
    if (name === 't') this.#isText = false;
  }
}

/** Characters that XML can't hold are written `_x000D_` in a workbook. */
export function unescaped(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}

/** Texts are kept in pieces of this size: one large buffer would be copied whenever it grows. */
const PIECE_BYTES = 1024 * 1024;

class TextStore implements SharedTexts {
  readonly #pieces: Buffer[] = [];
  /** By text: where it begins, counted through all pieces, and how many bytes it has. */
  readonly #starts = new NumberColumn((length) => new Uint32Array(length), 0);
  readonly #lengths = new NumberColumn((length) => new Uint32Array(length), 0);
  #size = 0;
  #used = 0;

  at(index: number): string | null {
    if (!(index < this.#size)) return null;
    const length = this.#lengths.get(index);
    // It may be at the end of the last piece, or before the first.
    if (length === 0) return '';
    const start = this.#starts.get(index);
    const piece = this.#pieces[Math.floor(start / PIECE_BYTES)];
    const from = start % PIECE_BYTES;
    return piece?.toString('utf8', from, from + length) ?? null;
  }

  add(text: string): void {
    if (this.#size >= MAX_TEXTS) {
      throw new Unreadable(`a workbook of more than ${MAX_TEXTS.toLocaleString('en-US')} texts`);
    }
    // A character takes at most three bytes of UTF-8 for each of its units.
    const left = this.#pieces.length * PIECE_BYTES - this.#used;
    if (left < 3 * text.length) this.#grow();
    const from = this.#used % PIECE_BYTES;
    const length = this.#pieces.at(-1)?.write(text, from) ?? 0;
    this.#starts.set(this.#size, this.#used);
    this.#lengths.set(this.#size++, length);
    this.#used += length;
  }

  #grow(): void {
    if (this.#pieces.length >= MAX_TEXT_MB) {
      throw new Unreadable(`a workbook of more than ${MAX_TEXT_MB} MB of text`);
    }
    this.#used = this.#pieces.length * PIECE_BYTES;
    this.#pieces.push(Buffer.allocUnsafe(PIECE_BYTES));
  }
}
