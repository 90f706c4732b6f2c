import { randomUUID } from 'node:crypto';
import { type Erasure, isErasable } from '../domain/erasure.ts';
import type { RosterVersion } from '../domain/roster/roster-version.ts';
import type { EraseServices } from './erase-services.ts';

/** What became of a filer's rows. */
interface ErasedRows {
  /** How many versions lost the filer. */
  readonly versions: number;
  /** Whether a run is under way, so that the rest must wait. */
  readonly waits: boolean;
}

type RowServices = Pick<
  EraseServices,
  'clock' | 'eraseLocks' | 'eraseRow' | 'events' | 'removeSearch' | 'roster' | 'runs'
>;

/** How long the roster is locked at most: those who start a phase, or look at the roster, wait. */
const LOCK_MILLISECONDS = 60_000;
/** With less time than this left, no row is deleted: the lock must not end first. */
const MARGIN_MILLISECONDS = 30_000;

/** Removes the filer from every version and deletes those versions' search indexes; reindexes the active version. */
export async function eraseRows(erasure: Erasure, services: RowServices): Promise<ErasedRows> {
  const { filerId } = erasure;
  const { roster, removeSearch, events } = services;
  let erased = 0;
  const active = (await roster.active()).version;
  for (const stored of await roster.versions()) {
    const { version, filers, uploadedAt } = stored;
    if (!isErasable(erasure, uploadedAt)) continue;
    if (!(await roster.filersById(version, [filerId])).has(filerId)) continue;
    await removeSearch(version, filers);
    const isErased = await eraseLocked(version, { filerId, services });
    // Also when the row stays: the index is gone.
    if (version === active) await events.publish([reindex(stored)]);
    if (!isErased) return { versions: erased, waits: true };
    erased++;
  }
  return { versions: erased, waits: false };
}

/** Deletes a row under the lock, unless a run is under way. @returns whether it did. */
async function eraseLocked(
  version: string,
  { filerId, services }: { filerId: string; services: RowServices },
): Promise<boolean> {
  const { clock, eraseLocks, eraseRow, runs } = services;
  const owner = randomUUID();
  const now = () => clock.now().epochMilliseconds;
  const until = now() + LOCK_MILLISECONDS;
  if (!(await eraseLocks.rows.take(owner, until))) return false;
  try {
    const isSending = (await runs.runs()).some(({ completedAt }) => completedAt === undefined);
    if (isSending || until - now() < MARGIN_MILLISECONDS) return false;
    await eraseRow(version, filerId);
    return true;
  } finally {
    await eraseLocks.rows.giveBack(owner);
  }
}

function reindex({ version, kind, filers, rows }: RosterVersion) {
  const { accepted, rejected, warned } = rows;
  return { kind: 'RosterIngested', detail: { version, kind, filers, accepted, rejected, warned } } as const;
}
