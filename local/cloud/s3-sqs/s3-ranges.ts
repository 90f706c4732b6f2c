import type { buildApp } from 'fauxqs';
import { S3Error } from '../../../node_modules/fauxqs/dist/common/errors.js';
import type { S3Store } from '../../../node_modules/fauxqs/dist/s3/s3Store.js';
import type { S3Object } from '../../../node_modules/fauxqs/dist/s3/s3Types.js';
import type { ObjectFiles } from './object-files.ts';

/** The only form of a range that Crier asks for. */
const RANGE = /^bytes=(\d+)-(\d+)$/;
/** With one of these, what is answered depends on more than the range: that is left to fauxqs. */
const CONDITIONS = ['if-match', 'if-none-match', 'if-modified-since', 'if-unmodified-since'];

/**
 * Answers reads of a part of an object from its file. For fauxqs each is a read of the whole object, which would make a
 * page that reads ten blocks of an index look as if it read the index.
 */
export function answerRanges(
  app: ReturnType<typeof buildApp>,
  { store, files }: { store: S3Store; files: ObjectFiles },
): void {
  app.addHook('preHandler', async (request, reply) => {
    const { bucket, '*': key } = request.params as { bucket?: string; '*'?: string };
    const { method, query, headers } = request;
    const [, from, to] = RANGE.exec(headers.range ?? '') ?? [];
    if (method !== 'GET' || !bucket || !key || from === undefined) return;
    if (Object.keys(query as object).some((name) => name !== 'x-id')) return;
    if (CONDITIONS.some((name) => name in headers)) return;
    const object = headOf(store, { bucket, key });
    const [begin, last] = [Number(from), Math.min(Number(to), (object?.contentLength ?? 0) - 1)];
    if (!object || object.body.length > 0 || begin > last) return;
    const part = files.readPart(bucket, key, { begin, end: last + 1 });
    return reply
      .code(206)
      .headers({
        'content-type': object.contentType,
        etag: object.etag,
        'last-modified': object.lastModified.toUTCString(),
        'content-length': part.length,
        'content-range': `bytes ${begin}-${last}/${object.contentLength}`,
      })
      .send(part);
  });
}

/** What the store knows about an object; `null`: it isn't there, which fauxqs says in S3's words. */
function headOf(store: S3Store, { bucket, key }: { bucket: string; key: string }): S3Object | null {
  try {
    return store.headObject(bucket, key);
  } catch (error) {
    if (error instanceof S3Error) return null;
    throw error;
  }
}
