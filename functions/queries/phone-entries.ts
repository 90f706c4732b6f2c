import type { Services } from '../aws/pick.ts';
import type { Run } from '../domain/run/run.ts';
import type { Fact } from '../domain/send/fact.ts';
import { type PhoneRow, phoneRow } from '../domain/send/phone-list.ts';
import { foldStatus, type SendStatus } from '../domain/send/status.ts';
import type { Suppression } from '../domain/send/suppression.ts';
import { chunked } from '../lib/iterables.ts';
import type { ToCall } from './call-list.ts';
import type { ReadSendServices } from './filer-send.ts';
import { filerLines } from './filers-page.ts';
import { explained, type FoundRow, type PhoneRange, readPhoneList } from './phone-list.ts';

/** A filer to be phoned, with the last email that was sent to them. Only for people to see. */
export interface PhoneEntry {
  readonly row: PhoneRow;
  /** `null`: none of the latest phases had one for them. */
  readonly last: LastEmail | null;
  /** When their address was suppressed: instant, ISO 8601 in UTC; `null`: it isn't. */
  readonly suppressedAt: string | null;
}

/** What became of an email. */
export interface LastEmail {
  readonly run: Run;
  readonly status: SendStatus;
  readonly reason: string | null;
  /** Instant, ISO 8601 in UTC; `null` while it waits. */
  readonly at: string | null;
}

/** A page of the phone list for the console. */
interface PhonePage {
  readonly entries: readonly PhoneEntry[];
  /** The id of the filer after whom the next page begins; `null`: this was the last. */
  readonly after: string | null;
  /** The page ended because enough was read, not because it is full. */
  readonly lookFurther: boolean;
}

type PhoneServices = ReadSendServices &
  Pick<Services, 'roster' | 'suppression' | 'runs' | 'logReader' | 'chunks'>;

/** How many of the latest phases are asked for a filer's last email. */
const LATEST_RUNS = 6;
const ROWS_AT_ONCE = 50;

/** A page of the phone list, each filer with their last email. */
export async function phonePage(range: PhoneRange, services: PhoneServices): Promise<PhonePage> {
  const { found, ...rest } = await readPhoneList(range, services);
  return { entries: await entriesOf(found, services), ...rest };
}

/** Filers of a call list, each with their last email, in the list's order. Who has left the roster is left out. */
export async function phoneEntries(
  toCall: readonly Pick<ToCall, 'filerId' | 'reason'>[],
  { version, pivotDate, services }: Pick<PhoneRange, 'version' | 'pivotDate'> & { services: PhoneServices },
): Promise<PhoneEntry[]> {
  const filers = await services.roster.filersById(
    version,
    toCall.map(({ filerId }) => filerId),
  );
  const lines = await filerLines([...filers.values()], { pivotDate, services });
  const byId = new Map(lines.map((line) => [line.filer.filerId, line]));
  const found = toCall.flatMap(({ filerId, reason }): FoundRow[] => {
    const line = byId.get(filerId);
    const suppression = line?.suppression ?? undefined;
    const keepsBouncing = reason === 'soft-bounces';
    const row = line && phoneRow(line.filer, { state: line.state, suppression, keepsBouncing });
    return row ? [{ row, suppression }] : [];
  });
  return entriesOf(found, services);
}

async function newestRuns({ runs }: Pick<Services, 'runs'>): Promise<Run[]> {
  return (await runs.runs()).toSorted((a, b) => (a.decidedAt < b.decidedAt ? 1 : -1));
}

async function entriesOf(found: readonly FoundRow[], services: PhoneServices): Promise<PhoneEntry[]> {
  const runs = await newestRuns(services);
  const entries: PhoneEntry[] = [];
  for (const some of chunked(found, ROWS_AT_ONCE)) {
    const rows = await explained(some, { services });
    const read = rows.map(async ({ row, send }, index): Promise<PhoneEntry> => {
      const { suppression } = some[index]!;
      const asked = runsFor(runs, suppression);
      const isRead = send !== null && asked[0]?.runId === suppression?.runId;
      const last = isRead ? lastIn(asked[0]!, send.facts) : await lastEmail(row, { runs: asked, services });
      return { row, last, suppressedAt: suppression?.at ?? null };
    });
    entries.push(...(await Promise.all(read)));
  }
  return entries;
}

/** No email was sent after a suppression: the run that caused it is the one to ask. */
function runsFor(runs: readonly Run[], suppression: Suppression | undefined): readonly Run[] {
  const stopped = runs.find(({ runId }) => runId === suppression?.runId);
  return stopped ? [stopped] : runs.slice(0, LATEST_RUNS);
}

async function lastEmail(
  { filerId }: PhoneRow,
  { runs, services }: { runs: readonly Run[]; services: Pick<Services, 'sendLog'> },
): Promise<LastEmail | null> {
  for (const run of runs) {
    const last = lastIn(run, await services.sendLog.factsOf(run.runId, filerId));
    if (last) return last;
  }
  return null;
}

/** What became of the email of a run; `null`: there was none. */
function lastIn(run: Run, facts: readonly Fact[]): LastEmail | null {
  if (facts.length === 0) return null;
  const { status, fact } = foldStatus(facts);
  if (status === 'skipped') return null;
  return { run, status, reason: fact?.reason ?? null, at: fact?.at ?? null };
}
