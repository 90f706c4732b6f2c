import type { IncomingHttpHeaders } from 'node:http';
import type { Temporal } from 'temporal-polyfill';
import { callerOf } from '../iam/caller.ts';
import type { Request } from '../iam/policy.ts';
import { errorXml } from './xml.ts';

/** An object that a request made. */
export interface NewObject {
  readonly bucket: string;
  readonly key: string;
  /** S3's name of the operation that made it, such as `PutObject`. */
  readonly reason: string;
}

/** A new object, with all that S3's event says about it. */
export interface StoredObject extends NewObject {
  /** Bytes. */
  readonly size: number;
  readonly etag: string;
  readonly at: Temporal.Instant;
  /** S3's id of the request. @default a new one in its event */
  readonly requestId?: string;
  /** The function that made the request; `null`: a person. @default a person */
  readonly caller?: string | null;
}

/** The part of Fastify's request that is read here. */
export interface HttpRequest {
  readonly method: string;
  readonly params: unknown;
  readonly query: unknown;
  readonly headers: IncomingHttpHeaders;
  readonly body?: unknown;
}

/** The part of Fastify's reply that is used here. */
export interface HttpReply {
  readonly statusCode: number;
  code(status: number): HttpReply;
  header(name: string, value: string): HttpReply;
  send(payload: string): unknown;
}

/** What a policy must grant for a request, and whether it changes anything; `null` when it isn't one of S3. */
export function s3Request(request: HttpRequest): (Request & { readonly changes: boolean }) | null {
  const { bucket, '*': key } = request.params as { bucket?: string; '*'?: string };
  if (!bucket || bucket.startsWith('_') || bucket === 'health') return null;
  const changes = request.method === 'PUT' || request.method === 'POST' || request.method === 'DELETE';
  const isDeleteOfMany = !key && request.method === 'POST' && 'delete' in (request.query as object);
  const resource = `arn:aws:s3:::${bucket}${key ? `/${key}` : isDeleteOfMany ? '/*' : ''}`;
  const action = isDeleteOfMany ? 'DeleteObject' : actionOf(request, Boolean(key));
  const ifNoneMatch = request.headers['if-none-match'];
  const context = { ...(ifNoneMatch !== undefined && { 's3:if-none-match': ifNoneMatch }) };
  return { action: `s3:${action}`, resource, context, changes };
}

/** What a policy must grant for S3 to say that the object which is read is missing; `null`: nothing is read. */
export function listingThatTells({ method, params }: HttpRequest): Request | null {
  const { bucket, '*': key } = params as { bucket?: string; '*'?: string };
  if (!bucket || !key || (method !== 'GET' && method !== 'HEAD')) return null;
  return { action: 's3:ListBucket', resource: `arn:aws:s3:::${bucket}` };
}

function actionOf({ method, query }: HttpRequest, isObject: boolean): string {
  if (!isObject) return method === 'GET' || method === 'HEAD' ? 'ListBucket' : `${method} of a bucket`;
  switch (method) {
    case 'GET':
    case 'HEAD':
      return (query as { versionId?: string }).versionId ? 'GetObjectVersion' : 'GetObject';
    case 'DELETE':
      return 'uploadId' in (query as object) ? 'AbortMultipartUpload' : 'DeleteObject';
    default:
      return 'PutObject';
  }
}

/** Answers that the caller's role doesn't grant a request. */
export function s3Refusal(reply: HttpReply, message: string): unknown {
  return reply.code(403).header('content-type', 'application/xml').send(errorXml('AccessDenied', message));
}

/** Marks a request to fauxqs that brings a form's file. */
export const FORM_HEADER = 'x-from-form';

/** The object that a request made, if it made one. */
export function createdObject(
  request: HttpRequest,
  { statusCode }: Pick<HttpReply, 'statusCode'>,
): NewObject | null {
  const { bucket, '*': key } = request.params as { bucket?: string; '*'?: string };
  if (!bucket || !key || statusCode < 200 || statusCode > 299) return null;
  const { uploadId, partNumber } = request.query as { uploadId?: string; partNumber?: string };
  const isPut = request.method === 'PUT' && !partNumber;
  if (!isPut && !(request.method === 'POST' && uploadId)) return null;
  if (request.headers[FORM_HEADER]) return { bucket, key, reason: 'POST Object' };
  if (!isPut) return { bucket, key, reason: 'CompleteMultipartUpload' };
  return { bucket, key, reason: request.headers['x-amz-copy-source'] ? 'CopyObject' : 'PutObject' };
}

/** Whether a browser makes a request with what a function signed for it: an address, or a form. */
export function isPresigned({ method, headers, query }: HttpRequest): boolean {
  // A form's file may be passed on to fauxqs in parts, and only that ends with a deletion.
  return (FORM_HEADER in headers && method !== 'DELETE') || 'X-Amz-Signature' in (query as object);
}

/** The function whose key signed a request that made an object; `null`: a person. The console signs forms. */
export function signerOf({ reason }: NewObject, headers: IncomingHttpHeaders): string | null {
  return reason === 'POST Object' ? 'Console' : callerOf(headers);
}

/** Whether a browser posts a form with a file to a bucket. */
export function isForm({ method, params, headers }: HttpRequest): boolean {
  const { bucket, '*': key } = params as { bucket?: string; '*'?: string };
  const type = headers['content-type'] ?? '';
  return method === 'POST' && Boolean(bucket) && !key && type.startsWith('multipart/form-data');
}

/** A key as part of an address: each segment is encoded, slashes stay. */
export function encodeKey(key: string): string {
  return key.split('/').map(encodeURIComponent).join('/');
}
