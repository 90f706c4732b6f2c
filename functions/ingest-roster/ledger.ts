import { hash } from 'node:crypto';
import type { Filer } from '../domain/filer/filer.ts';
import { STATES, type State } from '../domain/filer/state.ts';
import type { RosterChanges } from '../domain/roster/roster-version.ts';
import { isEverMailed } from '../domain/run/audience.ts';
import type { UploadKind } from '../domain/upload.ts';
import { HashIndex, hashKey, NumberColumn } from './hash-index.ts';

/** What a row came to, once all rows are known. */
export type RowOutcome =
  | { readonly outcome: 'taken' }
  /** An earlier row says the same. */
  | { readonly outcome: 'repeated'; readonly first: number }
  /** Rows of one key that say different things: none is taken. `rows` are the first of them, `of` is how many there are. */
  | { readonly outcome: 'conflict'; readonly rows: readonly number[]; readonly of: number };

/** What the ledger adds up to. */
export interface LedgerTotals {
  readonly filers: number;
  readonly unreachable: number;
  /** Filers whom any phase is for. */
  readonly concerned: number;
  /** Of them without a usable address: who had one by the roster in force, or isn't in it. */
  readonly addressesLost: number;
  readonly conflicts: number;
  /** Rows held out by conflicts that had no error of their own. */
  readonly conflictRows: number;
  readonly repeatedRows: number;
  readonly states: Readonly<Partial<Record<State, number>>>;
  readonly changes: RosterChanges;
  readonly baseFilers: number;
}

const NOBODY = -1;
/** Of a repeated key so many rows are named, however many there are. */
const ROWS_NAMED = 10;
const int32 = (length: number) => new Int32Array(length);
const uint32 = (length: number) => new Uint32Array(length);
const uint8 = (length: number) => new Uint8Array(length);

/**
 * Remembers of every filer, in some 50 bytes and without any text, what telling repeated and conflicting rows, shared
 * mailboxes and changes takes: so a roster of a million filers is checked in constant memory.
 */
export class Ledger {
  readonly #kind: UploadKind;
  readonly #filers = new HashIndex();
  readonly #mailboxes = new HashIndex();
  /** The first row of the filer. */
  readonly #row = new NumberColumn(uint32, 0);
  readonly #factsHigh = new NumberColumn(uint32, 0);
  readonly #factsLow = new NumberColumn(uint32, 0);
  readonly #isConflict = new NumberColumn(uint8, 0);
  /** States are kept as their position in STATES plus 1. */
  readonly #state = new NumberColumn(uint8, 0);
  readonly #baseState = new NumberColumn(uint8, 0);
  readonly #mailbox = new NumberColumn(int32, NOBODY);
  readonly #baseMailbox = new NumberColumn(int32, NOBODY);
  /** How many rows the filer has, and how many of them have no error of their own. */
  readonly #rows = new NumberColumn(uint32, 0);
  readonly #soundRows = new NumberColumn(uint32, 0);
  /** The filer's second and further rows, as a list: the last one, and from each the one before. */
  readonly #lastRepeat = new NumberColumn(int32, NOBODY);
  readonly #repeatRow = new NumberColumn(uint32, 0);
  readonly #repeatBefore = new NumberColumn(int32, NOBODY);
  #repeats = 0;
  readonly #users = new NumberColumn(uint32, 0);
  #totals: LedgerTotals | null = null;

  constructor(kind: UploadKind) {
    this.#kind = kind;
  }

  /** Notes a filer of the roster in force. */
  addBase(filer: Filer, state: State): void {
    const id = this.#filers.add(hashKey(filer.filerId));
    this.#baseState.set(id, STATES.indexOf(state) + 1);
    this.#baseMailbox.set(id, this.#mailboxOf(filer.email));
  }

  isInBase(filerId: string): boolean {
    return this.#baseState.get(this.#filers.find(hashKey(filerId))) > 0;
  }

  /** Notes a row. `facts` is all that it says, as text; a refused row counts when telling conflicts. */
  addRow(
    row: number,
    {
      filerId,
      facts,
      taken,
    }: { filerId: string; facts: string; taken: { filer: Filer; state: State } | null },
  ): void {
    const id = this.#filers.add(hashKey(filerId));
    const { high, low } = digest(facts);
    const count = this.#rows.get(id) + 1;
    this.#rows.set(id, count);
    if (taken) this.#soundRows.set(id, this.#soundRows.get(id) + 1);
    if (count > 1) {
      const same = this.#factsHigh.get(id) === high && this.#factsLow.get(id) === low;
      if (!same) this.#isConflict.set(id, 1);
      if (count <= ROWS_NAMED) this.#noteRepeat(id, row);
      return;
    }
    this.#row.set(id, row);
    this.#factsHigh.set(id, high);
    this.#factsLow.set(id, low);
    if (!taken) return;
    this.#state.set(id, STATES.indexOf(taken.state) + 1);
    this.#mailbox.set(id, this.#mailboxOf(taken.filer.email));
  }

  /** What a row came to that has no error of its own. */
  outcomeOf(row: number, filerId: string): RowOutcome {
    const id = this.#filers.find(hashKey(filerId));
    if (this.#isConflict.get(id))
      return { outcome: 'conflict', rows: this.#rowsOf(id), of: this.#rows.get(id) };
    const first = this.#row.get(id);
    return first === row ? { outcome: 'taken' } : { outcome: 'repeated', first };
  }

  /** Whether the version gets the filer from a row, not from its base. */
  isFromRow(filerId: string): boolean {
    return this.#isTaken(this.#filers.find(hashKey(filerId)));
  }

  /** Whether several filers of the version have this mailbox. */
  isShared(email: string | null): boolean {
    if (email === null) return false;
    this.totals();
    return this.#users.get(this.#mailboxes.find(mailboxKey(email))) > 1;
  }

  /** Adds everything up; no row may be added after that. */
  totals(): LedgerTotals {
    this.#totals ??= this.#add();
    return this.#totals;
  }

  #add(): LedgerTotals {
    const states: Partial<Record<State, number>> = {};
    const moves = new Map<string, { from: State; to: State; filers: number }>();
    const sum = {
      filers: 0,
      unreachable: 0,
      concerned: 0,
      addressesLost: 0,
      conflicts: 0,
      conflictRows: 0,
      repeatedRows: 0,
      baseFilers: 0,
    };
    const changed = { new: 0, gone: 0, addressChanged: 0 };
    for (let id = 0; id < this.#filers.size; id++) {
      const rows = this.#soundRows.get(id);
      if (this.#isConflict.get(id)) {
        sum.conflicts++;
        sum.conflictRows += rows;
      } else if (rows > 1) sum.repeatedRows += rows - 1;
      const was = STATES[this.#baseState.get(id) - 1] ?? null;
      const { state: is, mailbox } = this.#outcome(id);
      if (was) sum.baseFilers++;
      if (was && !is) changed.gone++;
      if (!is) continue;
      sum.filers++;
      states[is] = (states[is] ?? 0) + 1;
      if (mailbox === NOBODY) sum.unreachable++;
      else this.#users.set(mailbox, this.#users.get(mailbox) + 1);
      if (isEverMailed(is)) {
        sum.concerned++;
        if (mailbox === NOBODY && this.#isMissed(id, was)) sum.addressesLost++;
      }
      if (!was) changed.new++;
      else if (mailbox !== this.#baseMailbox.get(id)) changed.addressChanged++;
      if (was && was !== is) {
        const move = moves.get(`${was} ${is}`) ?? { from: was, to: is, filers: 0 };
        moves.set(`${was} ${is}`, { ...move, filers: move.filers + 1 });
      }
    }
    const byCount = [...moves.values()].sort((one, other) => other.filers - one.filers);
    return { ...sum, states, changes: { ...changed, states: byCount } };
  }

  /** Whether it is news that a filer has no address. `was`: the filer's state in the base. */
  #isMissed(id: number, was: State | null): boolean {
    // An update adds nobody: whom its base doesn't have is unknown, not new.
    return was === null ? this.#kind === 'roster' : this.#baseMailbox.get(id) !== NOBODY;
  }

  #isTaken(id: number): boolean {
    return this.#soundRows.get(id) > 0 && !this.#isConflict.get(id);
  }

  /** State and mailbox in the new version; no state when the filer isn't in it. */
  #outcome(id: number): { state: State | null; mailbox: number } {
    if (this.#isTaken(id))
      return { state: STATES[this.#state.get(id) - 1] ?? null, mailbox: this.#mailbox.get(id) };
    if (this.#kind === 'roster') return { state: null, mailbox: NOBODY };
    return { state: STATES[this.#baseState.get(id) - 1] ?? null, mailbox: this.#baseMailbox.get(id) };
  }

  #noteRepeat(id: number, row: number): void {
    this.#repeatRow.set(this.#repeats, row);
    this.#repeatBefore.set(this.#repeats, this.#lastRepeat.get(id));
    this.#lastRepeat.set(id, this.#repeats++);
  }

  /** The filer's first rows, in the file's order. */
  #rowsOf(id: number): number[] {
    const rows: number[] = [];
    for (let at = this.#lastRepeat.get(id); at !== NOBODY; at = this.#repeatBefore.get(at)) {
      rows.unshift(this.#repeatRow.get(at));
    }
    return [this.#row.get(id), ...rows];
  }

  #mailboxOf(email: string | null): number {
    return email === null ? NOBODY : this.#mailboxes.add(mailboxKey(email));
  }
}

/** Case doesn't make another mailbox. */
function mailboxKey(email: string): { high: number; low: number } {
  return digest(email.toLowerCase());
}

function digest(text: string): { high: number; low: number } {
  const bytes = hash('sha256', text, 'buffer');
  return { high: bytes.readUInt32BE(0), low: bytes.readUInt32BE(4) };
}
