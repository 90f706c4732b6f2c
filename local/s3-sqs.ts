import { buildApp } from 'fauxqs';
import type { Clock } from '../functions/shared/clock.ts';
import type { Access } from './access.ts';
import { REGION } from './account.ts';
import { isTaken, type Listening } from './listen.ts';
import { createdObject, type StoredObject, s3Refusal, s3Request } from './s3-requests.ts';
import { delayKeeper, sqsRefusal, sqsRequest } from './sqs-requests.ts';

export interface S3SqsOptions {
  /** @default a free one */
  readonly port?: number;
  readonly clock: Clock;
  readonly access?: Access;
  /** Hears of each new object before its writer gets the answer. */
  readonly onObjectCreated?: (object: StoredObject) => Promise<void>;
}

export interface S3Sqs extends Listening {
  /** Until when a message stays hidden because its sender delayed it, in epoch milliseconds. */
  delayedUntil(messageId: string): number | undefined;
}

/**
 * S3 and SQS by fauxqs, in this process. Delays of messages go by the cloud's clock: the queue itself would go by
 * the machine's.
 */
export async function startS3Sqs(options: S3SqsOptions): Promise<S3Sqs> {
  const { access, clock, onObjectCreated } = options;
  const app = buildApp({ logger: false, defaultRegion: REGION });
  const delays = delayKeeper(clock);

  app.addHook('preHandler', async (request, reply) => {
    const sqs = sqsRequest(request);
    if (sqs) {
      delays.take(request);
      const refusal = access?.refusal(request.headers, sqs);
      if (refusal) return sqsRefusal(reply, refusal);
      if (sqs.changes) access?.changed();
      return;
    }
    const s3 = s3Request(request);
    if (!s3) return;
    const refusal = access?.refusal(request.headers, s3);
    if (refusal) return s3Refusal(reply, refusal);
    if (s3.changes) access?.changed();
  });

  app.addHook('onSend', async (request, reply, payload) => {
    delays.note(request, payload);
    const object = createdObject(request, reply);
    if (!object || !onObjectCreated) return;
    // The answer to a write doesn't say how large the object became.
    const head = await app.inject({ method: 'HEAD', url: `/${object.bucket}/${encodeKey(object.key)}` });
    await onObjectCreated({
      ...object,
      size: Number(head.headers['content-length']),
      etag: String(head.headers.etag).replaceAll('"', ''),
      at: clock.now(),
    });
  });

  const url = await listenOn(app, options.port ?? 0);
  return { url, close: () => app.close(), delayedUntil: delays.until };
}

async function listenOn(app: ReturnType<typeof buildApp>, port: number): Promise<string> {
  try {
    return await app.listen({ port, host: '127.0.0.1' });
  } catch (error) {
    if (port === 0 || !isTaken(error)) throw error;
    return app.listen({ port: 0, host: '127.0.0.1' });
  }
}

/** A key as it stands in an address: each segment encoded, slashes left. */
export function encodeKey(key: string): string {
  return key.split('/').map(encodeURIComponent).join('/');
}
