import type { ConsoleSettings } from '../settings.ts';

/** Headers that every answer carries. */
export function securityHeaders({
  isRehearsal,
}: Pick<ConsoleSettings, 'isRehearsal'>): Record<string, string> {
  return {
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'DENY',
    // `no-referrer` would make browsers hide the origin of our own forms.
    'Referrer-Policy': 'same-origin',
    'Permissions-Policy':
      'accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), ' +
      'microphone=(), payment=(), usb=()',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    ...(!isRehearsal && { 'Strict-Transport-Security': 'max-age=63072000; includeSubDomains' }),
  };
}

/**
 * What a page may load and where its forms may go.
 * @param uploadOrigin where browsers send files without passing through the console
 */
export function contentPolicy(uploadOrigin: string): string {
  return [
    "default-src 'none'",
    "style-src 'self'",
    "script-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src 'self' ${uploadOrigin}`,
    "frame-src 'self'",
    `form-action 'self' ${uploadOrigin}`,
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ].join('; ');
}

/** Whether a request comes from a page of our own. Fails closed: browsers send at least one of the two headers. */
export function isOwn(headers: Pick<Headers, 'get'>, origin: string): boolean {
  const from = headers.get('origin');
  const site = headers.get('sec-fetch-site');
  if (from !== null && from !== origin) return false;
  if (site !== null && site !== 'same-origin') return false;
  return from !== null || site !== null;
}
