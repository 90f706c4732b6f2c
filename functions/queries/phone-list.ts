import type { Services } from '../aws/pick.ts';
import type { Filer } from '../domain/filer/filer.ts';
import { stateOf } from '../domain/filer/rules.ts';
import { pivotDate } from '../domain/plan/phases.ts';
import { bounceReason, needsNoCall, type PhoneRow, phoneRow, phoneWhy } from '../domain/send/phone-list.ts';
import { foldStatus, type SendStatus } from '../domain/send/status.ts';
import type { Suppression } from '../domain/send/suppression.ts';
import { batched, chunked } from '../lib/iterables.ts';
import { type FilerSend, type ReadSendServices, readSends } from './filer-send.ts';
import { filerLines } from './filers-page.ts';
import { secondaryAttemptOf } from './send-reports.ts';
import { type SoftBounces, softBounces } from './soft-bounces.ts';

/** Which part of the phone list is read. */
export interface PhoneRange {
  /** The roster's version. */
  readonly version: string;
  readonly pivotDate: string | null;
  /** Only filers after this id; '' for all. */
  readonly after: string;
  /** Rows at most. */
  readonly limit: number;
  /** Filers read at most, whether they are to be phoned or not. */
  readonly maxRead: number;
}

/** A row of the phone list, and what suppresses the filer's address. */
export interface FoundRow {
  readonly row: PhoneRow;
  readonly suppression: Suppression | undefined;
}

/** A part of the phone list. */
interface FoundRows {
  readonly found: readonly FoundRow[];
  /** The id of the filer after whom the next part begins; `null`: this was the last. */
  readonly after: string | null;
  /** The part ended because enough was read, not because it is full. */
  readonly lookFurther: boolean;
}

const FILERS_AT_ONCE = 1000;

/** Filers of a roster who can't be told by email, in the order of ids: over all parts each comes once. */
export async function readPhoneList(
  { version, pivotDate, after, limit, maxRead }: PhoneRange,
  services: Pick<Services, 'logReader' | 'roster' | 'runs' | 'sendLog' | 'suppression'>,
): Promise<FoundRows> {
  const bounces = await softBounces({ after, services });
  const found: FoundRow[] = [];
  let read = 0;
  let last = after;
  let isEnd = true;
  const filers = services.roster.filers(version, { after, pageSize: FILERS_AT_ONCE });
  for await (const batch of batched(filers, FILERS_AT_ONCE)) {
    found.push(...(await rowsOf(batch, { pivotDate, bounces, services })));
    read += batch.length;
    last = batch.at(-1)!.filerId;
    isEnd = found.length <= limit && read < maxRead;
    if (!isEnd) break;
  }
  const isFull = found.length > limit;
  const shown = found.slice(0, limit);
  return {
    found: shown,
    after: isFull ? shown.at(-1)!.row.filerId : isEnd ? null : last,
    lookFurther: !isFull && !isEnd,
  };
}

async function rowsOf(
  filers: readonly Filer[],
  {
    pivotDate,
    bounces,
    services,
  }: { pivotDate: string | null; bounces: SoftBounces; services: Pick<Services, 'suppression'> },
): Promise<FoundRow[]> {
  // The suppression list isn't asked about filers who are never phoned.
  const candidates = filers.filter((filer) => !needsNoCall(stateOf(filer, pivotDate)));
  const lines = await filerLines(candidates, { pivotDate, services });
  const bouncing = await bounces.among(candidates.map(({ filerId }) => filerId));
  return lines.flatMap(({ filer, state, suppression }) => {
    const keepsBouncing = bouncing.has(filer.filerId);
    const row = phoneRow(filer, { state, suppression: suppression ?? undefined, keepsBouncing });
    return row ? [{ row, suppression: suppression ?? undefined }] : [];
  });
}

interface SecondaryOptions {
  /** Whether the plan allows secondary addresses. @default not known */
  readonly isAllowed?: boolean | undefined;
  readonly services: ReadSendServices & Pick<Services, 'chunks' | 'suppression'>;
}

/** A row of the phone list, and the send that stopped emails to a bounced mailbox. */
interface ExplainedRow {
  readonly row: PhoneRow;
  /** `null`: none of their mailboxes bounced, or the log has no facts about them. */
  readonly send: FilerSend | null;
}

/** Says of bounced mailboxes why the filer's other addresses don't help, and what became of an email to one of them. */
export async function explained(
  found: readonly FoundRow[],
  { isAllowed, services }: SecondaryOptions,
): Promise<ExplainedRow[]> {
  const bounced = found.filter(({ row }) => row.reason === 'hard-bounce');
  const asked = bounced.flatMap(({ row: { filerId }, suppression }) =>
    suppression ? [{ runId: suppression.runId, filerId }] : [],
  );
  const [read, suppressed] = await Promise.all([
    readSends(asked, services),
    services.suppression.suppressed(bounced.flatMap(({ row }) => row.others)),
  ]);
  const sends = new Map(asked.map(({ filerId }, index) => [filerId, read[index]]));
  return Promise.all(
    found.map(async ({ row, suppression }): Promise<ExplainedRow> => {
      const { filerId, others } = row;
      if (row.reason !== 'hard-bounce' || !suppression) return { row, send: null };
      const send = sends.get(filerId) ?? null;
      const status = send && (await secondaryStatus(send, { runId: suppression.runId, services }));
      const reason = bounceReason({ others, status, suppressed, isAllowed });
      return { row: { ...row, reason, why: phoneWhy(reason), secondary: status ?? 'none' }, send };
    }),
  );
}

/** What became of the email to a filer's other address; `null`: there was none. */
async function secondaryStatus(
  { filerId, facts, lastAttempt }: FilerSend,
  { runId, services }: { runId: string; services: Pick<Services, 'chunks'> },
): Promise<SendStatus | null> {
  if (lastAttempt === 1) return null;
  const attempt = await secondaryAttemptOf(runId, { filerId, services });
  return attempt === null ? null : foldStatus(facts.filter((fact) => fact.attempt === attempt)).status;
}

/** A page of the phone list for ops. */
export interface PhoneListPage {
  readonly rows: readonly PhoneRow[];
  /** Pass it as `after` for the next page; `null`: this was the last. */
  readonly next: string | null;
}

/** An answer of Lambda holds 6 MB: this many rows are far less. */
const MAX_ROWS = 5000;
const ROWS_AT_ONCE = 50;

/** A page of the phone list of the active roster, in the order of ids. @param after Where an earlier page ended. */
export async function askPhoneList(
  services: ReadSendServices &
    Pick<Services, 'chunks' | 'logReader' | 'plans' | 'roster' | 'runs' | 'suppression'>,
  after = '',
): Promise<PhoneListPage> {
  const active = await services.roster.activeVersion();
  if (!active) return { rows: [], next: null };
  const current = await services.plans.current();
  const range = {
    version: active.version,
    pivotDate: current && pivotDate(current.plan),
    after,
    limit: MAX_ROWS,
    maxRead: Number.POSITIVE_INFINITY,
  };
  const page = await readPhoneList(range, services);
  const isAllowed = current?.plan.sending.secondaryAddresses;
  const rows: PhoneRow[] = [];
  for (const some of chunked(page.found, ROWS_AT_ONCE)) {
    rows.push(...(await explained(some, { isAllowed, services })).map(({ row }) => row));
  }
  return { rows, next: page.after };
}
