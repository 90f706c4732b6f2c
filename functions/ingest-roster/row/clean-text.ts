import { mendText } from './mend-text.ts';

/** Marks of direction and joining that a spreadsheet or a web page leaves behind; none belongs in a roster. */
const INVISIBLE = /(?!\u200c|\u200d)[\p{Default_Ignorable_Code_Point}\p{Cf}]/gu;
/** Joiners that some scripts need inside a name. */
const JOINERS = /\u200c|\u200d/g;
const CONTROL = /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f]/g;
/** Everything that separates words or lines, but for the plain space. */
const SPACES = /[\t\n\v\f\r\u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/g;
const LINE_BREAKS = /[\r\n\u0085\u2028\u2029\v]+/g;
/** Nearly every cell is printable ASCII without entities: then there is nothing to look for. */
const ORDINARY = /^[\x20-\x25\x27-\x7e]*$/;

/** A spreadsheet's sign for text in front of a number, `'00123`, which some programs export with it. */
const TEXT_MARK = /^['\u2018\u2019](?=[\p{L}\p{N}][^'\u2018\u2019]*$)/u;

/** A cell's text, cleaned. */
export interface CleanText {
  readonly text: string;
  /** Something beyond plain spaces was taken away or replaced. */
  readonly changed: boolean;
  /** Text that was damaged before it came here was repaired. */
  readonly mended: boolean;
}

/**
 * A cell as text on one line: what was damaged on its way repaired, control and invisible characters gone, every kind of
 * space and line break a plain space, none at the ends or doubled. Accents and apostrophes stay; letters are composed
 * (NFC).
 */
export function cleanText(cell: string): CleanText {
  if (ORDINARY.test(cell)) return { text: single(cell), changed: false, mended: false };
  const { text: whole, isMended: mended } = mendText(cell);
  const visible = whole.replace(INVISIBLE, '').replace(CONTROL, '').replace(SPACES, ' ');
  const text = single(withoutEnds(visible).normalize('NFC'));
  return { text, changed: text !== single(whole.normalize('NFC')), mended };
}

/** A cell whose characters count one by one, such as a user id: joiners go too, and an apostrophe in front. */
export function cleanToken(cell: string): CleanText {
  const { text, changed, mended } = cleanText(cell);
  const joined = text.replace(JOINERS, '').replace(TEXT_MARK, '');
  return { text: joined, changed: changed || joined !== text, mended };
}

/**
 * A cell of addresses: line breaks separate them, invisible characters go. Control characters stay for the check to
 * refuse: no mail system takes them, and what was in their place can't be known. Nor is anything repaired: which address
 * was meant isn't certain.
 */
export function cleanAddresses(cell: string): CleanText {
  if (ORDINARY.test(cell)) return { text: single(cell), changed: false, mended: false };
  const separated = cell.replace(LINE_BREAKS, ';').replace(/^;|;$/g, '');
  const visible = separated.replace(INVISIBLE, '').replace(JOINERS, '').replace(SPACES, ' ');
  return { text: single(visible.normalize('NFC')), changed: visible !== separated, mended: false };
}

/** Without joiners and spaces at its ends. A pattern for the end would look at every space of a long row of them. */
function withoutEnds(text: string): string {
  const isEnd = (at: number) => text[at] === ' ' || text[at] === '\u200c' || text[at] === '\u200d';
  let [start, end] = [0, text.length];
  while (start < end && isEnd(start)) start++;
  while (end > start && isEnd(end - 1)) end--;
  return text.slice(start, end);
}

function single(text: string): string {
  const once = text.includes('  ') ? text.replace(/ {2,}/g, ' ') : text;
  return once.startsWith(' ') || once.endsWith(' ') ? once.trim() : once;
}
