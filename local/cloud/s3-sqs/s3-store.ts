import type { Clock } from '../../../functions/lib/clock.ts';
import { S3Store } from '../../../node_modules/fauxqs/dist/s3/s3Store.js';

/** Objects in memory, dated by the cloud's clock; fauxqs itself dates them by the machine's. */
export function s3StoreBy(clock: Clock): S3Store {
  const store = new S3Store();
  const { putObject, createMultipartUpload, completeMultipartUpload } = store;
  /** The buckets of uploads in parts, by upload id. */
  const buckets = new Map<string, string>();
  const date = <Made extends { readonly key: string }>(bucket: string, made: Made): Made => {
    const lastModified = new Date(clock.now().epochMilliseconds);
    // The store may hold a copy of what it answers.
    Object.assign(store.headObject(bucket, made.key), { lastModified });
    return Object.assign(made, { lastModified });
  };
  return Object.assign(store, {
    putObject: (...put: Parameters<S3Store['putObject']>) => date(put[0], putObject.apply(store, put)),
    createMultipartUpload: (...begun: Parameters<S3Store['createMultipartUpload']>) => {
      const uploadId = createMultipartUpload.apply(store, begun);
      buckets.set(uploadId, begun[0]);
      return uploadId;
    },
    completeMultipartUpload: (...done: Parameters<S3Store['completeMultipartUpload']>) => {
      const made = completeMultipartUpload.apply(store, done);
      const bucket = buckets.get(done[0])!;
      buckets.delete(done[0]);
      return date(bucket, made);
    },
  });
}
