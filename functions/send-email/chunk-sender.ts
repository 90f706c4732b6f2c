import * as z from 'zod';
import type { ChunkName } from '../aws/chunk-items.ts';
import { chunksAtOnce } from '../domain/run/rate.ts';
import type { Chunk } from '../domain/run/run.ts';
import { MAX_RESERVE_AHEAD_MILLISECONDS, SHUTDOWN_MARGIN_MILLISECONDS } from '../domain/run/timeouts.ts';
import { errorFields } from '../lib/error-fields.ts';
import type { Handler, Invocation, QueueEvent, QueueResult } from '../lib/runtime.ts';
import { type ChunkResult, sendChunk } from './send-chunk.ts';
import type { SendServices } from './sender.ts';
import { waitingChunks } from './waiting-chunks.ts';

/** A chunk to send, with the message that named it, if one did. */
interface Task {
  readonly name: ChunkName;
  readonly messageId?: string;
}

const messageSchema = z.object({ runId: z.string(), chunk: z.string().min(1) });

/**
 * Works on as many chunks at once as the account's rate asks for: first those that the queue names, then whatever of
 * the same runs waits. So one sender alone can use the whole rate, and a chunk whose message or sender was lost needs
 * no sweep while others still send. Chunks that may be poison are quarantined: sent first, each alone, while the others
 * wait.
 */
export function chunkSender(services: SendServices): Handler<QueueEvent, QueueResult> {
  let owners = 0;
  return async ({ Records }, invocation) => {
    // An owner of its own for each chunk: one that comes twice in a batch must find itself busy.
    const nextOwner = () => `${invocation.awsRequestId}/${++owners}`;
    const deadline = services.clock.now().epochMilliseconds + invocation.getRemainingTimeInMillis();
    const call = new SenderCall({ nextOwner, deadline, place: placeOf(invocation), services });
    await call.work(Records);
    return { batchItemFailures: call.failed };
  };
}

interface CallOptions {
  readonly nextOwner: () => string;
  /** Epoch milliseconds. */
  readonly deadline: number;
  /** 0 to 1: where in a run to begin to search. */
  readonly place: number;
  readonly services: SendServices;
}

/** One invocation of the sender. */
class SenderCall {
  /** Messages that come back. */
  readonly failed: { itemIdentifier: string }[] = [];
  private readonly options: CallOptions;
  private readonly runIds = new Set<string>();
  /** Tasks that may be worked on side by side. */
  private readonly pending: Task[] = [];
  /** Tasks that must be alone, with the number of their expired leases. */
  private quarantined: (Task & { readonly expiredLeases: number })[] = [];
  private readonly search: AsyncGenerator<ChunkName>;

  constructor(options: CallOptions) {
    this.options = options;
    this.search = searchOf(this.runIds, options);
  }

  async work(records: QueueEvent['Records']): Promise<void> {
    const { services } = this.options;
    await this.read(records);
    const atOnce = chunksAtOnce((await services.quota()).maxSendRate);
    do {
      // The chunk that killed most senders comes last: it may kill this one.
      const quarantined = this.quarantined.toSorted((one, other) => one.expiredLeases - other.expiredLeases);
      this.quarantined = [];
      for (const task of quarantined) await this.send(task, true);
      await Promise.all(Array.from({ length: atOnce }, () => this.sendTogether()));
    } while (this.quarantined.length > 0);
  }

  /** Reads messages, and which of their chunks may be poison: those mustn't wait until the time is nearly over. */
  private async read(records: QueueEvent['Records']): Promise<void> {
    const { clock, chunks, log } = this.options.services;
    const tasks: Task[] = [];
    for (const { messageId, body } of records) {
      const name = nameOf(body);
      if (name) tasks.push({ name, messageId });
      else {
        log.error('chunk-unreadable', { message: messageId });
        this.failed.push({ itemIdentifier: messageId });
      }
    }
    for (const { name } of tasks) this.runIds.add(name.runId);
    // Should a read fail, the lease tells as well.
    const found = await Promise.all(tasks.map(({ name }) => chunks.chunk(name).catch(() => null)));
    const now = clock.now().epochMilliseconds;
    for (const [index, task] of tasks.entries()) {
      const chunk = found[index];
      // Most often a sender found it before its message came.
      if (chunk?.done) log.info('chunk-busy-or-done', { ...task.name });
      else if (chunk && mayBePoison(chunk, now))
        this.quarantined.push({ ...task, expiredLeases: chunk.expiredLeases });
      else this.pending.push(task);
    }
  }

  /** Sends one chunk after the other until none is left, or one is found that must be quarantined. */
  private async sendTogether(): Promise<void> {
    while (this.quarantined.length === 0) {
      const task = this.pending.shift() ?? (await this.findOne());
      if (!task) return;
      const result = await this.send(task, false);
      if (result?.end === 'quarantined')
        this.quarantined.push({ ...task, expiredLeases: result.expiredLeases });
      if (result?.end === 'held' && !task.messageId) await this.search.return(undefined);
    }
  }

  /** The next chunk that waits, while there is time. Its own message, if any, stays: it will find the chunk done. */
  private async findOne(): Promise<Task | null> {
    const { deadline, services } = this.options;
    const { clock, log } = services;
    const ready = clock.now().epochMilliseconds + MAX_RESERVE_AHEAD_MILLISECONDS;
    if (ready + SHUTDOWN_MARGIN_MILLISECONDS >= deadline) return null;
    try {
      const { value: name, done } = await this.search.next();
      return done ? null : { name };
    } catch (error) {
      // What is under way continues, and the next call searches again.
      log.error('chunk-search-failed', errorFields(error));
      return null;
    }
  }

  /** A message whose chunk fails comes back; a chunk that was found has none. @returns `null` when it failed. */
  private async send({ name, messageId }: Task, isAlone: boolean): Promise<ChunkResult | null> {
    const { nextOwner, deadline, services } = this.options;
    try {
      return await sendChunk(name, { owner: nextOwner(), deadline, isAlone }, services);
    } catch (error) {
      services.log.error('chunk-failed', { ...name, ...errorFields(error) });
      if (messageId) this.failed.push({ itemIdentifier: messageId });
      return null;
    }
  }
}

/** Whether the chunk may have killed a sender: one of its leases expired. */
function mayBePoison({ expiredLeases, leaseUntil }: Chunk, now: number): boolean {
  return expiredLeases > 0 || (leaseUntil !== undefined && leaseUntil <= now);
}

function nameOf(body: string): ChunkName | null {
  try {
    return messageSchema.parse(JSON.parse(body));
  } catch {
    return null;
  }
}

/** Searches one run after the other. Concurrent callers of a generator are answered one by one. */
async function* searchOf(
  runIds: ReadonlySet<string>,
  { place, services }: Pick<CallOptions, 'place' | 'services'>,
): AsyncGenerator<ChunkName> {
  for (const runId of runIds) yield* waitingChunks(runId, { place, ...services });
}

/** 0 to 1 by the invocation's id, a UUID: a jitter, so that each sender begins its search elsewhere. */
function placeOf({ awsRequestId }: Invocation): number {
  const digits = awsRequestId.replaceAll(/[^0-9a-f]/g, '').slice(0, 8) || '0';
  return Number.parseInt(digits, 16) / 16 ** digits.length;
}
