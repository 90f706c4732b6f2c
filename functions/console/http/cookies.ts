import type { CookieOptions } from 'hono/utils/cookie';
import type { ConsoleSettings } from '../settings.ts';
import type { PageContext } from './context.ts';

/** A cookie as this console names it and sets it. */
interface CookieKind {
  readonly name: string;
  readonly options: CookieOptions;
}

/** The cookies that the console sets. */
interface ConsoleCookies {
  /** Who is signed in. */
  readonly session: CookieKind;
  /** What the provider's answer is checked by. */
  readonly flow: CookieKind;
  /** The notice that the next page shows. */
  readonly notice: CookieKind;
}

/**
 * The cookies. By https they carry `__Host-`, so that no other host of the domain can plant one; browsers take that
 * prefix by https only. On one machine they carry the port: browsers send a cookie to every port of a host, and two
 * consoles must not sign each other's people out.
 */
export function consoleCookies({
  isRehearsal,
  origin,
}: Pick<ConsoleSettings, 'isRehearsal' | 'origin'>): ConsoleCookies {
  const kind = (name: string, maxAge?: number): CookieKind => ({
    name: isRehearsal ? `${name}-${new URL(origin).port}` : `__Host-${name}`,
    options: {
      path: '/',
      httpOnly: true,
      secure: !isRehearsal,
      sameSite: 'Lax',
      ...(maxAge !== undefined && { maxAge }),
    },
  });
  return {
    session: kind('crier'),
    flow: kind('crier-sign-in', 600),
    notice: kind('crier-notice', 300),
  };
}

/** All of Crier's cookie values are base64url. */
const VALUE = /^[A-Za-z0-9_-]+$/;

/** A browser sends at most a few cookies of one name; more aren't looked at. */
const MAX_VALUES = 5;

/**
 * The values of one of Crier's cookies: usually one, or several if another site has set a cookie of the same name. Each
 * cookie in the header is read separately: a browser also sends cookies set by other sites of the same domain,
 * well-formed or not, and none of them may hide Crier's own.
 */
export function cookieValues(c: Pick<PageContext, 'req'>, { name }: CookieKind): readonly string[] {
  const values = (c.req.header('cookie') ?? '').split(';').flatMap((cookie) => {
    const [key = '', ...rest] = cookie.split('=');
    const value = rest.join('=').trim();
    return key.trim() === name && VALUE.test(value) ? [value] : [];
  });
  return values.slice(0, MAX_VALUES);
}

/** A value fit for a cookie. */
export function packed(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

/** @returns what was packed; `null` for anything else, since a browser may send what it likes. */
export function unpacked(text: string | undefined): unknown {
  if (!text) return null;
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString());
  } catch {
    return null;
  }
}
