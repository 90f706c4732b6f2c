import { AS_UNKNOWN, NO_NOTES, type Note, type Reader, refuse } from './reading.ts';

/** Reads a text that may be missing; one that can't be used is read as unknown. @param longest In characters. */
export function text(fact: 'firstName' | 'firm' | 'barId' | 'phone', longest: number): Reader {
  return (value) => {
    if (value === '') return { facts: { [fact]: null }, notes: NO_NOTES };
    const wrong = tooLong(value, longest) ?? shortenedNumber(value);
    if (!wrong) return { facts: { [fact]: value }, notes: NO_NOTES };
    const note = { ...wrong, severity: 'warning', expected: wrong.expected + AS_UNKNOWN } as const;
    return { facts: { [fact]: null }, notes: [note] };
  };
}

/** Reads a text without which the row is refused. @param options `longest` in characters; `what` is expected. */
export function requiredText(
  fact: 'userId' | 'lastName',
  { longest, what }: { longest: number; what: string },
): Reader {
  const missing = fact === 'userId' ? 'user-id-missing' : 'last-name-missing';
  return (value) => {
    if (value === '') return refuse(missing, `${what}: it may not be blank`);
    const wrong = tooLong(value, longest) ?? (fact === 'userId' ? shortenedNumber(value) : null);
    return wrong ? { facts: {}, notes: [wrong] } : { facts: { [fact]: value }, notes: NO_NOTES };
  };
}

function tooLong(value: string, longest: number): Note | null {
  if (value.length <= longest) return null;
  const expected = `at most ${longest} characters: this cell has ${value.length}`;
  return { code: 'too-long', severity: 'error', expected };
}

/** A spreadsheet shows a long number as `1.2E+11`: its last digits are gone. */
function shortenedNumber(value: string): Note | null {
  if (!/^\d(\.\d+)?E\+\d+$/i.test(value)) return null;
  const expected =
    'all the digits: the spreadsheet has shortened the number. Format the column as text and enter it again';
  return { code: 'number-shortened', severity: 'error', expected };
}
