import { domainToASCII } from 'node:url';
import { analyzeEmail } from '@hapi/address';

/** A usable address, or what was expected in its place. */
type ParsedAddress =
  | { readonly ok: true; readonly address: string }
  | { readonly ok: false; readonly expected: string };

/** Longer than any list of addresses that a person typed: not worth taking apart. */
const CELL_LENGTH = 2_000;
/** Nearly every cell: nothing to take apart. */
const ONE_ADDRESS = /^[\w.+-]+@[\w.-]+$/;
const EXAMPLE = 'one address such as jane@example.com';

/** What is wrong with an address, by the code of @hapi/address; other codes get the general sentence. */
const WRONG: Readonly<Record<string, string>> = {
  MISSING_AT_CHAR: `${EXAMPLE}: the @ is missing`,
  MULTIPLE_AT_CHAR: `${EXAMPLE}: there is more than one @`,
  EMPTY_LOCAL: `${EXAMPLE}: nothing stands before the @`,
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

/**
 * Takes a cell apart into the pieces that should be addresses: separated by `;`, `,`, `|` or, between whole
 * addresses, spaces; out of `Name <address>`, quotes and `mailto:`. Pieces aren't checked.
 */
export function splitAddresses(cell: string): string[] {
  if (cell === '') return [];
  if (cell.length > CELL_LENGTH || ONE_ADDRESS.test(cell)) return [cell];
  return cell
    .split(/[;|\n]/)
    .flatMap((piece) => (piece.includes('<') ? outOfBrackets(piece) : piece.split(',')))
    .flatMap(bySpaces)
    .map(unwrapped)
    .filter((piece) => piece !== '');
}

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

/** `Smith, John <a@example.com>`: the bracketed, and whatever else around them has an @. */
function outOfBrackets(piece: string): string[] {
  const inside = [...piece.matchAll(/<([^<>]*)>/g)].map(([, address = '']) => address);
  const around = piece
    .replace(/<[^<>]*>/g, ',')
    .split(',')
    .filter((part) => part.includes('@') && !inside.includes(unwrapped(part)));
  return inside.length > 0 ? [...around, ...inside] : [piece];
}

/** Two whole addresses side by side are two; a space inside one is a mistake that the check names. */
function bySpaces(piece: string): string[] {
  const words = piece.trim().split(/\s+/);
  return words.length > 1 && words.every((word) => word.includes('@')) ? words : [piece.trim()];
}

function unwrapped(piece: string): string {
  return piece
    .trim()
    .replace(/^(["'])(.*)\1$/, '$2')
    .replace(/^mailto:/i, '')
    .trim();
}
