import { createHmac, createSecretKey, hash, type KeyObject, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { getCanonicalHeaders, getCanonicalQuery } from '@smithy/signature-v4';
import { type Credentials, environmentCredentials } from './credentials.ts';
import { type Claim, claimIn, queryOf } from './signature-claim.ts';

/** A request as it came in. */
export interface SignedRequest {
  readonly method: string;
  /** Path and query, not decoded. */
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  /** Empty when there is none. */
  readonly body: Buffer;
}

/** Why a request isn't taken. */
export type Flaw = 'unsigned' | 'unknown-key' | 'wrong-signature' | 'wrong-payload' | 'expired';

/** What AWS says about each. */
export const FLAW_MESSAGES: Readonly<Record<Flaw, string>> = {
  unsigned: 'Request is missing Authentication Token',
  'unknown-key': 'The AWS Access Key Id you provided does not exist in our records.',
  'wrong-signature':
    'The request signature we calculated does not match the signature you provided. Check your key and signing method.',
  'wrong-payload': 'The body does not match the SHA-256 that was signed.',
  expired: 'Request has expired',
};

/** Checks one request. @returns `null` when it is signed well. */
export type CheckSignature = (request: SignedRequest, service: Service) => Flaw | null;

/** A service's name in the scope of a signature. */
export type Service = 'cognito-idp' | 'dynamodb' | 'events' | 'lambda' | 's3' | 'scheduler' | 'ses' | 'sqs';

/**
 * A request is taken this long before and after the time that it names. AWS takes it for 15 minutes; here the key itself
 * ends with the start, and tests set the clock ahead while the SDK keeps to the time of the last answer.
 */
const MAX_SKEW_MILLISECONDS = 24 * 60 * 60 * 1000;

/**
 * Checks signatures of version 4, in headers and in presigned addresses, as AWS does: the whole request is signed, by
 * a key that is known, for this service and not too long ago.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html
 * @param options.now Epoch milliseconds on the machine's clock, by which the SDK dates what it signs.
 */
export function signatureChecker(
  credentials: Credentials,
  { now = Date.now }: { now?: () => number } = {},
): CheckSignature {
  return (request, service) => {
    const claim = claimIn(request);
    if (!claim) return 'unsigned';
    if (claim.accessKeyId !== credentials.accessKeyId) return 'unknown-key';
    const payload = payloadOf(request, { claim, service });
    if (payload === null) return 'wrong-payload';
    if (!isSignedBy(credentials, { claim, request, service, payload })) return 'wrong-signature';
    return isCurrent(claim, now()) ? null : 'expired';
  };
}

/** Checks by the credentials of this process's SDK, as they are now. */
export function ownSignatures(): CheckSignature {
  return signatureChecker(environmentCredentials());
}

/** S3 takes these instead of a hash: the body isn't signed then. */
const UNSIGNED = new Set(['UNSIGNED-PAYLOAD', 'STREAMING-UNSIGNED-PAYLOAD-TRAILER']);

/** The body's hash as it was signed; `null` when the body has another. */
function payloadOf(
  { headers, body }: SignedRequest,
  { claim, service }: { claim: Claim; service: Service },
): string | null {
  const named = headers['x-amz-content-sha256'];
  if (service === 's3' && claim.isPresigned) return 'UNSIGNED-PAYLOAD';
  if (service === 's3' && typeof named === 'string' && UNSIGNED.has(named)) return named;
  const actual = hash('sha256', body, 'hex');
  return named === undefined || named === actual ? actual : null;
}

function isSignedBy(
  credentials: Credentials,
  signed: { claim: Claim; request: SignedRequest; service: Service; payload: string },
): boolean {
  const { claim, request, service, payload } = signed;
  if (claim.service !== service || !claim.time.startsWith(claim.day) || !coversAll(claim, request))
    return false;
  const scope = [claim.day, claim.region, claim.service];
  const text = [
    'AWS4-HMAC-SHA256',
    claim.time,
    [...scope, 'aws4_request'].join('/'),
    hash('sha256', canonicalOf(request, { claim, payload }), 'hex'),
  ].join('\n');
  return isSignatureOf(text, { credentials, scope, signature: claim.signature });
}

/** Signature Version 4 covers the host, and every header that means something to AWS. */
function coversAll({ signedHeaders }: Claim, { headers }: SignedRequest): boolean {
  const needed = ['host', ...Object.keys(headers).filter((name) => name.startsWith('x-amz-'))];
  return needed.every((name) => signedHeaders.includes(name));
}

/** The request as it is signed: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html */
function canonicalOf(request: SignedRequest, { claim, payload }: { claim: Claim; payload: string }): string {
  const { method, url } = request;
  const [path = '/'] = url.split('?');
  const names = new Set(claim.signedHeaders);
  const signed = Object.entries(request.headers).filter(([name]) => names.has(name));
  const headers = Object.fromEntries(signed.map(([name, value]) => [name, String(value)]));
  const sent = { protocol: 'http:', hostname: '', method, path, query: queryOf(url), headers };
  const canonical = Object.entries(getCanonicalHeaders(sent, undefined, names)).toSorted(byName);
  return [
    method,
    claim.service === 's3' ? path : path.split('/').map(encodeSegment).join('/'),
    getCanonicalQuery(sent),
    ...canonical.map(([name, value]) => `${name}:${value}`),
    '',
    canonical.map(([name]) => name).join(';'),
    payload,
  ].join('\n');
}

function byName([one]: readonly [string, string], [other]: readonly [string, string]): number {
  return one < other ? -1 : 1;
}

/** Services other than S3 sign the path encoded again. */
function encodeSegment(segment: string): string {
  return encodeURIComponent(segment).replace(
    /[!'()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

function isCurrent({ time, expiresSeconds }: Claim, now: number): boolean {
  const [, ...parts] = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(time) ?? [];
  const [year, month, day, hour, minute, second] = parts.map(Number);
  const signedAt = Date.UTC(year ?? Number.NaN, (month ?? 0) - 1, day, hour, minute, second);
  const lasts = expiresSeconds === null ? MAX_SKEW_MILLISECONDS : expiresSeconds * 1000;
  return signedAt - MAX_SKEW_MILLISECONDS <= now && now <= signedAt + lasts;
}

/**
 * Whether a signature of version 4 is that of a text.
 * @param signed.scope day, region and service
 * @param signed.signature in hexadecimal
 */
export function isSignatureOf(
  text: string,
  signed: { credentials: Credentials; scope: readonly string[]; signature: string },
): boolean {
  const { credentials, scope, signature } = signed;
  const wanted = hmac(signingKey(credentials, scope), text);
  const given = Buffer.from(signature, 'hex');
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}

const signingKeys = new WeakMap<Credentials, Map<string, KeyObject>>();

/** Derived once a day, region and service. */
function signingKey(credentials: Credentials, scope: readonly string[]): KeyObject {
  const known = signingKeys.get(credentials) ?? new Map<string, KeyObject>();
  signingKeys.set(credentials, known);
  const name = scope.join('/');
  const found = known.get(name);
  if (found) return found;
  const first: string | Buffer = `AWS4${credentials.secretAccessKey}`;
  const key = createSecretKey([...scope, 'aws4_request'].reduce<string | Buffer>(hmac, first) as Buffer);
  known.set(name, key);
  return key;
}

function hmac(key: string | Buffer | KeyObject, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}
