import { mailboxOf } from '../domain/filer/addresses.ts';
import type { Filer } from '../domain/filer/filer.ts';
import { progressDay } from '../domain/filer/progress.ts';
import { STATES, type State } from '../domain/filer/state.ts';
import { isEverMailed } from '../domain/run/audience.ts';
import type { UploadKind } from '../domain/upload.ts';
import { digestOf, HashIndex, type HashKey, hashKey, hexOf, NumberColumn } from './hash-index.ts';
import { KnownFacts } from './known-facts.ts';
import { type LedgerEntry, type LedgerFiler, type LedgerTotals, totalsOf } from './ledger-totals.ts';
import { MailboxFirms } from './mailbox-firms.ts';
import { Accounts, People } from './people.ts';
import { RepeatedRows, type RowOutcome } from './repeated-rows.ts';

/** A row as the ledger notes it. */
interface NotedRow {
  readonly row: number;
  readonly filerId: string;
  /** All that the row says, as text: other text of the same filer is a conflict. */
  readonly facts: string;
  /** What the version gets from the row; `null` when the row is refused. */
  readonly taken: { readonly filer: Filer; readonly state: State } | null;
}

/** A filer whom a version doesn't have. */
const ABSENT: LedgerFiler = { state: null, mailbox: null, facts: 0, day: 0 };
/** In the place of a mailbox's number: the filer has none. */
const NO_MAILBOX = -1;
const int32 = (length: number) => new Int32Array(length);
const uint32 = (length: number) => new Uint32Array(length);
const uint8 = (length: number) => new Uint8Array(length);

/**
 * Remembers of every filer, in some 150 bytes and without any text, what it takes to find repeated and conflicting rows,
 * shared mailboxes and changes: so a roster of a million filers is checked in constant memory.
 */
export class Ledger {
  readonly #kind: UploadKind;
  readonly #filers = new HashIndex();
  readonly #mailboxes = new HashIndex();
  /** Of the filer's first row: its number, and what it says. */
  readonly #row = new NumberColumn(uint32, 0);
  readonly #factsHigh = new NumberColumn(uint32, 0);
  readonly #factsLow = new NumberColumn(uint32, 0);
  /** How many rows the filer has, and how many of them have no error of their own. */
  readonly #rows = new NumberColumn(uint32, 0);
  readonly #soundRows = new NumberColumn(uint32, 0);
  readonly #repeats = new RepeatedRows();
  readonly #isConflict = new NumberColumn(uint8, 0);
  /** States are kept as their position in STATES plus 1. */
  readonly #state = new NumberColumn(uint8, 0);
  readonly #baseState = new NumberColumn(uint8, 0);
  readonly #mailbox = new NumberColumn(int32, NO_MAILBOX);
  readonly #baseMailbox = new NumberColumn(int32, NO_MAILBOX);
  readonly #people = new People();
  readonly #basePeople = new People();
  readonly #facts = new NumberColumn(uint32, 0);
  readonly #baseFacts = new NumberColumn(uint32, 0);
  readonly #knownFacts = new KnownFacts();
  readonly firms = new MailboxFirms();
  readonly #day = new NumberColumn(int32, 0);
  readonly #baseDay = new NumberColumn(int32, 0);
  /** How many filers of the version have the mailbox; known once all rows are noted. */
  #users: NumberColumn<Uint32Array> | null = null;
  #accounts: Accounts | null = null;
  #totals: LedgerTotals | null = null;

  constructor(kind: UploadKind) {
    this.#kind = kind;
  }

  /** Notes a filer of the active roster. */
  addBase(filer: Filer, state: State): void {
    const id = this.#filers.add(hashKey(filer.filerId));
    this.#baseState.set(id, STATES.indexOf(state) + 1);
    this.#baseMailbox.set(id, this.#mailboxOf(filer.email));
    if (this.#kind === 'update') {
      this.#noteFirm(filer);
      this.#basePeople.note(id, filer);
    }
    this.#baseFacts.set(id, this.#knownFacts.numberOf(filer));
    this.#baseDay.set(id, progressDay(filer));
  }

  /** Notes a row; a refused one counts when it comes to conflicts. */
  addRow({ row, filerId, facts, taken }: NotedRow): void {
    const id = this.#filers.add(hashKey(filerId));
    const digest = digestOf(facts);
    this.#rows.set(id, this.#rows.get(id) + 1);
    if (taken) this.#soundRows.set(id, this.#soundRows.get(id) + 1);
    if (this.#rows.get(id) > 1) {
      this.#noteRepeat(id, { row, digest });
      return;
    }
    this.#row.set(id, row);
    this.#factsHigh.set(id, digest.high);
    this.#factsLow.set(id, digest.low);
    if (!taken) return;
    this.#state.set(id, STATES.indexOf(taken.state) + 1);
    this.#mailbox.set(id, this.#mailboxOf(taken.filer.email));
    this.#noteFirm(taken.filer);
    this.#people.note(id, taken.filer);
    this.#facts.set(id, this.#knownFacts.numberOf(taken.filer));
    this.#day.set(id, progressDay(taken.filer));
  }

  #noteRepeat(id: number, { row, digest }: { row: number; digest: HashKey }): void {
    const isSame = this.#factsHigh.get(id) === digest.high && this.#factsLow.get(id) === digest.low;
    if (!isSame) this.#isConflict.set(id, 1);
    this.#repeats.note(id, { row, isNth: this.#rows.get(id) });
  }

  /** What a row came to that has no error of its own. */
  outcomeOf(row: number, filerId: string): RowOutcome {
    const id = this.#filers.find(hashKey(filerId));
    const first = this.#row.get(id);
    if (this.#isConflict.get(id))
      return { outcome: 'conflict', rows: [first, ...this.#repeats.of(id)], of: this.#rows.get(id) };
    return first === row ? { outcome: 'taken' } : { outcome: 'repeated', first };
  }

  /** Whether the version gets the filer from a row, not from its base. */
  isFromRow(filerId: string): boolean {
    return this.#isTaken(this.#filers.find(hashKey(filerId)));
  }

  /**
   * Whether other people of the version have a filer's mailbox, and which accounts the same person has. No row may be
   * added after this is asked.
   */
  mailboxUse({
    filerId,
    email,
  }: Pick<Filer, 'filerId' | 'email'>): Pick<Filer, 'sharedAddress' | 'otherAccounts'> {
    this.#users ??= this.#countUsers();
    const users = email === null ? 0 : this.#users.get(this.#mailboxes.find(mailboxKey(email)));
    if (users < 2) return { sharedAddress: false, otherAccounts: [] };
    const id = this.#filers.find(hashKey(filerId));
    this.#accounts ??= this.#groupAccounts();
    const own = this.#accounts.of(id);
    const others = own.filter((other) => other !== id && isEverMailed(this.#entry(other).after.state!));
    return {
      sharedAddress: users > own.length,
      otherAccounts: others.map((other) => hexOf(this.#filers.keyOf(other))).sort(),
    };
  }

  /** Whether filers of many different firms have this mailbox. No row may be added after this is asked. */
  isOfManyFirms(email: string | null): boolean {
    return email !== null && this.firms.areMany(this.#mailboxes.find(mailboxKey(email)));
  }

  /** Adds everything up. No row may be added after this is asked. */
  totals(): LedgerTotals {
    this.#totals ??= totalsOf(this.entries(), { kind: this.#kind, knownFacts: this.#knownFacts });
    return this.#totals;
  }

  /** Every filer of the base and of the rows. No row may be added after this is asked. */
  *entries(): Iterable<LedgerEntry> {
    for (let id = 0; id < this.#filers.size; id++) yield this.#entry(id);
  }

  #entry(id: number): LedgerEntry {
    const before = {
      state: stateAt(this.#baseState.get(id)),
      mailbox: numbered(this.#baseMailbox.get(id)),
      facts: this.#baseFacts.get(id),
      day: this.#baseDay.get(id),
    };
    const isTaken = this.#isTaken(id);
    const taken = {
      state: stateAt(this.#state.get(id)),
      mailbox: numbered(this.#mailbox.get(id)),
      facts: this.#facts.get(id),
      day: this.#day.get(id),
    };
    return {
      before,
      after: isTaken ? taken : this.#kind === 'update' ? before : ABSENT,
      isTaken,
      row: this.#row.get(id),
      soundRows: this.#soundRows.get(id),
      isConflict: this.#isConflict.get(id) > 0,
    };
  }

  /** Whether nothing is known of how far a filer has come. */
  hasNotBegun({ facts }: LedgerFiler): boolean {
    return this.#knownFacts.hasNotBegun(facts);
  }

  #countUsers(): NumberColumn<Uint32Array> {
    const users = new NumberColumn(uint32, 0);
    for (const { after } of this.entries()) {
      if (after.state && after.mailbox !== null) users.set(after.mailbox, users.get(after.mailbox) + 1);
    }
    return users;
  }

  #groupAccounts(): Accounts {
    const accounts = new Accounts();
    for (let id = 0; id < this.#filers.size; id++) {
      const isTaken = this.#isTaken(id);
      if (this.#entry(id).after.state === null) continue;
      accounts.add(id, isTaken ? this.#people.of(id) : this.#basePeople.of(id));
    }
    return accounts;
  }

  #noteFirm({ email, firm }: Filer): void {
    if (email !== null) this.firms.note(this.#mailboxOf(email), firm);
  }

  #isTaken(id: number): boolean {
    return this.#soundRows.get(id) > 0 && !this.#isConflict.get(id);
  }

  #mailboxOf(email: string | null): number {
    return email === null ? NO_MAILBOX : this.#mailboxes.add(mailboxKey(email));
  }
}

function stateAt(position: number): State | null {
  return STATES[position - 1] ?? null;
}

function numbered(mailbox: number): number | null {
  return mailbox === NO_MAILBOX ? null : mailbox;
}

function mailboxKey(email: string): HashKey {
  return digestOf(mailboxOf(email));
}
