import type { Filer } from '../filer/filer.ts';

/** The fewest letters to search by: one letter would mean a tenth of the roster. */
const SHORTEST_WORD = 2;
/** Letters beyond these are left out, in words and in what is typed: no two filers differ only there. */
const LONGEST_WORD = 64;
const MAX_WORDS = 8;

/** Letters of names that Unicode doesn't take apart into a plain letter and a mark. */
const PLAIN: Readonly<Record<string, string>> = {
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  ı: 'i',
  þ: 'th',
  ħ: 'h',
  ς: 'σ',
};
const APART = new RegExp(`[${Object.keys(PLAIN).join('')}]`, 'gu');

/** Without case, accents and the other forms of a letter: `Núñez` is `nunez`, `Weiß` is `weiss`. */
export function folded(text: string): string {
  const plain = text
    .toUpperCase()
    .toLowerCase()
    .normalize('NFKD')
    .replaceAll(/\p{M}+/gu, '');
  return plain.replaceAll(APART, (letter) => PLAIN[letter]!);
}

/**
 * The words by whose beginnings a filer is found: of name, firm, addresses (whole, and the parts before the ending of
 * their domain), CM/ECF user id, bar id and phone (their parts and whole), and the filer's id. Folded, each once.
 */
export function wordsOf(filer: Filer): string[] {
  const { lastName, firstName, middleName, firm, email, secondaryEmails, userId, barId, phone, filerId } =
    filer;
  const addresses = [email, ...secondaryEmails].filter((address) => address !== null);
  const ids = [userId, barId ?? ''].map(folded);
  const found = [
    ...[lastName, firstName, middleName, firm].flatMap((name) => (name ? partsOf(folded(name)) : [])),
    ...addresses.flatMap((address) => [folded(address), ...partsOf(withoutEnding(folded(address)))]),
    ...ids.flatMap((id) => [id, compact(id), ...partsOf(id)]),
    ...(phone ? [...numbersOf(phone), ...partsOf(folded(phone))] : []),
    filerId,
  ];
  const words = found.map((word) => word.slice(0, LONGEST_WORD)).filter((word) => !/[\s\p{Cc}]/u.test(word));
  return [...new Set(words)].filter((word) => word.length >= SHORTEST_WORD);
}

/**
 * What was typed into a search, as beginnings of words that must all be found; empty when there is none of two letters.
 * Text with an `@` in it is the beginning of an address.
 */
export function searchWords(typed: string): string[] {
  const pieces = folded(typed.slice(0, 500)).split(/[\s,;<>"]+/u);
  const words = pieces.flatMap((piece) => {
    if (piece.startsWith('@')) return partsOf(withoutEnding(piece));
    return piece.includes('@') ? [piece] : partsOf(withoutApostrophes(piece));
  });
  const long = words.filter((word) => word.length >= SHORTEST_WORD);
  return [...new Set(long.map((word) => word.slice(0, LONGEST_WORD)))].slice(0, MAX_WORDS);
}

/** Whether each of the beginnings is that of some word. */
export function isFoundBy(words: readonly string[], beginnings: readonly string[]): boolean {
  return beginnings.every((beginning) => words.some((word) => word.startsWith(beginning)));
}

/** `o'neil-smith`: `o`, `neil` and `smith`, and `oneil` too. */
function partsOf(text: string): string[] {
  const split = (one: string) => one.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  return [...split(text), ...split(withoutApostrophes(text))];
}

function withoutApostrophes(text: string): string {
  return text.replaceAll(/['’‘ʼ`]/gu, '');
}

function compact(text: string): string {
  return text.replaceAll(/[^\p{L}\p{N}]+/gu, '');
}

/** Without the ending of the domain: no search is for `com`. */
function withoutEnding(address: string): string {
  return address.replace(/(@.*)\.[^.]*$/u, '$1');
}

/** All digits in a row, and without the country's 1. */
function numbersOf(phone: string): string[] {
  const digits = folded(phone).replaceAll(/\D+/g, '');
  return digits.length === 11 && digits.startsWith('1') ? [digits, digits.slice(1)] : [digits];
}
