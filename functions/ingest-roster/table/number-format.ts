/** How a number is shown, as far as that changes what it is: a date, or digits with zeros in front. */
export type NumberFormat =
  | { readonly shows: 'number' }
  | { readonly shows: 'date' }
  /** `00000` and `00-0000`: `pattern` has a `0` for each digit. */
  | { readonly shows: 'digits'; readonly pattern: string };

const NUMBER: NumberFormat = { shows: 'number' };
const DATE: NumberFormat = { shows: 'date' };

/** Formats that every workbook knows by number, without their codes. ECMA-376 part 1, 18.8.30. */
const BUILT_IN_DATES: readonly (readonly [number, number])[] = [
  [14, 22],
  [27, 36],
  [45, 47],
  [50, 58],
];

/** Excel takes no longer code; a longer one is an attack on the reader. */
const MAX_CODE = 255;

/** What a format makes of numbers. @param code As in `numFmt`; `null` for one that every workbook knows. */
export function numberFormat(id: number, code: string | null): NumberFormat {
  if (code === null) return BUILT_IN_DATES.some(([from, to]) => id >= from && id <= to) ? DATE : NUMBER;
  if (code.length > MAX_CODE) return NUMBER;
  const pattern = patternOf(code);
  if (/^[^0]*0[^0]*0/.test(pattern) && !/[#?.,%@a-z]/i.test(pattern.replace(LITERALS, ''))) {
    return { shows: 'digits', pattern: pattern.replace(LITERALS, (literal) => literal.slice(1)) };
  }
  const isDate = /[dmyhs]/i.test(pattern.replace(LITERALS, '').replace(/general/i, ''));
  return isDate ? DATE : NUMBER;
}

/** A character of a pattern that is shown as it is, marked by a character that no format has. */
const LITERALS = /\u0001./g;

/** The part of a code for positive numbers, without colors and conditions; what is shown as it is, is marked. */
function patternOf(code: string): string {
  const parts = code.match(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]|[^"]/g) ?? [];
  let pattern = '';
  for (const part of parts) {
    if (part === ';') break;
    if (part.startsWith('"')) pattern += [...part.slice(1, -1)].map(literal).join('');
    else if (part.startsWith('\\')) pattern += literal(part.slice(1));
    else if (/^\[(h+|m+|s+)\]$/i.test(part)) pattern += part.slice(1, -1);
    else if (/^[-() /+]$/.test(part)) pattern += literal(part);
    else if (!/^[_*[]/.test(part)) pattern += part;
  }
  return pattern;
}

/** A zero that is shown as it is must not be taken for a digit: no format has one. */
function literal(character: string): string {
  return character === '0' ? '' : `\u0001${character}`;
}

/** A whole number as a pattern shows it: 1234 by `00000000` is 00001234. */
export function patternDigits(number: number, pattern: string): string {
  const places = pattern.split('0').length - 1;
  const digits = String(number).padStart(places, '0');
  let at = digits.length - places;
  let isFirst = true;
  return pattern.replace(/0/g, () => {
    const from = isFirst ? 0 : at;
    isFirst = false;
    return digits.slice(from, ++at);
  });
}

const LAST_DAY = 2_958_465;
const DAYS_FROM_1900_TO_1904 = 1462;
/** Excel's calendar has a February 29, 1900: before it, days count from one day later. */
const LEAP_DAY = 60;
const DAY_SECONDS = 86_400;

/** A serial number as a date, `2014-08-11` or `2014-08-11T09:30:00`; `null` for what no calendar has. */
export function serialDate(serial: number, { from1904 }: { from1904: boolean }): string | null {
  const seconds = Math.round(serial * DAY_SECONDS) + (from1904 ? DAYS_FROM_1900_TO_1904 * DAY_SECONDS : 0);
  const day = Math.floor(seconds / DAY_SECONDS);
  if (!(day >= 0 && day <= LAST_DAY)) return null;
  const time = new Date((seconds % DAY_SECONDS) * 1000).toISOString().slice(11, 19);
  if (day === 0 && time !== '00:00:00') return time;
  return time === '00:00:00' ? dayOf(day) : `${dayOf(day)}T${time}`;
}

function dayOf(day: number): string {
  if (day === 0) return '1900-01-00';
  if (day === LEAP_DAY) return '1900-02-29';
  const zero = Date.UTC(1899, 11, day < LEAP_DAY ? 31 : 30);
  return new Date(zero + day * DAY_SECONDS * 1000).toISOString().slice(0, 10);
}
