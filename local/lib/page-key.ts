import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { resolve } from 'node:path';

/** The key of one start, which opens the pages of the embedded cloud. */
export interface PageKey {
  /** An address of one of the pages, with the key. In a browser that has opened it, all pages of the start open. */
  linkTo(url: string): string;
  /** What programs send as `Authorization`. */
  readonly authorization: string;
  /** What an answer sets as a cookie, so that the browser has the key from then on. */
  readonly setCookie: string;
  /** Whether a text is the key. Takes the same time for any text. */
  is(text: string): boolean;
  /** Whether a request carries the key, in the cookie or in `Authorization`. */
  isIn(headers: IncomingHttpHeaders): boolean;
}

const BEARER = 'Bearer ';

/**
 * Makes a new key.
 * @param dataDir Data folder of the launch. The cookie is named after it: browsers send a cookie to every port of a
 *   host, so two launches side by side need two names. @default a name of its own
 */
export function newPageKey(dataDir?: string): PageKey {
  const key = randomBytes(32).toString('base64url');
  const launch =
    dataDir === undefined ? randomBytes(32) : createHash('sha256').update(resolve(dataDir)).digest();
  const cookie = `crier-key-${launch.toString('hex').slice(0, 12)}`;
  const expected = digest(key);
  const is = (text: string) => timingSafeEqual(digest(text), expected);
  return {
    linkTo: (url) => {
      const link = new URL(url);
      link.searchParams.set('key', key);
      return link.href;
    },
    authorization: BEARER + key,
    setCookie: `${cookie}=${key}; Path=/; HttpOnly; SameSite=Strict`,
    is,
    isIn: ({ authorization = '', cookie: cookies = '' }) =>
      (authorization.startsWith(BEARER) && is(authorization.slice(BEARER.length))) ||
      cookies.split('; ').some((one) => one.startsWith(`${cookie}=`) && is(one.slice(cookie.length + 1))),
  };
}

/** Of a fixed length, as a comparison in constant time needs it. */
function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
