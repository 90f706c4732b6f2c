import type { Filer } from '../../domain/filer/filer.ts';
import { stateOf } from '../../domain/filer/rules.ts';
import type { Run } from '../../domain/run/run.ts';
import { type PhoneRow, phoneRow } from '../../domain/send/phone-list.ts';
import { foldStatus, type SendStatus } from '../../domain/send/status.ts';
import type { Suppression } from '../../domain/send/suppression.ts';
import { chunked } from '../../lib/batch.ts';
import { batched } from '../../lib/batched.ts';
import { filerLines } from '../../queries/filers-page.ts';
import { withSecondary } from '../../queries/phone-list.ts';
import type { ConsoleServices } from '../services.ts';

/** A filer to be phoned, with the last email that went out to them. For people's eyes alone. */
export interface PhoneEntry {
  readonly row: PhoneRow;
  /** `null`: none of the latest phases had one for them. */
  readonly last: LastEmail | null;
}

export interface LastEmail {
  readonly run: Run;
  readonly status: SendStatus;
  readonly reason: string | null;
  /** Instant, ISO 8601 in UTC; `null` while it waits. */
  readonly at: string | null;
}

export interface PhonePage {
  readonly entries: readonly PhoneEntry[];
  /** The id of the filer after whom the next page begins; `null`: this was the last. */
  readonly after: string | null;
  /** The page ended because enough was read, not because it is full. */
  readonly lookFurther: boolean;
}

export interface PhoneReading {
  readonly version: string;
  readonly goLiveDate: string | null;
  /** A filer's id, or ''. */
  readonly after: string;
  readonly limit: number;
  /** So many filers are read at most. */
  readonly maxRead: number;
}

type Services = Pick<ConsoleServices, 'roster' | 'suppression' | 'runs' | 'sendLog' | 'chunks'>;

interface Found {
  readonly row: PhoneRow;
  readonly suppression: Suppression | undefined;
}

const AT_ONCE = 1000;
/** So many of the latest phases are asked for somebody's last email. */
const LATEST_RUNS = 6;
const ASKED_AT_ONCE = 50;

/** A page of who must be told by other means, in the order of ids: over all pages each comes once. */
export async function phonePage(
  { version, goLiveDate, after, limit, maxRead }: PhoneReading,
  services: Services,
): Promise<PhonePage> {
  const rows: Found[] = [];
  let read = 0;
  let end = after;
  let isEnd = true;
  for await (const filers of batched(
    services.roster.filers(version, { after, pageSize: AT_ONCE }),
    AT_ONCE,
  )) {
    rows.push(...(await phoneRows(filers, { goLiveDate, services })));
    read += filers.length;
    end = filers.at(-1)!.filerId;
    if (rows.length <= limit && read < maxRead) continue;
    isEnd = false;
    break;
  }
  const isFull = rows.length > limit;
  const shown = rows.slice(0, limit);
  return {
    entries: await withLastEmail(shown, services),
    after: isFull ? shown.at(-1)!.row.filerId : isEnd ? null : end,
    lookFurther: !isFull && !isEnd,
  };
}

async function phoneRows(
  filers: readonly Filer[],
  { goLiveDate, services }: { goLiveDate: string | null; services: Services },
): Promise<Found[]> {
  const candidates = filers.filter((filer) => mayNeedCall(filer, goLiveDate));
  const lines = await filerLines(candidates, { goLiveDate, services });
  return lines.flatMap((line) => {
    const suppression = line.suppression ?? undefined;
    const row = phoneRow(line.filer, { state: line.state, suppression });
    return row ? [{ row, suppression }] : [];
  });
}

/** Nobody asks about the addresses of those who are never phoned. */
function mayNeedCall(filer: Filer, goLiveDate: string | null): boolean {
  const { state } = stateOf(filer, goLiveDate);
  return state !== 'inactive' && state !== 'not-required' && state !== 'linked';
}

async function withLastEmail(found: readonly Found[], services: Services): Promise<PhoneEntry[]> {
  const runs = (await services.runs.runs()).toSorted((a, b) => (a.decidedAt < b.decidedAt ? 1 : -1));
  const entries: PhoneEntry[] = [];
  for (const some of chunked(found, ASKED_AT_ONCE)) {
    const joined = some.map(async ({ row, suppression }) => ({
      row: await withSecondary(row, { suppression, services }),
      last: await lastEmail(row, { runs: runsFor(runs, suppression), services }),
    }));
    entries.push(...(await Promise.all(joined)));
  }
  return entries;
}

/** Since what stopped their emails none went out: that is the run to ask. */
function runsFor(runs: readonly Run[], suppression: Suppression | undefined): readonly Run[] {
  const stopped = runs.find(({ runId }) => runId === suppression?.runId);
  return stopped ? [stopped] : runs.slice(0, LATEST_RUNS);
}

async function lastEmail(
  { filerId }: PhoneRow,
  { runs, services }: { runs: readonly Run[]; services: Services },
): Promise<LastEmail | null> {
  for (const run of runs) {
    const facts = await services.sendLog.factsOf(run.runId, filerId);
    if (facts.length === 0) continue;
    const { status, fact } = foldStatus(facts);
    if (status === 'skipped') continue;
    return { run, status, reason: fact?.reason ?? null, at: fact?.at ?? null };
  }
  return null;
}
