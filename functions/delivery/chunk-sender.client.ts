import pLimit from 'p-limit';
import { z } from 'zod';
import type { Handler, Invocation, QueueEvent, QueueResult } from '../shared/runtime.ts';
import type { ChunkName } from './chunk.client.ts';
import { chunksAtOnce } from './gate.ts';
import { sendChunk } from './send-chunk.client.ts';
import { AHEAD_MILLISECONDS, SPARE_MILLISECONDS } from './times.ts';
import type { SendServices } from './turn.ts';
import { waitingChunks } from './waiting-chunks.client.ts';

/** A chunk to send, with the message that named it, if one did. */
interface Task {
  readonly name: ChunkName;
  readonly messageId?: string | undefined;
}

const messageSchema = z.object({ runId: z.string(), chunk: z.string().min(1) });

/**
 * Works on as many chunks at once as the account's rate asks for: first those that the queue names, then whatever of
 * the same runs waits. So one sender alone can use the whole rate, and a chunk whose message or sender was lost waits
 * for no sweep while others still send. What lost a sender before is sent alone: all others wait meanwhile.
 */
export function chunkSender(services: SendServices): Handler<QueueEvent, QueueResult> {
  let turns = 0;

  return async ({ Records }, invocation) => {
    const { clock, log } = services;
    const deadline = clock.now().epochMilliseconds + invocation.getRemainingTimeInMillis();
    const isTimeLeft = () =>
      clock.now().epochMilliseconds + AHEAD_MILLISECONDS + SPARE_MILLISECONDS < deadline;
    const failed: { itemIdentifier: string }[] = [];
    const runIds = new Set<string>();
    const aside: (Task & { readonly lost: number })[] = [];

    /** A message whose chunk fails comes back; a chunk that was found has none. @returns whether its run is held. */
    async function send({ name, messageId }: Task, isAlone: boolean): Promise<boolean> {
      // A name of its own for each chunk: one that comes twice in a batch must find itself busy.
      const owner = `${invocation.awsRequestId}/${++turns}`;
      try {
        const end = await sendChunk(name, { owner, deadline, isAlone }, services);
        if (typeof end === 'object') aside.push({ name, messageId, lost: end.lost });
        return end === 'held';
      } catch (error) {
        log.error('chunk-failed', { ...name, error: (error as Error).name });
        if (messageId) failed.push({ itemIdentifier: messageId });
        return false;
      }
    }

    async function sendNamed({ messageId, body }: QueueEvent['Records'][number]): Promise<void> {
      const name = nameOf(body);
      if (name) {
        runIds.add(name.runId);
        await send({ name, messageId }, false);
      } else {
        log.error('chunk-unreadable', { message: messageId });
        failed.push({ itemIdentifier: messageId });
      }
    }

    /** Sends what the search finds until it finds no more. Others' messages stay: they will find the chunk done. */
    async function sendFound(): Promise<void> {
      while (isTimeLeft() && aside.length === 0) {
        const { value: name, done } = await search.next();
        if (done) return;
        if (await send({ name }, false)) return void (await search.return(undefined));
      }
    }

    const search = searchOf(runIds, { place: placeOf(invocation), services });
    const atOnce = chunksAtOnce((await services.quota()).maxSendRate);
    const limit = pLimit(atOnce);
    const searchers = Array.from({ length: atOnce });
    // The named ones stand first in line: a place is free for what is found once they have all begun.
    await Promise.all([limit.map(Records, sendNamed), limit.map(searchers, sendFound)]);
    while (aside.length > 0) {
      // Whatever killed most comes last: it may kill again.
      const tasks = aside.splice(0).sort((one, other) => one.lost - other.lost);
      for (const task of tasks) await send(task, true);
      await limit.map(searchers, sendFound);
    }
    return { batchItemFailures: failed };
  };
}

function nameOf(body: string): ChunkName | null {
  try {
    return messageSchema.parse(JSON.parse(body));
  } catch {
    return null;
  }
}

/** Looks through one run after the other; concurrent askers are answered one by one. */
async function* searchOf(
  runIds: ReadonlySet<string>,
  { place, services }: { place: number; services: SendServices },
): AsyncGenerator<ChunkName> {
  for (const runId of runIds) yield* waitingChunks(runId, { place, ...services });
}

/** 0 to 1 by the invocation's id, a UUID: each sender begins its search elsewhere. */
function placeOf({ awsRequestId }: Invocation): number {
  const digits = awsRequestId.replaceAll(/[^0-9a-f]/g, '').slice(0, 8) || '0';
  return Number.parseInt(digits, 16) / 16 ** digits.length;
}
