import { describe, expect, it } from 'vitest';
import type { UploadKind } from '../../../functions/domain/upload.ts';
import {
  type LedgerEntry,
  type LedgerTotals,
  totalsOf,
} from '../../../functions/ingest-roster/ledger-totals.ts';

/** Nothing is known about them beyond state and mailbox. */
const KNOWN = { facts: 0, day: 0 };
const NONE = { ...KNOWN, state: null, mailbox: null };
const READY = { ...KNOWN, state: 'ready-to-link', mailbox: 1 } as const;
const OTHER = { ...KNOWN, state: 'ready-to-link', mailbox: 2 } as const;
const UNREACHABLE = { ...KNOWN, state: 'ready-to-link', mailbox: null } as const;
const JUDGE = { ...KNOWN, state: 'not-required', mailbox: null } as const;
const LINKED = { ...KNOWN, state: 'linked', mailbox: 1 } as const;

const NOTHING_LOST = { forgotten: () => [] };

function entry(before: LedgerEntry['before'], after: LedgerEntry['after']): LedgerEntry {
  return { before, after, isTaken: true, row: 2, soundRows: 1, isConflict: false };
}

describe('totalsOf', () => {
  it.each<[what: string, LedgerEntry, UploadKind, Partial<LedgerTotals>]>([
    ['a new filer', entry(NONE, READY), 'roster', { filers: 1, concerned: 1, unreachable: 0, baseFilers: 0 }],
    [
      'a new filer without an address',
      entry(NONE, UNREACHABLE),
      'roster',
      { unreachable: 1, addressesLost: 1 },
    ],
    ['one that an update adds nobody for', entry(NONE, UNREACHABLE), 'update', { addressesLost: 0 }],
    ['an address that is lost', entry(READY, UNREACHABLE), 'update', { addressesLost: 1, baseFilers: 1 }],
    ['an address that was missing before', entry(UNREACHABLE, UNREACHABLE), 'roster', { addressesLost: 0 }],
    ['a filer whom no phase is for', entry(READY, JUDGE), 'roster', { concerned: 0, unreachable: 1 }],
    ['a filer who is gone', entry(READY, NONE), 'roster', { filers: 0, concerned: 0, baseFilers: 1 }],
    [
      'rows that say the same',
      { ...entry(NONE, READY), soundRows: 3 },
      'roster',
      { repeatedRows: 2, conflicts: 0 },
    ],
    ['a refused row', { ...entry(NONE, NONE), soundRows: 0 }, 'roster', { filers: 0, repeatedRows: 0 }],
    [
      'rows that contradict each other',
      { before: NONE, after: NONE, isTaken: false, row: 2, soundRows: 3, isConflict: true },
      'roster',
      { filers: 0, conflicts: 1, conflictRows: 3, repeatedRows: 0 },
    ],
  ])('counts %s', (_what, one, kind, totals) => {
    expect(totalsOf([one], { kind, knownFacts: NOTHING_LOST })).toMatchObject(totals);
  });

  it.each<[what: string, LedgerEntry, Partial<LedgerTotals['changes']>]>([
    ['a new filer', entry(NONE, READY), { new: 1, states: [] }],
    ['a filer who is gone', entry(READY, NONE), { gone: 1, new: 0, states: [] }],
    ['another address', entry(READY, OTHER), { addressChanged: 1, states: [] }],
    ['an address that is lost', entry(READY, UNREACHABLE), { addressChanged: 1 }],
    [
      'another state',
      entry(READY, LINKED),
      { addressChanged: 0, states: [{ from: 'ready-to-link', to: 'linked', filers: 1 }] },
    ],
    ['nothing', entry(READY, READY), { new: 0, gone: 0, addressChanged: 0, states: [] }],
    ['neither here nor there', entry(NONE, NONE), { new: 0, gone: 0 }],
  ])('tells as a change: %s', (_what, one, changes) => {
    expect(totalsOf([one], { kind: 'roster', knownFacts: NOTHING_LOST }).changes).toMatchObject(changes);
  });

  it('lists the moves between states, most frequent first', () => {
    const moves = [entry(READY, JUDGE), entry(READY, LINKED), entry(OTHER, LINKED)];
    expect(totalsOf(moves, { kind: 'roster', knownFacts: NOTHING_LOST })).toMatchObject({
      states: { linked: 2, 'not-required': 1 },
      changes: {
        states: [
          { from: 'ready-to-link', to: 'linked', filers: 2 },
          { from: 'ready-to-link', to: 'not-required', filers: 1 },
        ],
      },
    });
  });
});
