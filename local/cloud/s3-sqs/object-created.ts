import { randomUUID } from 'node:crypto';
import { DEFAULT_BUS, type EventBridge, type NewEvent } from '../events/eventbridge.ts';
import { ACCOUNT } from '../template/account.ts';
import type { StoredObject } from './s3-requests.ts';

/** Tells of a new object as S3 tells EventBridge. Here keys stand as they are, not encoded as in S3's own notices. */
export async function objectCreated(object: StoredObject, bridge: EventBridge): Promise<void> {
  await bridge.put(DEFAULT_BUS, objectEvent(object));
}

export function objectEvent({ bucket, key, reason, size, etag, at }: StoredObject): NewEvent {
  return {
    source: 'aws.s3',
    detailType: 'Object Created',
    at,
    resources: [`arn:aws:s3:::${bucket}`],
    detail: {
      version: '0',
      bucket: { name: bucket },
      object: { key, size, etag, sequencer: sequencerOf(at.epochMilliseconds) },
      'request-id': randomUUID(),
      requester: ACCOUNT,
      'source-ip-address': '127.0.0.1',
      reason,
    },
  };
}

let writes = 0;

/** Later writes have larger ones. */
function sequencerOf(epochMilliseconds: number): string {
  const count = (writes++ % 0x10000).toString(16).padStart(4, '0');
  return (epochMilliseconds.toString(16).padStart(12, '0') + count).toUpperCase();
}
