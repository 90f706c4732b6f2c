import { decodeHTMLStrict } from 'entities/decode';

/** A text, repaired where it was damaged before it came here. */
export interface MendedText {
  readonly text: string;
  readonly isMended: boolean;
}

/** Text that is damaged twice is repaired twice; more often than this is no accident. */
const MAX_LAYERS = 3;
const ENTITY = /&(#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,30});/i;

/**
 * Undoes what is certain: `O&#39;Brien` is O'Brien, and `MuÃ±oz` is Muñoz, whose UTF-8 was read as Windows-1252 or Mac
 * Roman.
 */
export function mendText(damaged: string): MendedText {
  let text = damaged;
  for (let layer = 0; layer < MAX_LAYERS; layer++) {
    const decoded = ENTITY.test(text) ? decodeHTMLStrict(text) : text;
    const mended = TABLES.reduce(mendEncoding, decoded);
    if (mended === text) break;
    text = mended;
  }
  return { text, isMended: text !== damaged };
}

/** Signs of damage that can't be undone: the replacement character, and pieces of UTF-8 read as something else. */
export function isDamaged(text: string): boolean {
  return /[\ufffd\u251c\u252c\u221a]|[ÂÃ][\u00a0-\u00bf \u0080-\u009f€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|â€/.test(
    text,
  );
}

/** Whether letters of a name were replaced by question marks: `Mu?oz`. */
export function hasLostLetters(name: string): boolean {
  return /\p{L}\?|\?\p{L}/u.test(name);
}

/** An encoding as which UTF-8 is read by mistake. */
interface Table {
  readonly byteOf: ReadonlyMap<string, number>;
  /** Its sequences have signs in them that no name has: those of Mac Roman may be letters throughout. */
  readonly isCertain: boolean;
  /** Characters that UTF-8 of two to four bytes looks like. */
  readonly sequence: RegExp;
}

const TABLES = (['windows-1252', 'macintosh'] as const).map(tableOf);

function tableOf(encoding: 'windows-1252' | 'macintosh'): Table {
  const bytes = Array.from({ length: 128 }, (_, index) => index + 128);
  const decoder = new TextDecoder(encoding);
  const characters = bytes.map((byte) => decoder.decode(Uint8Array.of(byte)));
  const between = (from: number, to: number) => `[${characters.slice(from - 128, to - 127).join('')}]`;
  const follow = between(0x80, 0xbf);
  const two = `${between(0xc2, 0xdf)}${follow}`;
  const three = `${between(0xe0, 0xef)}${follow}{2}`;
  const four = `${between(0xf0, 0xf4)}${follow}{3}`;
  return {
    isCertain: encoding === 'windows-1252',
    byteOf: new Map(characters.map((character, index) => [character, index + 128])),
    sequence: new RegExp(`(?:${four}|${three}|${two})+`, 'g'),
  };
}

const utf8 = new TextDecoder('utf-8', { fatal: true });
/** One such letter or sign is certain; other scripts are when several follow each other. */
const LIKELY = /^[\u00a0\u00ab\u00b0\u00b4\u00b7\u00bb\u00c0-\u017f\u1e00-\u1eff\u2010-\u2026\ufeff]+$/;
const LETTERS = /^[\p{L}\p{M}]{2,}$/u;

function mendEncoding(text: string, table: Table): string {
  return text.replace(table.sequence, (damaged) => meant(damaged, table) ?? damaged);
}

/** What a run of sequences was; `null` when that isn't certain. What comes out may have been damaged again. */
function meant(damaged: string, table: Table, layers: number = MAX_LAYERS): string | null {
  let decoded: string;
  try {
    decoded = utf8.decode(Uint8Array.from(damaged, (character) => table.byteOf.get(character) ?? 0));
  } catch {
    return null;
  }
  if (LIKELY.test(decoded) || (table.isCertain && LETTERS.test(decoded))) return decoded;
  const isRun = layers > 1 && decoded.replace(table.sequence, '') === '';
  return isRun ? meant(decoded, table, layers - 1) : null;
}
