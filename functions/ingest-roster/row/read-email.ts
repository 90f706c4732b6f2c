import { mailboxOf } from '../../domain/filer/addresses.ts';
import { likelyTypo } from './likely-typo.ts';
import { isNothing } from './nothing.ts';
import { parseAddress } from './parse-address.ts';
import { isPlaceholder } from './placeholder.ts';
import { AS_UNKNOWN, type Note, type Reading } from './reading.ts';
import { type AddressPart, takeApart } from './take-apart.ts';
import { lookup, YES_NO } from './vocabulary.ts';

const SECONDARY_KEPT = 10;
const MISSING: Note = {
  code: 'email-missing',
  severity: 'address',
  expected:
    "an email address: without one, the filer is kept but can't be emailed, and goes on the phone list",
};

/** The primary address: the first one of the cell, if it is clear which that is; further ones become secondary. */
export function readEmail(value: string): Reading {
  const { usable, wrong, isUnclear, isFirstWrong } = checkAddresses(value);
  if (usable.length + wrong.length === 0) return { facts: { email: null }, notes: [MISSING] };
  if (usable.length > 0 && (isUnclear || isFirstWrong)) {
    const expected =
      'one address alone: this cell can be read in several ways, so the filer is not emailed. Enter the address ' +
      'alone, and any others in secondary_emails';
    return { facts: { email: null }, notes: [{ code: 'email-unclear', severity: 'address', expected }] };
  }
  const [primary = null, ...others] = usable;
  const { read: extraEmails, notes: unread } = withoutPlaceholders(others);
  const severity = primary === null ? 'address' : 'warning';
  const notes: Note[] = wrong.map((note) => ({ ...note, code: 'email-unusable', severity }));
  if (usable.length > 1)
    notes.push({
      code: 'email-several',
      severity: 'warning',
      expected: 'one address: the first is used as the primary address, the others as secondary addresses',
    });
  else if (
    primary !== null &&
    wrong.length === 0 &&
    mailboxOf(value) !== mailboxOf(primary) &&
    isTakenOut(value)
  )
    notes.push({
      code: 'email-cleaned',
      severity: 'warning',
      found: value,
      expected: `the address alone: it is read as ${primary}`,
    });
  notes.push(...unread);
  if (primary !== null && isPlaceholder(primary))
    return {
      facts: { email: null, placeholder: primary, extraEmails },
      notes: [...notes, placeholderNote(primary)],
    };
  return { facts: { email: primary, extraEmails }, notes: [...notes, ...typos(usable)] };
}

/** Secondary addresses, separated by `;`. */
export function readSecondaryEmails(value: string): Reading {
  const { usable, wrong, isUnclear } = checkAddresses(value);
  if (isUnclear && usable.length > 0) {
    const expected =
      'addresses separated by ";": this cell can be read in several ways, so none of them is used. Check each';
    const notes: Note[] = [{ code: 'email-unclear', severity: 'warning', expected }];
    return { facts: { secondaryEmails: [] }, notes };
  }
  const { read, notes: unread } = withoutPlaceholders(usable);
  const kept = read.slice(0, SECONDARY_KEPT);
  const notes: Note[] = wrong.map((note) => ({
    ...note,
    code: 'email-unusable',
    severity: 'warning',
    expected: `${note.expected}; it is left out`,
  }));
  notes.push(...unread);
  if (read.length > kept.length)
    notes.push({
      code: 'email-too-many',
      severity: 'warning',
      expected: `at most ${SECONDARY_KEPT} addresses: the others are left out`,
    });
  return { facts: { secondaryEmails: kept }, notes: [...notes, ...typos(kept)] };
}

/** Addresses of a further column: they join the secondary ones. */
export function readFurtherEmails(value: string): Reading {
  const { facts, notes } = readSecondaryEmails(value);
  return { facts: { furtherEmails: facts.secondaryEmails ?? [] }, notes };
}

/** Whether a person says that the address is read, although it looks like a placeholder. */
export function readEmailConfirmed(value: string): Reading {
  const word = value === '' ? 'no' : findYesNo(value);
  if (word !== null) return { facts: { isEmailConfirmed: word === 'yes' }, notes: [] };
  return {
    facts: {},
    notes: [{ code: 'word-unknown', severity: 'warning', expected: `yes or no${AS_UNKNOWN}` }],
  };
}
const findYesNo = lookup(YES_NO);

function placeholderNote(found: string): Note {
  const expected =
    'an address in use: this one looks like a placeholder, so the filer is not emailed. If it is real, enter ' +
    'yes in a column email_confirmed of this row';
  return { code: 'email-placeholder', severity: 'address', found, expected };
}

/** Secondary addresses that look like placeholders are left out: they can't be confirmed. */
function withoutPlaceholders(addresses: readonly string[]): { read: string[]; notes: Note[] } {
  const expected = 'an address in use: this one looks like a placeholder; it is left out';
  return {
    read: addresses.filter((address) => !isPlaceholder(address)),
    notes: addresses
      .filter(isPlaceholder)
      .map((found) => ({ code: 'email-placeholder', severity: 'warning', found, expected })),
  };
}

interface CheckedAddresses {
  /** In the cell's order, each mailbox once. */
  readonly usable: readonly string[];
  readonly wrong: readonly { readonly found: string; readonly expected: string }[];
  /** A part may be a piece of the address beside it. */
  readonly isUnclear: boolean;
  /** The first address can't be used. */
  readonly isFirstWrong: boolean;
}

function checkAddresses(cell: string): CheckedAddresses {
  const parts = isNothing(cell) ? [] : takeApart(cell);
  const checked = unlabeled(parts, cell).map(({ text }) => ({ found: text, parsed: parseAddress(text) }));
  const usable = new Map<string, string>();
  for (const { parsed } of checked) {
    if (parsed.ok && !usable.has(mailboxOf(parsed.address)))
      usable.set(mailboxOf(parsed.address), parsed.address);
  }
  return {
    usable: [...usable.values()],
    wrong: checked.flatMap(({ found, parsed }) => (parsed.ok ? [] : [{ found, expected: parsed.expected }])),
    isUnclear: parts.some(({ is }) => is === 'unclear'),
    isFirstWrong: checked[0]?.parsed.ok === false,
  };
}

/** The parts to check: the addresses, or what is there instead. */
function unlabeled(parts: readonly AddressPart[], cell: string): readonly { readonly text: string }[] {
  const addresses = parts.filter(({ is }) => is === 'address');
  if (addresses.length > 0) return addresses;
  return parts.length > 0 ? [{ text: cell }] : [];
}

/** The address isn't the whole cell, spelt otherwise: an internationalised domain is kept in ASCII. */
function isTakenOut(cell: string): boolean {
  const parts = takeApart(cell);
  return parts.length !== 1 || parts[0]?.text !== cell;
}

function typos(addresses: readonly string[]): Note[] {
  return addresses.flatMap((found) => {
    const meant = likelyTypo(found.slice(found.indexOf('@') + 1));
    return meant
      ? [
          {
            code: 'email-likely-typo',
            severity: 'warning',
            found,
            expected: `a check: did you mean @${meant}? It is used as it is`,
          },
        ]
      : [];
  });
}
