import { randomBytes } from 'node:crypto';
import { type Buses, DEFAULT_BUS, type NewEvent } from '../events/buses.ts';
import { ACCOUNT } from '../template/account.ts';
import type { StoredObject } from './s3-requests.ts';

/** Announces a new object on the default bus, as S3 does. */
export async function objectCreated(object: StoredObject, buses: Pick<Buses, 'put'>): Promise<void> {
  await buses.put(DEFAULT_BUS, objectEvent(object));
}

/** S3's event of a new object. Its key isn't encoded, unlike in the notifications that S3 itself sends to queues. */
export function objectEvent({ bucket, key, reason, size, etag, at, ...more }: StoredObject): NewEvent {
  return {
    source: 'aws.s3',
    detailType: 'Object Created',
    at,
    resources: [`arn:aws:s3:::${bucket}`],
    detail: {
      version: '0',
      bucket: { name: bucket },
      object: { key, size, etag, sequencer: sequencerOf(at.epochMilliseconds) },
      'request-id': more.requestId ?? newRequestId(),
      requester: ACCOUNT,
      'source-ip-address': '127.0.0.1',
      reason,
    },
  };
}

/** An id of a request as S3 makes them: `NMT1G3ZKDW5BW4TF`. */
export function newRequestId(): string {
  return randomBytes(8).toString('hex').toUpperCase();
}

let writes = 0;

/** Later writes have larger ones. */
function sequencerOf(epochMilliseconds: number): string {
  const count = (writes++ % 0x10000).toString(16).padStart(4, '0');
  return (epochMilliseconds.toString(16).padStart(12, '0') + count).toUpperCase();
}
