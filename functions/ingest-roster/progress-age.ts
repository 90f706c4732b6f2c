import { Temporal } from 'temporal-polyfill';
import { campaign } from '#campaign';
import { dayNumber, dayOfNumber } from '../domain/filer/progress.ts';
import { PHASE_KINDS } from '../domain/plan/kinds.ts';
import type { RosterVersion } from '../domain/roster/roster-version.ts';
import { decide } from '../domain/run/audience.ts';
import { needsProgress } from '../domain/run/may-start.ts';
import type { CheckedTable } from './check-table.ts';
import type { LedgerEntry, LedgerFiler } from './ledger-totals.ts';

/** This share of the filers may be wrong about their day: a typing error neither holds a phase nor starts one. */
const IGNORED_PERCENT = 1;
const FRESH_KINDS = PHASE_KINDS.filter((kind) => needsProgress({ kind }));

/** What the age of a version's progress depends on. */
interface AgeFacts {
  readonly base: Pick<RosterVersion, 'progressAsOf'> | null;
  /** Instant, ISO 8601 in UTC. */
  readonly uploadedAt: string;
  /** The day from which progress was possible, `2018-10-22`; `null` while it is to be announced. */
  readonly since: string | null;
  readonly zone: string;
}

/**
 * As of when a version's progress is, as an instant; `null`: never known. docs/decisions/0174 says why:
 *
 * - The upload's own day is the newest that its rows name, whole rosters and lists of those who have begun alike.
 * - A row that says "not begun" speaks of its own day. Without a row, the upload's day counts if the upload speaks of
 *   everyone. If not, a filer's own day counts from the day on which progress became possible; before it no one could have
 *   begun, so the upload's day counts if the upload is a full list, and otherwise what was known before.
 * - Of the filers whom a kind that needs fresh progress would mail, the one with the oldest day decides.
 */
export function progressAsOf({ layout, ledger, keepsKnown, says }: Checked, facts: AgeFacts): string | null {
  const kept = layout.kind === 'update' || keepsKnown ? (facts.base?.progressAsOf ?? null) : null;
  if (!layout.positions.has(campaign.progress.status)) return kept;
  const { uploadedAt, zone } = facts;
  const uploaded = dayOf(uploadedAt, zone);
  const own = oldest(taken(ledger).map(([day, filers]) => [-day, filers]));
  const before = kept === null ? -Infinity : dayOf(kept, zone);
  const named = Math.max(own === null ? -Infinity : -own, before);
  const unnamed = says === 'listed' ? before : named;
  const since = says === 'everyone' ? null : facts.since;
  const day = oldest(mailed(ledger, { named, unnamed, since })) ?? named;
  if (day === before) return kept;
  if (day >= uploaded) return uploadedAt;
  return Temporal.PlainDate.from(dayOfNumber(day)).toZonedDateTime(zone).toInstant().toString();
}

type Checked = Pick<CheckedTable, 'layout' | 'ledger' | 'keepsKnown' | 'says'>;
type Days = (readonly [day: number, filers: number])[];
type Entries = Pick<CheckedTable['ledger'], 'entries' | 'hasNotBegun'>;

/** The days of the filers that the rows give. */
function taken(ledger: Entries): Days {
  return counted(ledger, ({ after, isTaken }) => (isTaken ? after.day : null));
}

/**
 * The days of the filers whom a kind that needs fresh progress would mail.
 * @param days `since`: from this day on a filer without a row has a day of their own; `null`: none has.
 */
function mailed(
  ledger: Entries,
  { named, unnamed, since }: { named: number; unnamed: number; since: string | null },
): Days {
  const first = since === null ? Infinity : dayNumber(since);
  return counted(ledger, ({ after, isTaken }) => {
    if (!isMailed(after)) return null;
    const speaks = ledger.hasNotBegun(after) && (isTaken || after.day >= first);
    if (speaks) return after.day;
    return isTaken ? named : unnamed;
  });
}

function isMailed({ state, mailbox }: LedgerFiler): boolean {
  if (state === null || mailbox === null) return false;
  return FRESH_KINDS.some((kind) => decide(kind, { state, flags: [] }).send);
}

function counted(ledger: Entries, dayIn: (entry: LedgerEntry) => number | null): Days {
  const days = new Map<number, number>();
  for (const entry of ledger.entries()) {
    const day = dayIn(entry);
    if (day !== null) days.set(day, (days.get(day) ?? 0) + 1);
  }
  return [...days];
}

/** The oldest day but for a few filers; `null` without any. */
function oldest(days: Days): number | null {
  let ignored = Math.floor((days.reduce((sum, [, filers]) => sum + filers, 0) * IGNORED_PERCENT) / 100);
  for (const [day, filers] of days.toSorted(([one], [other]) => one - other)) {
    if (filers > ignored) return day;
    ignored -= filers;
  }
  return null;
}

function dayOf(instant: string, zone: string): number {
  return dayNumber(Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDate().toString());
}
