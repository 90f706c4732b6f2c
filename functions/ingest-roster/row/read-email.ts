import { likelyTypo } from './likely-typo.ts';
import { parseAddress, splitAddresses } from './parse-address.ts';
import type { Note, Reading } from './reading.ts';

const SECONDARY_KEPT = 10;

/** The primary address: the first usable one of the cell; further ones become secondary. */
export function readEmail(value: string): Reading {
  const pieces = splitAddresses(value);
  if (pieces.length === 0) {
    const expected =
      'an email address: without one the filer is kept, unreachable, and goes on the phone list';
    return { facts: { email: null }, notes: [{ code: 'email-missing', severity: 'address', expected }] };
  }
  const { usable, wrong } = checkAddresses(pieces);
  const [primary = null, ...extraEmails] = usable;
  const severity = primary === null ? 'address' : 'warning';
  const notes: Note[] = wrong.map((note) => ({ ...note, code: 'email-unusable', severity }));
  if (usable.length > 1)
    notes.push({
      code: 'email-several',
      severity: 'warning',
      expected: 'one address: the first is taken as the primary one, the others as secondary',
    });
  if (pieces.length === 1 && primary !== null && pieces[0] !== value)
    notes.push({
      code: 'email-cleaned',
      severity: 'warning',
      found: value,
      expected: `the bare address: it is taken as ${primary}`,
    });
  return { facts: { email: primary, extraEmails }, notes: [...notes, ...typos(usable)] };
}

/** Secondary addresses, separated by `;`. */
export function readSecondaryEmails(value: string): Reading {
  const { usable, wrong } = checkAddresses(splitAddresses(value));
  const kept = usable.slice(0, SECONDARY_KEPT);
  const notes: Note[] = wrong.map((note) => ({
    ...note,
    code: 'email-unusable',
    severity: 'warning',
    expected: `${note.expected}; it is left out`,
  }));
  if (usable.length > kept.length)
    notes.push({
      code: 'email-too-many',
      severity: 'warning',
      expected: `at most ${SECONDARY_KEPT} addresses: the others are left out`,
    });
  return { facts: { secondaryEmails: kept }, notes: [...notes, ...typos(kept)] };
}

function checkAddresses(pieces: readonly string[]): {
  usable: string[];
  wrong: { found: string; expected: string }[];
} {
  const usable = new Set<string>();
  const wrong: { found: string; expected: string }[] = [];
  for (const found of pieces) {
    const parsed = parseAddress(found);
    if (parsed.ok) usable.add(parsed.address);
    else wrong.push({ found, expected: parsed.expected });
  }
  return { usable: [...usable], wrong };
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
            expected: `a look: did you mean @${meant}? It is used as it stands`,
          },
        ]
      : [];
  });
}
