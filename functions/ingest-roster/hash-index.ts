import { hash } from 'node:crypto';

const FIRST_SLOTS = 1024;
/** Beyond this share of slots in use, look-ups get long. */
const FULLEST = 0.7;

type Numbers = Int32Array | Uint32Array | Uint8Array;

/** Numbers by position, in one piece of memory that grows by doubling. */
export class NumberColumn<Values extends Numbers> {
  readonly #make: (length: number) => Values;
  readonly #blank: number;
  #values: Values;

  /** @param blank The value of positions at which nothing was set. */
  constructor(make: (length: number) => Values, blank: number) {
    this.#make = make;
    this.#blank = blank;
    this.#values = make(FIRST_SLOTS);
    this.#values.fill(blank);
  }

  get(position: number): number {
    return this.#values[position] ?? this.#blank;
  }

  set(position: number, value: number): void {
    if (position >= this.#values.length) this.#grow(position);
    this.#values[position] = value;
  }

  #grow(position: number): void {
    const grown = this.#make(Math.max(position + 1, 2 * this.#values.length));
    grown.set(this.#values as never);
    grown.fill(this.#blank, this.#values.length);
    this.#values = grown;
  }
}

/**
 * Numbers keys from 0 on, in the order in which they first come. A key is 64 bits of a hash: at a million keys two
 * different ones are the same with a chance of 3 in 100 million. It holds 12 bytes a key and its slots, and no strings.
 */
export class HashIndex {
  #slots = new Int32Array(FIRST_SLOTS);
  readonly #high = new NumberColumn((length) => new Uint32Array(length), 0);
  readonly #low = new NumberColumn((length) => new Uint32Array(length), 0);
  #size = 0;

  get size(): number {
    return this.#size;
  }

  /** @returns the key's number, -1 when it isn't there. */
  find(key: HashKey): number {
    return (this.#slots[this.#slotOf(key)] ?? 0) - 1;
  }

  /** @returns the key's number, a new one when it wasn't there. */
  add(key: HashKey): number {
    if (this.#size >= FULLEST * this.#slots.length) this.#rehash();
    const slot = this.#slotOf(key);
    const found = this.#slots[slot] ?? 0;
    if (found > 0) return found - 1;
    this.#high.set(this.#size, key.high);
    this.#low.set(this.#size, key.low);
    this.#slots[slot] = ++this.#size;
    return this.#size - 1;
  }

  /** The key with a number that `add` has given. */
  keyOf(number: number): HashKey {
    return { high: this.#high.get(number), low: this.#low.get(number) };
  }

  /** The slot that holds the key, or the free one where it belongs. */
  #slotOf({ high, low }: HashKey): number {
    const mask = this.#slots.length - 1;
    let slot = (high ^ low) & mask;
    for (;;) {
      const entry = (this.#slots[slot] ?? 0) - 1;
      if (entry < 0 || (this.#high.get(entry) === high && this.#low.get(entry) === low)) return slot;
      slot = (slot + 1) & mask;
    }
  }

  #rehash(): void {
    this.#slots = new Int32Array(2 * this.#slots.length);
    for (let entry = 0; entry < this.#size; entry++) {
      this.#slots[this.#slotOf({ high: this.#high.get(entry), low: this.#low.get(entry) })] = entry + 1;
    }
  }
}

/** 64 bits of a hash, as two unsigned numbers of 32. */
export interface HashKey {
  readonly high: number;
  readonly low: number;
}

/** The key in 16 hexadecimal digits, such as a filer's id or the start of a SHA-256. */
export function hashKey(hex: string): HashKey {
  return { high: Number.parseInt(hex.slice(0, 8), 16), low: Number.parseInt(hex.slice(8, 16), 16) };
}

/** The 16 hexadecimal digits of a key. */
export function hexOf({ high, low }: HashKey): string {
  return [high, low].map((half) => half.toString(16).padStart(8, '0')).join('');
}

/** 64 bits of a text's hash. */
export function digestOf(text: string): HashKey {
  const bytes = hash('sha256', text, 'buffer');
  return { high: bytes.readUInt32BE(0), low: bytes.readUInt32BE(4) };
}
