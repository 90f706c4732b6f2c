import { domainToASCII } from 'node:url';
import { analyzeEmail } from '@hapi/address';

/** A usable address, or what was expected in its place. */
type ParsedAddress =
  | { readonly ok: true; readonly address: string }
  | { readonly ok: false; readonly expected: string };

const EXAMPLE = 'one address such as jane@example.com';

/** What is wrong with an address, by the code of @hapi/address; other codes get the general sentence. */
const WRONG: Readonly<Record<string, string>> = {
  MISSING_AT_CHAR: `${EXAMPLE}: the @ is missing`,
  MULTIPLE_AT_CHAR: `${EXAMPLE}: there is more than one @`,
  EMPTY_LOCAL: `${EXAMPLE}: nothing comes before the @`,
  EMPTY_LOCAL_SEGMENT: `${EXAMPLE}: no dot at the start, at the end or doubled before the @`,
  INVALID_LOCAL_CHARS: `${EXAMPLE}: a character before the @ can't be used`,
  LOCAL_TOO_LONG: `${EXAMPLE}: at most 64 characters before the @`,
  DOMAIN_NON_EMPTY: `${EXAMPLE}: the domain after the @ is missing`,
  DOMAIN_EMPTY_SEGMENT: `${EXAMPLE}: no dot at the start, at the end or doubled in the domain`,
  DOMAIN_SEGMENTS_COUNT: `${EXAMPLE}: the domain must have an ending such as .com`,
  DOMAIN_INVALID_CHARS: `${EXAMPLE}: a character of the domain can't be used`,
  DOMAIN_INVALID_TLDS_CHARS: `${EXAMPLE}: the domain must have an ending such as .com`,
  DOMAIN_LONG_SEGMENT: `${EXAMPLE}: a part of the domain has more than 63 characters`,
  ADDRESS_TOO_LONG: `${EXAMPLE}: at most 254 characters`,
};

/** Checks one address. The domain comes back in lower case and ASCII (`xn--…`). */
export function parseAddress(text: string): ParsedAddress {
  const at = text.lastIndexOf('@');
  const local = text.slice(0, at);
  const domain = text.slice(at + 1);
  if (at > 0 && /[^\x00-\x7f]/.test(local)) {
    return { ok: false, expected: `${EXAMPLE}: only plain letters, digits and signs before the @` };
  }
  const ascii = /[^\x00-\x7f]/.test(domain) ? domainToASCII(domain) : domain.toLowerCase();
  const address = at < 0 ? text : `${local}@${ascii}`;
  const wrong = analyzeEmail(address, { allowUnicode: false });
  if (wrong) return { ok: false, expected: WRONG[wrong.code] ?? EXAMPLE };
  if (!/\.([a-z]{2,}|xn--[a-z0-9-]+)$/.test(ascii)) {
    return { ok: false, expected: `${EXAMPLE}: the domain must have an ending such as .com` };
  }
  return { ok: true, address };
}
