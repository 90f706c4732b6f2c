import { z } from 'zod';
import type { AttentionPlace } from '../aws/send-log-reader.ts';
import type { Run } from '../domain/run/run.ts';
import { FACT_KINDS, type Fact } from '../domain/send/fact.ts';
import type { SendStatus } from '../domain/send/status.ts';
import { cursorOf, filerIdSchema, readCursor } from '../lib/cursor.ts';
import { type Candidate, readCandidate } from './candidates.ts';
import type { SendPageServices } from './send-services.ts';
import { linesOf, type PageOptions, type SendLine } from './sends-page.ts';

export type AttentionPage =
  | {
      readonly ok: true;
      readonly lines: readonly SendLine[];
      readonly next: string | null;
      /** The page ended because enough was read, not because it is full. */
      readonly lookFurther: boolean;
    }
  | { readonly ok: false; readonly refused: string };

const placeSchema: z.ZodType<AttentionPlace> = z.strictObject({
  at: z.iso.datetime({ offset: true }),
  runId: z.string().regex(/^[\w-]{1,150}$/),
  filerId: filerIdSchema,
  attempt: z.number().int().min(1).max(1_000_000),
  kind: z.enum(FACT_KINDS),
});
const BATCH = 25;

/**
 * Sends that need a person, of all runs, newest first. A send stands where the fact that decided it stands: so each comes
 * once over all pages, and what was settled since comes not at all. Some seconds behind.
 */
export async function attentionPage({
  status,
  cursor,
  limit = 50,
  mostRead = 500,
  services,
}: PageOptions & {
  /** Those that stand so alone. @default all of them */
  status?: SendStatus | undefined;
  services: SendPageServices;
}): Promise<AttentionPage> {
  const list = status ? `attention ${status}` : 'attention';
  const read = readCursor(cursor, { list, position: placeSchema });
  if (!read.ok) return read;
  const found: { runId: string; candidate: Candidate }[] = [];
  let place = read.at;
  let work = 0;
  let isEnd = true;
  let batch: Fact[] = [];

  /** Takes the batch's facts in their order until the page is full. @returns whether it is. */
  async function take(): Promise<boolean> {
    const read = batch.map(({ runId, filerId }) => readCandidate(runId, { filerId, services }));
    const candidates = await Promise.all(read);
    for (const [index, fact] of batch.entries()) {
      if (found.length >= limit) return true;
      place = placeOf(fact);
      const candidate = candidates[index];
      if (!candidate || (status !== undefined && candidate.send.status !== status)) continue;
      if (isDeciding(fact, candidate)) found.push({ runId: fact.runId, candidate });
    }
    work += batch.length;
    batch = [];
    return false;
  }

  for await (const fact of services.logReader.attention({ place, pageSize: Math.min(limit, 100) + 1 })) {
    batch.push(fact);
    if (batch.length < BATCH && batch.length + found.length <= limit) continue;
    if ((await take()) || work >= mostRead) {
      isEnd = false;
      break;
    }
  }
  if (isEnd) isEnd = !(await take());
  const next = isEnd || !place ? null : cursorOf(list, place);
  const lines = await joined(found, services);
  return { ok: true, lines, next, lookFurther: next !== null && found.length < limit };
}

function placeOf({ at, runId, filerId, attempt, kind }: Fact): AttentionPlace {
  return { at, runId, filerId, attempt, kind };
}

function isDeciding({ attempt, kind }: Fact, { send }: Candidate): boolean {
  return send.fact?.attempt === attempt && send.fact.kind === kind;
}

/** Joins run by run, and keeps the order. */
async function joined(
  found: readonly { runId: string; candidate: Candidate }[],
  services: SendPageServices,
): Promise<SendLine[]> {
  const runs = new Map((await services.runs.runs()).map((run) => [run.runId, run]));
  const lines = new Map<string, SendLine>();
  for (const [runId, own] of Map.groupBy(found, (one) => one.runId)) {
    const run = runs.get(runId);
    const candidates = own.map(({ candidate }) => candidate);
    const joined = await linesOf(candidates, { run: run ?? unknownRun(runId), services });
    for (const line of joined) lines.set(`${runId} ${line.filerId}`, line);
  }
  return found.flatMap(({ runId, candidate }) => lines.get(`${runId} ${candidate.filerId}`) ?? []);
}

/** @throws Error: runs are never deleted. */
function unknownRun(runId: string): Run {
  throw new Error(`Cannot show the log because the run ${runId} must exist: it is gone`);
}
