import { randomUUID } from 'node:crypto';
import { EventEmitter, once } from 'node:events';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { buildApp } from 'fauxqs';
import type { Clock } from '../../../functions/lib/clock.ts';
import type { S3Store } from '../../../node_modules/fauxqs/dist/s3/s3Store.js';
import { SnsStore } from '../../../node_modules/fauxqs/dist/sns/snsStore.js';
import { createQueue } from '../../../node_modules/fauxqs/dist/sqs/actions/createQueue.js';
import { SqsStore } from '../../../node_modules/fauxqs/dist/sqs/sqsStore.js';
import { isTaken, type Listening } from '../../lib/listen.ts';
import { guardServer } from '../../lib/origin-guard.ts';
import type { Access } from '../iam/access.ts';
import type { Lineage } from '../iam/caller.ts';
import { type Credentials, environmentCredentials } from '../iam/credentials.ts';
import { signatureChecker } from '../iam/signature.ts';
import { nameIn, REGION } from '../template/account.ts';
import type { BucketPolicies } from './bucket-policies.ts';
import { checkAccess } from './check-access.ts';
import { checkConditionalWrites } from './conditional-writes.ts';
import type { CreateQueue } from './create-queues.ts';
import { watchMessages } from './message-hooks.ts';
import { newRequestId } from './object-created.ts';
import type { ObjectFiles } from './object-files.ts';
import { type FormOptions, takeForms } from './s3-forms.ts';
import { answerRanges } from './s3-ranges.ts';
import { createdObject, encodeKey, type NewObject, type StoredObject, signerOf } from './s3-requests.ts';
import { INSIDE, requireSignatures } from './s3-sqs-signatures.ts';
import { s3StoreBy } from './s3-store.ts';

interface S3SqsOptions extends FormOptions {
  /** @default a free one */
  readonly port?: number;
  readonly clock: Clock;
  readonly access?: Access;
  /** The key that signs good requests. @default that of this process's SDK */
  readonly credentials?: Credentials;
  /** The function that signs addresses and forms for browsers: they may do what it may. @default everything */
  readonly signer?: string;
  /** What buckets refuse to everyone. @default nothing */
  readonly policies?: BucketPolicies;
  /** Hears why an object couldn't be announced. */
  readonly onError?: (error: unknown) => void;
  /**
   * Keeps the objects.
   * @default in memory
   */
  readonly files?: ObjectFiles;
  /** Hears of each new object. */
  readonly onObjectCreated?: (object: StoredObject) => Promise<void>;
}

/** S3 and SQS, listening on one port. */
export interface S3Sqs extends Listening {
  /** Makes a queue as a request would: by requests, the template's twenty take a fifth of a start. */
  readonly createQueue: CreateQueue;
  /** Until when a message stays hidden because its sender delayed it, in epoch milliseconds. */
  delayedUntil(messageId: string): number | undefined;
  /** Until when a function hid a message that it has, by its receipt: epoch milliseconds. */
  hiddenByReceipt(receiptHandle: string): number | undefined;
  /** Which functions led to a message; it is forgotten then. */
  takeLineage(messageId: string): Lineage;
  /**
   * How many messages or batches were sent to a queue so far: while that stays the same, an empty queue stays empty.
   */
  sendsTo(queueUrl: string): number;
  /** Resolves at the next message or batch for a queue, or after a while without one. */
  sendOrWait(queueUrl: string, milliseconds: number): Promise<void>;
  /** Resolves once every object written so far is announced. */
  announced(): Promise<void>;
}

type App = ReturnType<typeof buildApp>;

/**
 * S3 and SQS by fauxqs, in this process. Messages are delayed by the cloud's clock; fauxqs itself knows only the
 * machine's.
 */
export async function startS3Sqs(options: S3SqsOptions): Promise<S3Sqs> {
  const stores = storesOf(options);
  const app = buildApp({ logger: false, defaultRegion: REGION, stores });
  const { credentials = environmentCredentials() } = options;
  const inside = { [INSIDE]: randomUUID() };
  requireSignatures(app, { checkSignature: signatureChecker(credentials), inside: inside[INSIDE]! });
  takeForms(app, { ...options, credentials, inside });
  const messages = watchMessages(app, options.clock);
  const sends = sendCounter();
  const announced = announceObjects(app, { ...options, inside });
  checkAccess(app, {
    access: options.access,
    policies: options.policies,
    signer: options.signer,
    onSend: sends.note,
    onWrite: announced.expect,
  });
  guardServer(app.server, { ...(options.origins && { origins: options.origins }), signed: true });
  checkConditionalWrites(app, inside);
  const { files } = options;
  if (files) answerRanges(app, { store: stores.s3Store, files });
  const url = await listenOn(app, options.port ?? 0);
  return {
    url,
    close: () => app.close(),
    createQueue: async (QueueName, Attributes) => {
      const request = { headers: { host: new URL(url).host } } as Parameters<typeof createQueue>[2];
      return createQueue({ QueueName, Attributes }, stores.sqsStore, request).QueueUrl!;
    },
    delayedUntil: messages.until,
    hiddenByReceipt: messages.hiddenByReceipt,
    takeLineage: messages.take,
    sendsTo: (queueUrl) => sends.to(nameIn(queueUrl)),
    sendOrWait: (queueUrl, milliseconds) => sends.next(nameIn(queueUrl), milliseconds),
    announced: announced.all,
  };
}

/** Counts what is sent to each queue, by the queue's name. */
function sendCounter() {
  const counts = new Map<string, number>();
  // One for each queue: `once` listens for errors too, and an emitter for all would have a listener of every queue.
  const heard = new Map<string, EventEmitter>();
  const emitterOf = (queue: string) => {
    const emitter = heard.get(queue) ?? new EventEmitter();
    heard.set(queue, emitter);
    return emitter;
  };
  return {
    note: (queue: string) => {
      counts.set(queue, (counts.get(queue) ?? 0) + 1);
      emitterOf(queue).emit('sent');
    },
    to: (queue: string) => counts.get(queue) ?? 0,
    next: async (queue: string, milliseconds: number) => {
      await once(emitterOf(queue), 'sent', { signal: AbortSignal.timeout(milliseconds) }).catch(() => {});
    },
  };
}

interface Announcements {
  /** A write begins: it may be answered before it is announced. */
  readonly expect: (request: object) => void;
  /** Resolves once every write is announced. */
  readonly all: () => Promise<void>;
}

function announceObjects(
  app: App,
  { clock, onObjectCreated, onError, inside }: S3SqsOptions & { inside: Readonly<Record<string, string>> },
): Announcements {
  const expected = new Set<object>();

  async function announce(object: NewObject, caller: string | null): Promise<void> {
    // The answer to a write doesn't say how large the object is.
    const url = `/${object.bucket}/${encodeKey(object.key)}`;
    const { headers } = await app.inject({ method: 'HEAD', url, headers: inside });
    const etag = String(headers.etag).replaceAll('"', '');
    const size = Number(headers['content-length']);
    const requestId = newRequestId();
    await onObjectCreated?.({ ...object, size, etag, at: clock.now(), requestId, caller });
  }

  app.addHook('onResponse', async (request, reply) => {
    try {
      const object = createdObject(request, reply);
      if (object && onObjectCreated) await announce(object, signerOf(object, request.headers));
    } catch (error) {
      // The request is answered already, so Fastify would drop the error.
      onError?.(error);
    } finally {
      expected.delete(request);
    }
  });
  return {
    expect: (request) => void expected.add(request),
    all: async () => {
      while (expected.size > 0) await nextTurn();
    },
  };
}

/** fauxqs itself lets only a server that listens on every address keep its objects elsewhere: see decision 121. */
function storesOf({ clock, files }: S3SqsOptions): NonNullable<
  NonNullable<Parameters<typeof buildApp>[0]>['stores']
> & {
  s3Store: S3Store;
  sqsStore: SqsStore;
} {
  const s3Store = s3StoreBy(clock);
  if (files) {
    files.loadS3(s3Store);
    s3Store.persistence = files;
  }
  return { s3Store, sqsStore: new SqsStore(), snsStore: new SnsStore() };
}

async function listenOn(app: App, port: number): Promise<string> {
  try {
    return await app.listen({ port, host: '127.0.0.1' });
  } catch (error) {
    if (port === 0 || !isTaken(error)) throw error;
    return app.listen({ port: 0, host: '127.0.0.1' });
  }
}
