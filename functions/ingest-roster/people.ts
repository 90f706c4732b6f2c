import type { Filer } from '../domain/filer/filer.ts';
import { MAX_ACCOUNTS, personKey } from '../domain/filer/same-person.ts';
import { digestOf, HashIndex, type HashKey, NumberColumn } from './hash-index.ts';

const uint32 = (length: number) => new Uint32Array(length);
const uint8 = (length: number) => new Uint8Array(length);

/** Whose an account is, as numbers. */
interface Person {
  readonly key: HashKey;
  /** 0: none is known. */
  readonly barId: number;
}

/** Who each filer of an upload or of its base is: 12 bytes each, and no names. */
export class People {
  readonly #high = new NumberColumn(uint32, 0);
  readonly #low = new NumberColumn(uint32, 0);
  readonly #barId = new NumberColumn(uint32, 0);

  /** @param id The filer's number. */
  note(id: number, filer: Filer): void {
    const key = personKey(filer);
    const { high, low } = key === null ? NO_ONE : digestOf(key);
    this.#high.set(id, high);
    this.#low.set(id, low);
    this.#barId.set(id, barNumber(filer.barId));
  }

  /** `null`: nothing says who it is. */
  of(id: number): Person | null {
    const key = { high: this.#high.get(id), low: this.#low.get(id) };
    if (key.high === NO_ONE.high && key.low === NO_ONE.low) return null;
    return { key, barId: this.#barId.get(id) };
  }
}

/** A hash is never this in practice. */
const NO_ONE: HashKey = { high: 0, low: 0 };

function barNumber(barId: string | null): number {
  const letters = (barId ?? '').toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '');
  return letters === '' ? 0 : digestOf(letters).high;
}

/** The accounts of each person of a version. */
export class Accounts {
  readonly #people = new HashIndex();
  /** Of each filer: their person's number plus 1. */
  readonly #person = new NumberColumn(uint32, 0);
  /** The filer before of the same person, plus 1; the last one of each person begins the chain. */
  readonly #before = new NumberColumn(uint32, 0);
  readonly #last = new NumberColumn(uint32, 0);
  readonly #count = new NumberColumn(uint32, 0);
  readonly #barId = new NumberColumn(uint32, 0);
  /** They have several bar ids: they are several people. */
  readonly #isMixed = new NumberColumn(uint8, 0);

  /** @param id The filer's number. */
  add(id: number, person: Person | null): void {
    if (!person) return;
    const number = this.#people.add(person.key);
    this.#person.set(id, number + 1);
    this.#before.set(id, this.#last.get(number));
    this.#last.set(number, id + 1);
    this.#count.set(number, this.#count.get(number) + 1);
    const known = this.#barId.get(number);
    if (known === 0) this.#barId.set(number, person.barId);
    else if (person.barId !== 0 && person.barId !== known) this.#isMixed.set(number, 1);
  }

  /** All accounts of a filer's person, this one among them. */
  of(id: number): number[] {
    const number = this.#person.get(id) - 1;
    if (number < 0 || this.#isMixed.get(number) || this.#count.get(number) > MAX_ACCOUNTS) return [id];
    const found: number[] = [];
    for (let next = this.#last.get(number); next > 0; next = this.#before.get(next - 1)) found.push(next - 1);
    return found;
  }
}
