import { mailboxOf } from '../../domain/filer/addresses.ts';
import { trimChars } from '../../lib/trim-chars.ts';
import { isNoAddress, isNote, isWarning, withoutLabel } from './address-words.ts';

const QUOTES = '"\'`\u2018\u2019\u201c\u201d ';

/**
 * A part of a cell of addresses. `address`: it has an @ and should be one. `words`: clearly none, such as a name in
 * front of brackets. `unclear`: it may be a piece of the address beside it, so that one can't be trusted either.
 */
export interface AddressPart {
  readonly is: 'address' | 'words' | 'unclear';
  readonly text: string;
  /** Exchange writes `SMTP:` before the primary address and `smtp:` before the others. */
  readonly smtp?: 'primary' | 'other';
}

/** Longer than any list of addresses that a person typed: not worth taking apart. */
const CELL_LENGTH = 2_000;
/** Nearly every cell: nothing to take apart. */
const ONE_ADDRESS = /^[\w.+-]+@[\w.-]+$/;
/** How Access and Excel write a link: `jane@example.com#mailto:jane@example.com#`. */
const OFFICE_LINK = /^([^#]*)#(?:mailto:|https?:\/\/)([^#]*)(?:#[^#]*)?$/i;
const BRACKETS = /<([^<>]*)>|\(([^()]*)\)|\[([^[\]]*)\]/g;
/** Between addresses of a list: a comma, a slash or dash set apart, `or`, `and`. */
const LIST = / ?,+ ?| [/&+] | (?:or|and) /i;

/** Takes a cell apart. Parts that should be addresses aren't checked, and none is made shorter by a separator in it. */
export function takeApart(cell: string): AddressPart[] {
  if (cell === '') return [];
  if (cell.length > CELL_LENGTH || ONE_ADDRESS.test(cell)) return [{ is: 'address', text: cell }];
  const parts = pieces(unquoted(cell), / ?[;|]+ ?/).flatMap(outOfPiece);
  return bySmtp(parts);
}

/** A piece between separators. */
interface Piece {
  readonly text: string;
  /** A separator touches it and its neighbor: without the separator the two are one word. */
  readonly isAttached: boolean;
}

function pieces(text: string, separator: RegExp): Piece[] {
  const found: { text: string; before: string; after: string }[] = [];
  let from = 0;
  let before = ' ';
  for (const match of text.matchAll(new RegExp(separator, 'gi'))) {
    found.push({ text: text.slice(from, match.index), before, after: match[0] });
    from = match.index + match[0].length;
    before = match[0];
  }
  found.push({ text: text.slice(from), before, after: ' ' });
  return found
    .filter((piece) => piece.text.trim() !== '')
    .map((piece) => ({
      text: piece.text.trim(),
      isAttached: !piece.before.includes(' ') || !piece.after.includes(' '),
    }));
}

function outOfPiece(piece: Piece): AddressPart[] {
  const link = OFFICE_LINK.exec(piece.text);
  if (link) return outOfLink(piece.text, { shown: link[1] ?? '', target: link[2] ?? '' });
  return piece.text.search(BRACKETS) < 0 ? outOfList(piece) : outOfBrackets(piece);
}

/** A link whose text is another address than the one it leads to says two things. */
function outOfLink(text: string, { shown, target }: { shown: string; target: string }): AddressPart[] {
  const isOne = !shown.includes('@') || mailboxOf(shown) === mailboxOf(target);
  return isOne ? outOfList({ text: target, isAttached: false }) : [{ is: 'unclear', text }];
}

/** `Smith, John <a@example.com>`, `John Smith (a@example.com)`, `a@example.com (preferred)`. */
function outOfBrackets({ text, isAttached }: Piece): AddressPart[] {
  const parts: AddressPart[] = [];
  let from = 0;
  for (const match of text.matchAll(BRACKETS)) {
    const inside = match[1] ?? match[2] ?? match[3] ?? '';
    const around = text.slice(from, match.index);
    const isSetApart = match[1] !== undefined || around === '' || around.endsWith(' ');
    parts.push(...(inside.includes('@') ? namedAddress(around, inside) : withNote(around, inside)));
    if (!isSetApart) parts.push({ is: 'unclear', text });
    from = match.index + match[0].length;
  }
  const rest = text.slice(from);
  if (/^[^ ,]/.test(rest)) parts.push({ is: 'unclear', text });
  const last = rest.replace(/^, /, '').trim();
  return [...parts, ...(last === '' ? [] : outOfList({ text: last, isAttached }))];
}

/** An address in brackets; what comes before is a name, after addresses of a list maybe. */
function namedAddress(around: string, inside: string): AddressPart[] {
  const addresses = outOfList({ text: inside.trim(), isAttached: false });
  const at = around.includes('@') ? around.lastIndexOf(', ') : -1;
  const [listed, name] = [around.slice(0, Math.max(at, 0)), around.slice(Math.max(at, 0))];
  const isSame = mailboxOf(unquoted(name)) === mailboxOf(addresses[0]?.text ?? '');
  const isName = name.includes('@') ? isSame : !isWarning(name);
  return [
    ...(listed.trim() === '' ? [] : outOfList({ text: listed.trim(), isAttached: false })),
    ...(isName ? [] : [{ is: 'unclear', text: name.trim() } as const]),
    ...addresses,
  ];
}

/** Something in brackets that is no address. */
function withNote(around: string, inside: string): AddressPart[] {
  const listed = around.trim() === '' ? [] : outOfList({ text: around.trim(), isAttached: false });
  return [...listed, { is: isWarning(inside) ? 'unclear' : 'words', text: inside }];
}

function outOfList({ text, isAttached }: Piece): AddressPart[] {
  const listed = pieces(text, LIST);
  if (listed.length === 1) return plainParts({ text: withoutLastComma(text), isAttached });
  return listed.flatMap((piece, index) => {
    const isAtEdge = index === 0 || index === listed.length - 1;
    return plainParts({ text: piece.text, isAttached: piece.isAttached || (isAtEdge && isAttached) });
  });
}

/** Nothing comes after the last comma of `jane@example.com,`. */
function withoutLastComma(text: string): string {
  let end = text.length;
  while (end > 0 && ' ,'.includes(text[end - 1] ?? '')) end--;
  return text.slice(0, end);
}

/** Words between separators, without brackets. */
function plainParts({ text, isAttached }: Piece): AddressPart[] {
  const { label, rest } = withoutLabel(unquoted(text));
  const bare = unquoted(label.toLowerCase() === 'mailto' ? rest.replace(/\?.*$/, '') : rest);
  if (!bare.includes('@')) return bare === '' ? [] : [{ is: clearly(bare, isAttached), text: bare }];
  if (isNoAddress(bare, isAttached)) return [{ is: 'words', text: bare }];
  const smtp = label === 'SMTP' ? 'primary' : label === 'smtp' ? 'other' : undefined;
  return addressesIn(bare).map((address) => ({ is: 'address', text: address, ...(smtp && { smtp }) }));
}

function clearly(text: string, isAttached: boolean): 'words' | 'unclear' {
  return isNoAddress(text, isAttached) ? 'words' : 'unclear';
}

/** Whole addresses side by side are several; a space inside one is a mistake that the check names. */
function addressesIn(text: string): string[] {
  const words = text.split(' ');
  const last = words.findLastIndex((word) => word.includes('@')) + 1;
  const isNoted = words.slice(last).every((word) => isNote(word));
  const addresses = isNoted ? words.slice(0, last) : words;
  if (!addresses.every((word) => word.includes('@'))) return [text];
  return addresses.flatMap((word) => {
    const several = word.split('/');
    return several.every((one) => one.includes('@')) ? several : [word];
  });
}

/** Without quotes around it, be they closed or not. */
function unquoted(text: string): string {
  return trimChars(text.trim(), QUOTES);
}

function bySmtp(parts: readonly AddressPart[]): AddressPart[] {
  const primary = parts.filter(({ smtp }) => smtp === 'primary');
  if (primary.length !== 1 || parts.some(({ is, smtp }) => is === 'address' && !smtp)) return [...parts];
  return [...primary, ...parts.filter((part) => part !== primary[0])];
}
