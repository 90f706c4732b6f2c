import { notFound } from '../http/refusal.ts';

/** Names of versions as `versionOf` makes them. */
const VERSION = /^\d{8}T\d{6}Z-[0-9a-f]{12}$/;

/**
 * A version's name from an address: nothing else is looked for.
 * @throws Refusal 404 when it isn't one.
 */
export function versionName(text: string | undefined): string {
  if (text === undefined || !VERSION.test(text)) throw notFound('This version of the roster');
  return text;
}
