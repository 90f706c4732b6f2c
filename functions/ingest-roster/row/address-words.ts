import { isNothing } from './nothing.ts';

/** What people write beside an address. */
const NOTES = [
  ...[
    'address',
    'alternate',
    'alternative',
    'business',
    'contact',
    'default',
    'docketing',
    'email',
    'emails',
  ],
  ...['home', 'office', 'official', 'personal', 'preferred', 'primary', 'private', 'secondary', 'work'],
];
const NOTE_WORDS: ReadonlySet<string> = new Set(NOTES);
/** What they write before a colon: `E-mail:`, `To:`. */
const LABEL_WORDS: ReadonlySet<string> = new Set([
  ...NOTES,
  ...[
    'addr',
    'cc',
    'cell',
    'court',
    'current',
    'direct',
    'docket',
    'e',
    'ecf',
    'internet',
    'mail',
    'mailto',
    'main',
  ],
  ...['nef', 'new', 'other', 'smtp', 'to'],
]);
/** A label is at most this long. */
const LABEL_LENGTH = 40;
/** Schemes of what isn't email. */
const OTHER_SCHEME = /^(?:eum|fax|ftp|https?|im|phone|sips?|skype|tel|x400|x500|xmpp):/i;
const PHONE = /^[+(]?\d[\d().\s/-]*(?:(?:x|ext\.?) ?\d+)?$/i;
const PHONE_DIGITS = 7;
/** `Jane Q. Roe`, `ROE`: a word that begins like a name. */
const NAME_WORD = /^\p{Lu}[\p{L}'’-]*\.?$/u;

/** Takes labels off: `Email: a@example.com`, `mailto:a@example.com`. @returns the last label as written. */
export function withoutLabel(text: string): { label: string; rest: string } {
  let [label, rest] = ['', text];
  for (let colon = rest.indexOf(':'); colon >= 0 && colon < LABEL_LENGTH; colon = rest.indexOf(':')) {
    const written = rest.slice(0, colon).trim();
    if (
      !written
        .toLowerCase()
        .split(/[\s-]+/)
        .every((word) => LABEL_WORDS.has(word))
    )
      break;
    [label, rest] = [written, rest.slice(colon + 1).trim()];
  }
  return { label, rest };
}

/** `do not use`, `old`, `bounced`: beside an address they say that it is none any more. */
const WARNING =
  /\b(?:do(?:es)? ?n[o']t|don.t|not (?:in use|used|valid|active|current|working)|no longer|never|old|former|previous|invalid|inactive|bad|wrong|dead|expired|bounce[sd]?|bouncing|returned|undeliverable|rejected|closed|obsolete|defunct|disabled|deceased|retired|left)\b/i;

/** Whether a note warns of the address beside it. */
export function isWarning(note: string): boolean {
  return WARNING.test(note);
}

/** Whether a word only says something about the address beside it: `work`, `(preferred)`, `-`. */
export function isNote(word: string): boolean {
  return /^[-\u2013\u2014]$/.test(word) || NOTE_WORDS.has(word.toLowerCase());
}

/**
 * Whether a part of a cell is clearly no address, nor a piece of one: a word for nothing, a phone number, a person's
 * whole name, a note such as `work`. A single word that a separator joins to its neighbor is never clear.
 */
export function isNoAddress(text: string, isAttached: boolean): boolean {
  if (OTHER_SCHEME.test(text) || isPhone(text)) return true;
  const words = text.split(' ');
  if (words.length > 1 && words.every((word) => NAME_WORD.test(word))) return true;
  return !isAttached && (isWordForNothing(text) || words.every((word) => NOTE_WORDS.has(word.toLowerCase())));
}

/** Signs and two letters may be the beginning of an address. */
function isWordForNothing(text: string): boolean {
  return isNothing(text) && /[a-z/]{3}/i.test(text);
}

function isPhone(text: string): boolean {
  return PHONE.test(text) && text.replaceAll(/\D/g, '').length >= PHONE_DIGITS;
}
