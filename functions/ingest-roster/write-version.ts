import type { Progress, VersionWriter } from '../aws/version-writer.ts';
import type { Filer } from '../domain/filer/filer.ts';
import type { CheckedTable } from './check-table.ts';
import type { RosterReport } from './roster-report.ts';
import { Tally } from './tally.ts';

/** After this many filers it is noted how far the writing is: some seconds' work. */
const CHECKPOINT_FILERS = 10_000;
const BASE_BATCH = 500;

interface WriteOptions {
  readonly writer: VersionWriter;
  readonly report: RosterReport;
  /** Filers of the roster that an update builds on. */
  readonly base: AsyncIterable<Filer> | null;
  /** @default 10,000 */
  readonly checkpointFilers?: number | undefined;
}

/**
 * Reads a checked table again and writes its filers and its report; for an update also the filers of the base that it
 * doesn't touch. Continues where an earlier try stopped. @returns what happened to the rows.
 */
export async function writeVersion(
  checked: CheckedTable,
  { writer, report, base, checkpointFilers = CHECKPOINT_FILERS }: WriteOptions,
): Promise<Tally> {
  const tally = new Tally(checked.layout.problems);
  const checkpoints = checkpointer(writer, checkpointFilers);
  for await (const rows of checked.decide()) {
    tally.add(rows);
    await report.add(rows);
    const fresh = rows.filter(({ row }) => row > writer.progress.row);
    const filers = fresh.map(({ filer }) => filer).filter((filer) => filer !== null);
    await checkpoints.put(filers, { ...writer.progress, row: rows.at(-1)?.row ?? 0 });
  }
  if (base) {
    const row = Number.MAX_SAFE_INTEGER;
    for await (const filers of untouched(base, { checked, from: writer.progress.filerId })) {
      await checkpoints.put(filers, { row, filerId: filers.at(-1)?.filerId ?? '' });
    }
  }
  return tally;
}

function checkpointer(
  writer: VersionWriter,
  every: number,
): { put(filers: readonly Filer[], reached: Progress): Promise<void> } {
  let since = 0;
  return {
    put: async (filers, reached) => {
      if (writer.complete || filers.length === 0) return;
      await writer.put(filers);
      since += filers.length;
      if (since < every) return;
      await writer.checkpoint(reached);
      since = 0;
    },
  };
}

/** Filers of the base that no row changes, in the order of their ids. A mailbox may be shared now, or no longer. */
async function* untouched(
  base: AsyncIterable<Filer>,
  { checked: { ledger }, from }: { checked: CheckedTable; from: string },
): AsyncIterable<Filer[]> {
  let batch: Filer[] = [];
  for await (const filer of base) {
    if (filer.filerId <= from || ledger.isFromRow(filer.filerId)) continue;
    batch.push({ ...filer, ...ledger.mailboxUse(filer) });
    if (batch.length < BASE_BATCH) continue;
    yield batch;
    batch = [];
  }
  yield batch;
}
