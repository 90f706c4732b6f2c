import * as z from 'zod';
import { attentionPlaceOf } from '../aws/log-keys.ts';
import type { Services } from '../aws/pick.ts';
import type { Fact } from '../domain/send/fact.ts';
import type { SendStatus } from '../domain/send/status.ts';
import { readCursor } from '../lib/cursor.ts';
import { type Peekable, peekable } from '../lib/iterables.ts';
import { type FilerSend, type ReadSendServices, readSends } from './filer-send.ts';
import type { Page, PageOptions } from './page.ts';
import { linesOf, type SendLine } from './send-line.ts';
import type { SendsServices } from './sends-page.ts';

/** A page of the sends that need attention. */
type AttentionPage = Page<{ readonly lines: readonly SendLine[] }>;

const positionSchema = z.strictObject({ before: z.string().max(300) });

/**
 * A page of the sends that need attention, of all runs, newest first. Some seconds behind.
 * @param options `status`: only sends with it; `maxRead` is 500 by default.
 */
export async function attentionPage({
  status,
  cursor,
  limit = 50,
  maxRead = 500,
  services,
}: PageOptions & { status?: SendStatus | undefined; services: SendsServices }): Promise<AttentionPage> {
  const list = status ? `attention ${status}` : 'attention';
  const read = readCursor(cursor, { list, position: positionSchema });
  if (!read.ok) return read;
  const before = read.at?.before;
  const { found, place } = await readAttention({ before, status, limit, maxRead, services });
  const next = place === null ? null : read.next({ before: place });
  const lines = await joinedLines(found, services);
  return {
    ok: true,
    lines,
    previous: read.previous,
    next,
    lookFurther: next !== null && found.length < limit,
  };
}

/** A send that needs attention, and its run. */
interface FoundSend {
  readonly runId: string;
  readonly send: FilerSend;
}

/** What to read of the index of attention. */
interface AttentionReading {
  /** The place after which to begin, as an earlier reading gave it. @default the newest fact */
  readonly before?: string | undefined;
  readonly status?: SendStatus | undefined;
  /** Sends found, and facts looked at, at most. */
  readonly limit: number;
  readonly maxRead: number;
  readonly services: ReadSendServices & Pick<Services, 'logReader'>;
}

const FACTS_AT_ONCE = 25;

/**
 * Sends that need attention, newest first. The index lists facts; a send is listed at the fact that decides its status,
 * so that each comes once over all readings, and settled ones don't come at all.
 * @returns `place`: where to continue; `null`: the index ends here.
 */
export async function readAttention({
  before,
  status,
  limit,
  maxRead,
  services,
}: AttentionReading): Promise<{ found: FoundSend[]; place: string | null }> {
  const pageSize = Math.min(limit, maxRead, 100) + 1;
  const facts = peekable(services.logReader.attention({ before, pageSize }));
  const found: FoundSend[] = [];
  let place: string | null = null;
  for (let read = 0; found.length < limit && read < maxRead; ) {
    const batch = await take(facts, Math.min(FACTS_AT_ONCE, limit - found.length, maxRead - read));
    if (batch.length === 0) return { found, place: null };
    const sends = await readSends(batch, services);
    found.push(...batch.flatMap((fact, index) => listedAt(fact, { send: sends[index] ?? null, status })));
    read += batch.length;
    place = attentionPlaceOf(batch.at(-1)!);
  }
  return { found, place: (await facts.peek()) ? place : null };
}

/** Takes `size` facts. Those of the same place are taken together: reading continues after a place. */
async function take(facts: Peekable<Fact>, size: number): Promise<Fact[]> {
  const batch: Fact[] = [];
  for (let next = await facts.peek(); next; next = await facts.peek()) {
    const last = batch.at(-1);
    if (batch.length >= size && last && attentionPlaceOf(next) !== attentionPlaceOf(last)) break;
    batch.push(next);
    await facts.take();
  }
  return batch;
}

/** The send, if this fact decides its status and the status is asked for. */
function listedAt(
  { runId, attempt, kind }: Fact,
  { send, status }: { send: FilerSend | null; status: SendStatus | undefined },
): FoundSend[] {
  if (!send || (status !== undefined && send.send.status !== status)) return [];
  const { fact } = send.send;
  return fact?.attempt === attempt && fact.kind === kind ? [{ runId, send }] : [];
}

/**
 * Joins the sends with their filers run by run, and keeps their order. Without its run, a send can't be shown: older
 * versions recorded events of unknown runs.
 */
async function joinedLines(found: readonly FoundSend[], services: SendsServices): Promise<SendLine[]> {
  const runs = new Map((await services.runs.runs()).map((run) => [run.runId, run]));
  const lines = new Map<string, SendLine>();
  for (const [runId, own] of Map.groupBy(found, (one) => one.runId)) {
    const run = runs.get(runId);
    const sends = own.map(({ send }) => send);
    const joined = run ? await linesOf(sends, { run, services }) : [];
    for (const line of joined) lines.set(`${runId} ${line.filerId}`, line);
  }
  return found.flatMap(({ runId, send }) => lines.get(`${runId} ${send.filerId}`) ?? []);
}
