import type { IncomingHttpHeaders } from 'node:http';

/** What a request says of its signature. */
export interface Claim {
  readonly accessKeyId: string;
  /** `20181022` */
  readonly day: string;
  readonly region: string;
  readonly service: string;
  /** In lower case. */
  readonly signedHeaders: readonly string[];
  /** In hexadecimal. */
  readonly signature: string;
  /** When it was signed: `20181022T124500Z`. */
  readonly time: string;
  /** Whether it is in the address. */
  readonly isPresigned: boolean;
  /** How long a presigned address is good; `null` for a signature in a header. */
  readonly expiresSeconds: number | null;
}

const ALGORITHM = 'AWS4-HMAC-SHA256';
const HEADER = /^AWS4-HMAC-SHA256 Credential=(\S+), ?SignedHeaders=([\w;-]+), ?Signature=([0-9a-f]{64})$/;
const SCOPE = /^([^/]+)\/(\d{8})\/([\w-]+)\/([\w-]+)\/aws4_request$/;
/** A presigned address is good for a week at most. */
const MAX_SECONDS = 7 * 24 * 60 * 60;

/** Finds a request's signature; `null` when there is none that can be read. */
export function claimIn({ url, headers }: { url: string; headers: IncomingHttpHeaders }): Claim | null {
  return headers.authorization === undefined ? claimOfQuery(queryOf(url)) : claimOfHeader(headers);
}

function claimOfHeader(headers: IncomingHttpHeaders): Claim | null {
  const [, credential = '', names = '', signature = ''] = HEADER.exec(headers.authorization ?? '') ?? [];
  const scope = scopeOf(credential);
  if (!scope) return null;
  const time = String(headers['x-amz-date'] ?? '');
  return { ...scope, ...signedWith(names, signature), time, isPresigned: false, expiresSeconds: null };
}

function claimOfQuery(query: Query): Claim | null {
  const get = (name: string) => {
    const value = query[`X-Amz-${name}`];
    return typeof value === 'string' ? value : '';
  };
  const scope = scopeOf(get('Credential'));
  const expiresSeconds = Number(get('Expires') || Number.NaN);
  const isGood = expiresSeconds >= 1 && expiresSeconds <= MAX_SECONDS;
  if (get('Algorithm') !== ALGORITHM || !scope || !isGood) return null;
  const signed = signedWith(get('SignedHeaders'), get('Signature'));
  return { ...scope, ...signed, time: get('Date'), isPresigned: true, expiresSeconds };
}

function scopeOf(credential: string): Pick<Claim, 'accessKeyId' | 'day' | 'region' | 'service'> | null {
  const [, accessKeyId, day, region, service] = SCOPE.exec(credential) ?? [];
  return accessKeyId && day && region && service ? { accessKeyId, day, region, service } : null;
}

function signedWith(names: string, signature: string): Pick<Claim, 'signedHeaders' | 'signature'> {
  return { signedHeaders: names.split(';'), signature };
}

type Query = Record<string, string | string[]>;

/** The query of an address by name; a name that comes more than once has a list. What can't be decoded stays as it is. */
export function queryOf(url: string): Query {
  const [, text = ''] = /\?(.*)$/s.exec(url) ?? [];
  const values = new Map<string, string[]>();
  for (const pair of text.split('&').filter(Boolean)) {
    const [name = '', ...rest] = pair.split('=');
    const key = decoded(name);
    values.set(key, [...(values.get(key) ?? []), decoded(rest.join('='))]);
  }
  return Object.fromEntries([...values].map(([name, all]) => [name, all.length === 1 ? all[0]! : all]));
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
