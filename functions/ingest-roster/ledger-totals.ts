import { FINAL_STATES } from '../domain/filer/rules.ts';
import type { State } from '../domain/filer/state.ts';
import type { LostFact, RosterChanges } from '../domain/roster/roster-version.ts';
import { isEverMailed } from '../domain/run/audience.ts';
import type { UploadKind } from '../domain/upload.ts';
import type { KnownFacts } from './known-facts.ts';

/** A filer in one version of the roster. */
export interface LedgerFiler {
  /** `null`: the version doesn't have the filer. */
  readonly state: State | null;
  /** The mailbox's number; `null`: no usable address. */
  readonly mailbox: number | null;
  /** Number of what is known: see `KnownFacts`. */
  readonly facts: number;
  /** Since when progress is known: days since 1970. */
  readonly day: number;
}

/** A filer of an upload, or of the active roster that it is compared with. */
export interface LedgerEntry {
  /** In the active roster. */
  readonly before: LedgerFiler;
  /** In the new version. */
  readonly after: LedgerFiler;
  /** The version gets the filer from a row. */
  readonly isTaken: boolean;
  /** The filer's first row; 0 without one. */
  readonly row: number;
  /** Rows that have no error of their own. */
  readonly soundRows: number;
  /** Its rows say different things. */
  readonly isConflict: boolean;
}

/** What an upload adds up to. */
export interface LedgerTotals {
  readonly filers: number;
  readonly unreachable: number;
  /** Filers whom any phase is for. */
  readonly concerned: number;
  /** Of them without a usable address: who had one by the active roster, or isn't in it. */
  readonly addressesLost: number;
  readonly conflicts: number;
  /** Rows held out by conflicts that had no error of their own. */
  readonly conflictRows: number;
  readonly repeatedRows: number;
  readonly states: Readonly<Partial<Record<State, number>>>;
  readonly changes: RosterChanges;
  readonly baseFilers: number;
  /** Filers of the base who had an address and have another one now. */
  readonly readdressed: number;
  /** Filers of the base of whom less is known now, or for whom nothing was left to do and now something is. */
  readonly backward: number;
  /** The first rows in which that happens. */
  readonly backwardRows: readonly number[];
}

/** How many rows are named. */
const MAX_NAMED = 3;
/** An address that was known, as the campaign's facts are told. */
const LOST_ADDRESS = { column: 'email', from: 'known', to: 'none' } as const;

/** What it takes to add an upload up. */
interface Compared {
  readonly kind: UploadKind;
  readonly knownFacts: Pick<KnownFacts, 'forgotten'>;
}

/** Adds up what an upload makes of the roster. */
export function totalsOf(entries: Iterable<LedgerEntry>, { kind, knownFacts }: Compared): LedgerTotals {
  const sum = emptySum();
  for (const entry of entries) {
    addRows(sum, entry);
    addFiler(sum, { ...entry, kind });
    addChange(sum, entry, knownFacts);
  }
  const { states, changed, moves, forgotten, ...counts } = sum;
  const changes = {
    ...changed,
    states: byCount(moves),
    ...(forgotten.size > 0 && { forgotten: byCount(forgotten) }),
  };
  return { ...counts, states, changes };
}

function byCount<Each extends { readonly filers: number }>(each: Map<string, Each>): Each[] {
  return [...each.values()].sort((one, other) => other.filers - one.filers);
}

function emptySum() {
  return {
    filers: 0,
    unreachable: 0,
    concerned: 0,
    addressesLost: 0,
    conflicts: 0,
    conflictRows: 0,
    repeatedRows: 0,
    baseFilers: 0,
    readdressed: 0,
    backward: 0,
    backwardRows: [] as number[],
    states: {} as Partial<Record<State, number>>,
    changed: { new: 0, gone: 0, addressChanged: 0 },
    moves: new Map<string, RosterChanges['states'][number]>(),
    forgotten: new Map<string, LostFact>(),
  };
}

type Sum = ReturnType<typeof emptySum>;

function addRows(sum: Sum, { soundRows, isConflict }: LedgerEntry): void {
  if (isConflict) {
    sum.conflicts++;
    sum.conflictRows += soundRows;
  } else sum.repeatedRows += Math.max(0, soundRows - 1);
}

function addFiler(sum: Sum, { before, after, kind }: LedgerEntry & { kind: UploadKind }): void {
  if (before.state !== null) sum.baseFilers++;
  if (after.state === null) return;
  sum.filers++;
  sum.states[after.state] = (sum.states[after.state] ?? 0) + 1;
  if (after.mailbox === null) sum.unreachable++;
  if (!isEverMailed(after.state)) return;
  sum.concerned++;
  if (hasLostAddress({ before, after }, kind)) sum.addressesLost++;
}

function addChange(sum: Sum, { before, after, row }: LedgerEntry, knownFacts: Compared['knownFacts']): void {
  const { changed, moves } = sum;
  if (before.state === null) {
    if (after.state !== null) changed.new++;
    return;
  }
  if (after.state === null) {
    changed.gone++;
    return;
  }
  if (after.mailbox !== before.mailbox) {
    changed.addressChanged++;
    if (after.mailbox !== null && before.mailbox !== null) sum.readdressed++;
  }
  const isUnreachable = after.mailbox === null && before.mailbox !== null && isEverMailed(after.state);
  const forgotten = [
    ...knownFacts.forgotten(before.facts, after.facts),
    ...(isUnreachable ? [LOST_ADDRESS] : []),
  ];
  for (const fact of forgotten) count(sum.forgotten, fact);
  const isReopened = FINAL_STATES.has(before.state) && !FINAL_STATES.has(after.state);
  if (isReopened || forgotten.length > 0) addBackward(sum, row);
  if (after.state !== before.state) count(moves, { from: before.state, to: after.state });
}

function addBackward(sum: Sum, row: number): void {
  sum.backward++;
  const last = sum.backwardRows[MAX_NAMED - 1];
  if (last !== undefined && row > last) return;
  sum.backwardRows = [...sum.backwardRows, row].sort((one, other) => one - other).slice(0, MAX_NAMED);
}

function count<Each extends object>(
  counts: Map<string, Each & { readonly filers: number }>,
  each: Each,
): void {
  const key = Object.values(each).join(' ');
  counts.set(key, { ...each, filers: (counts.get(key)?.filers ?? 0) + 1 });
}

/** Whether it is news that a filer has no address. An update adds no filers: one that its base lacks isn't new. */
function hasLostAddress({ before, after }: Pick<LedgerEntry, 'before' | 'after'>, kind: UploadKind): boolean {
  if (after.mailbox !== null) return false;
  return before.state === null ? kind === 'roster' : before.mailbox !== null;
}
