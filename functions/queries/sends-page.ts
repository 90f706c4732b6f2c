import { z } from 'zod';
import type { Filer } from '../domain/filer/filer.ts';
import { stateOf } from '../domain/filer/rules.ts';
import type { State } from '../domain/filer/state.ts';
import { goLiveDate } from '../domain/plan/phases.ts';
import type { Run } from '../domain/run/run.ts';
import type { Fact } from '../domain/send/fact.ts';
import { meaningOf, type SendStatus } from '../domain/send/status.ts';
import { cursorOf, filerIdSchema, readCursor } from '../lib/cursor.ts';
import { type Candidate, candidates } from './candidates.ts';
import type { SendPageServices } from './send-services.ts';
import type { SendFilter } from './sends-filter.ts';

/** Which sends of a run. */
export interface SendsFilter extends SendFilter {
  readonly runId: string;
}

/** One send: one filer in one run, folded, with who that is. Holds names and addresses: for people's eyes alone. */
export interface SendLine {
  readonly runId: string;
  readonly phaseId: string;
  readonly filerId: string;
  /** As the run's roster says; `null` when that version is gone. */
  readonly filer: Filer | null;
  readonly status: SendStatus;
  readonly attempt: number;
  readonly state: State | null;
  /** Instant of the fact that decided; `null` while waiting. */
  readonly at: string | null;
  readonly reason: string | null;
  /** What the status says, in words for ops. */
  readonly meaning: string;
  /** Every fact, oldest first. */
  readonly facts: readonly Fact[];
}

export type SendsPage =
  | {
      readonly ok: true;
      readonly run: Run;
      readonly lines: readonly SendLine[];
      /** The cursor of the next page; `null`: this was the last. */
      readonly next: string | null;
      /** The page ended because enough was read, not because it is full: offer to look further. */
      readonly lookFurther: boolean;
    }
  | { readonly ok: false; readonly refused: string };

export interface PageOptions {
  /** As an earlier page gave it; checked. */
  readonly cursor?: string | undefined;
  /** @default 50 */
  readonly limit?: number | undefined;
  /** So many filers are read at most for one page. @default 5,000 */
  readonly mostRead?: number | undefined;
}

const positionSchema = z.strictObject({ after: filerIdSchema });

/**
 * A page of a run's sends in the order of filers' ids. Every send of the run comes once over all pages, whatever their size; one
 * whose status changes meanwhile shows as it is when its page is read. Without a status also whoever has no fact yet.
 */
export async function sendsPage(
  filter: SendsFilter,
  { cursor, limit = 50, mostRead = 5_000, services }: PageOptions & { services: SendPageServices },
): Promise<SendsPage> {
  const { runId, status, state } = filter;
  const list = `sends ${runId} ${status ?? ''} ${state ?? ''}`;
  const read = readCursor(cursor, { list, position: positionSchema });
  if (!read.ok) return read;
  const run = await services.runs.run(runId);
  if (!run) return { ok: false, refused: `There is no run ${runId.slice(0, 100)}` };
  const found: Candidate[] = [];
  let after = read.at?.after ?? '';
  let work = 0;
  const cursorHere = () => cursorOf(list, { after });
  const pageSize = pageSizeFor(filter, limit);
  for await (const { filerId, candidate, cost } of candidates(run, { status, after, pageSize, services })) {
    if (found.length >= limit || work >= mostRead) {
      const lines = await linesOf(found, { run, services });
      return { ok: true, run, lines, next: cursorHere(), lookFurther: found.length < limit };
    }
    work += cost;
    after = filerId;
    if (candidate && (await fits(candidate, filter, { run, services }))) found.push(candidate);
  }
  return { ok: true, run, lines: await linesOf(found, { run, services }), next: null, lookFurther: false };
}

/** In facts: a send has about three, and with a filter many are read for few. */
function pageSizeFor({ status, state }: SendsFilter, limit: number): number {
  const isFiltered = (status !== undefined && status !== 'delivered') || state !== undefined;
  return Math.min(1_000, (isFiltered ? 10 : 4) * limit);
}

async function fits(
  candidate: Candidate,
  { status, state }: SendsFilter,
  { run, services }: { run: Run; services: SendPageServices },
): Promise<boolean> {
  if (status !== undefined && candidate.send.status !== status) return false;
  if (state === undefined) return true;
  if (candidate.state !== null) return candidate.state === state;
  const [line] = await linesOf([candidate], { run, services });
  return line?.state === state;
}

/** Joins sends of one run with who they went to. */
export async function linesOf(
  found: readonly Candidate[],
  { run, services }: { run: Run; services: Pick<SendPageServices, 'roster' | 'planOf'> },
): Promise<SendLine[]> {
  if (found.length === 0) return [];
  const ids = found.map(({ filerId }) => filerId);
  const filers = await services.roster.filersById(run.rosterVersion, ids);
  const isStateMissing = found.some(({ state }) => state === null);
  const goLive = isStateMissing ? goLiveDate(await services.planOf(run)) : null;
  return found.map((candidate) => {
    const filer = filers.get(candidate.filerId) ?? null;
    const state = candidate.state ?? (filer && stateOf(filer, goLive).state);
    return lineOf(candidate, { run, filer, state: state as State | null });
  });
}

function lineOf(
  { filerId, send, facts }: Candidate,
  { run, filer, state }: { run: Run; filer: Filer | null; state: State | null },
): SendLine {
  const { runId, phaseId } = run;
  const { status, attempt, fact } = send;
  return {
    runId,
    phaseId,
    filerId,
    filer,
    status,
    attempt,
    state,
    at: fact?.at ?? null,
    reason: fact?.reason ?? null,
    meaning: meaningOf(send),
    facts,
  };
}
