import { setImmediate as turn } from 'node:timers/promises';
import { buildApp } from 'fauxqs';
import type { Clock } from '../../../functions/lib/clock.ts';
import { S3Store } from '../../../node_modules/fauxqs/dist/s3/s3Store.js';
import { SnsStore } from '../../../node_modules/fauxqs/dist/sns/snsStore.js';
import { SqsStore } from '../../../node_modules/fauxqs/dist/sqs/sqsStore.js';
import { isTaken, type Listening } from '../../lib/listen.ts';
import type { Access } from '../iam/access.ts';
import { nameIn, REGION } from '../template/account.ts';
import type { ObjectFiles } from './object-files.ts';
import { type FormOptions, takeForms } from './s3-forms.ts';
import {
  createdObject,
  encodeKey,
  isForm,
  type NewObject,
  type StoredObject,
  s3Refusal,
  s3Request,
} from './s3-requests.ts';
import { delayKeeper, sqsRefusal, sqsRequest } from './sqs-requests.ts';

export interface S3SqsOptions extends FormOptions {
  /** @default a free one */
  readonly port?: number;
  readonly clock: Clock;
  readonly access?: Access;
  /** Hears of an object that couldn't be told of. */
  readonly onError?: (error: unknown) => void;
  /**
   * Keeps the objects.
   * @default in memory
   */
  readonly files?: ObjectFiles;
  /** Hears of each new object. */
  readonly onObjectCreated?: (object: StoredObject) => Promise<void>;
}

export interface S3Sqs extends Listening {
  /** Until when a message stays hidden because its sender delayed it, in epoch milliseconds. */
  delayedUntil(messageId: string): number | undefined;
  /** How many times somebody has sent to a queue: as long as it stands, an empty queue is empty. */
  sendsTo(queueUrl: string): number;
  /** Resolves once every object written so far is announced. */
  announced(): Promise<void>;
}

/**
 * S3 and SQS by fauxqs, in this process. Delays of messages go by the cloud's clock: the queue itself would go by
 * the machine's.
 */
export async function startS3Sqs(options: S3SqsOptions): Promise<S3Sqs> {
  const { access, clock, onObjectCreated } = options;
  const app = buildApp({ logger: false, defaultRegion: REGION, ...storesOf(options) });
  const delays = delayKeeper(clock);
  const sends = new Map<string, number>();
  /** Writes whose answer may be out while their event isn't. */
  const telling = new Set<object>();
  takeForms(app, options);

  app.addHook('preHandler', async (request, reply) => {
    const sqs = sqsRequest(request);
    if (sqs) {
      delays.take(request);
      const refusal = access?.refusal(request.headers, sqs);
      if (refusal) return sqsRefusal(reply, refusal);
      if (!sqs.changes) return;
      access?.changed();
      const queue = nameIn(sqs.resource);
      sends.set(queue, (sends.get(queue) ?? 0) + 1);
      return;
    }
    const s3 = isForm(request) ? null : s3Request(request);
    if (!s3) return;
    const refusal = access?.refusal(request.headers, s3);
    if (refusal) return s3Refusal(reply, refusal);
    if (!s3.changes) return;
    access?.changed();
    telling.add(request);
  });

  // Not an async hook: fauxqs answers S3 in a way that Fastify would then send twice.
  app.addHook('onSend', (request, _reply, payload, done) => {
    delays.note(request, payload);
    done(null, payload);
  });

  app.addHook('onResponse', async (request, reply) => {
    try {
      const object = createdObject(request, reply);
      if (object && onObjectCreated) await tell(object, onObjectCreated);
    } catch (error) {
      // The answer is out: Fastify itself would say nothing.
      options.onError?.(error);
    } finally {
      telling.delete(request);
    }
  });

  async function tell(object: NewObject, hear: NonNullable<S3SqsOptions['onObjectCreated']>): Promise<void> {
    // The answer to a write doesn't say how large the object became.
    const { headers } = await app.inject({
      method: 'HEAD',
      url: `/${object.bucket}/${encodeKey(object.key)}`,
    });
    const size = Number(headers['content-length']);
    await hear({ ...object, size, etag: String(headers.etag).replaceAll('"', ''), at: clock.now() });
  }

  const url = await listenOn(app, options.port ?? 0);
  return {
    url,
    close: () => app.close(),
    delayedUntil: delays.until,
    sendsTo: (queueUrl) => sends.get(nameIn(queueUrl)) ?? 0,
    announced: async () => {
      while (telling.size > 0) await turn();
    },
  };
}

/** The package itself hands its stores only to a server that everybody could reach: see decision 121. */
function storesOf({ files }: S3SqsOptions): Pick<NonNullable<Parameters<typeof buildApp>[0]>, 'stores'> {
  if (!files) return {};
  const s3Store = new S3Store();
  files.loadS3(s3Store);
  s3Store.persistence = files;
  return { stores: { s3Store, sqsStore: new SqsStore(), snsStore: new SnsStore() } };
}

async function listenOn(app: ReturnType<typeof buildApp>, port: number): Promise<string> {
  try {
    return await app.listen({ port, host: '127.0.0.1' });
  } catch (error) {
    if (port === 0 || !isTaken(error)) throw error;
    return app.listen({ port: 0, host: '127.0.0.1' });
  }
}
