/** Year, month and day as far as a cell says them. */
type Parts = readonly [number, number?, number?];

/** What a cell says about a date, before it is known whether that day exists. */
export type DateParts =
  | {
      readonly parts: Parts;
      /** In milliseconds since 1970, when a time with a zone follows. */
      readonly instant: number | null;
    }
  /** Excel's number of a day. */
  | { readonly serial: number }
  | 'two-digit-year';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH_WORD =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
const WEEKDAY = /^(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,? /i;

/** Longer than any date with its time. */
const LONGEST = 80;
/** Times and zones that exports append to a date: `T02:00:00Z`, ` 12:00:00 AM`, ` 00:00:00 GMT-0400 (EDT)`. */
const TIME =
  /(?:T|,? )(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?(?: ?([ap])\.?m\.?)?(?: ?(z|utc|gmt|(?:utc|gmt)?[+-]\d{2}:?\d{2}|(?:[ecmp]|ak)[sd]t|hst))?(?: ?\([^()]*\))?$/i;
/** Java's order: `Mon Aug 11 00:00:00 EDT 2014`. The zone's letters aren't certain, and the day is the writer's. */
const JAVA = new RegExp(`^${MONTH_WORD} (\\d{1,2}) \\d{2}:\\d{2}:\\d{2} [a-z]{3,4} (\\d{4})$`, 'i');
/** `20140811T000000Z`, `20140811 0000`: the time is left out but for its zone. */
const COMPACT = /^(\d{4})(\d{2})(\d{2})(?:[T ]?(\d{2})(\d{2})(\d{2})?(z)?)?$/i;

/** Forms without their time, and in which order they say year, month and day. */
const FORMS: readonly (readonly [RegExp, 'ymd' | 'mdy' | 'dmy' | 'my' | 'ym'])[] = [
  [/^(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?$/, 'ymd'],
  [/^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/, 'mdy'],
  [/^(\d{1,2})[-/.](\d{4})$/, 'my'],
  [new RegExp(`^(\\d{1,2})(?:st|nd|rd|th)?(?:[-/. ]?| of )${MONTH_WORD}[-/., ]{0,2}(\\d{4})$`, 'i'), 'dmy'],
  [new RegExp(`^${MONTH_WORD}[-/. ](\\d{1,2})(?:st|nd|rd|th)?[-/., ]{1,2}(\\d{4})$`, 'i'), 'mdy'],
  [new RegExp(`^(\\d{4})[-/. ]${MONTH_WORD}[-/. ](\\d{1,2})$`, 'i'), 'ymd'],
  [new RegExp(`^${MONTH_WORD}[-/., ]{1,2}(\\d{4})$`, 'i'), 'my'],
  [new RegExp(`^(\\d{4})[-/. ]${MONTH_WORD}$`, 'i'), 'ym'],
];
const TWO_DIGIT_YEARS = [
  /^\d{1,2}[-/.]\d{1,2}[-/.]\d{2}$/,
  new RegExp(`^\\d{1,2}[-/. ]${MONTH_WORD}[-/., ]{1,2}\\d{2}$`, 'i'),
  new RegExp(`^${MONTH_WORD}[-/. ]\\d{1,2}, ?\\d{2}$`, 'i'),
];

/** Reads the parts of a date in any of the forms that say one day only; `null` when it is none of them. */
export function readDateParts(cell: string): DateParts | null {
  if (cell.length > LONGEST) return null;
  const text = cell.trim().replace(WEEKDAY, '');
  if (/^\d{4}$/.test(text)) return { parts: [Number(text)], instant: null };
  if (/^\d{5}(\.\d+)?$/.test(text)) return { serial: Number.parseInt(text, 10) };
  const java = JAVA.exec(text);
  if (java) return { parts: [Number(java[3]), monthOf(java[1]), Number(java[2])], instant: null };
  const compact = COMPACT.exec(text);
  if (compact) return fromCompact(compact);
  const time = TIME.exec(text);
  const day = time ? text.slice(0, time.index).replace(/,$/, '') : text;
  if (TWO_DIGIT_YEARS.some((form) => form.test(day))) return 'two-digit-year';
  const parts = fromForms(day);
  return parts && { parts, instant: time && instantOf(parts, time) };
}

function fromForms(day: string): Parts | null {
  for (const [form, order] of FORMS) {
    const match = form.exec(day);
    if (!match) continue;
    const [, a, b, c] = match;
    if (order === 'ymd')
      return c === undefined ? [Number(a), monthOf(b)] : [Number(a), monthOf(b), Number(c)];
    if (order === 'mdy') return [Number(c), monthOf(a), Number(b)];
    if (order === 'dmy') return [Number(c), monthOf(b), Number(a)];
    return order === 'my' ? [Number(b), monthOf(a)] : [Number(a), monthOf(b)];
  }
  return null;
}

function fromCompact([, year, month, day, hour, minute, second, zone]: RegExpExecArray): DateParts {
  const parts: Parts = [Number(year), Number(month), Number(day)];
  if (!zone) return { parts, instant: null };
  const time = ['', hour ?? '', minute ?? '', second ?? '0', '', zone];
  return { parts, instant: instantOf(parts, time) };
}

function monthOf(word = ''): number {
  return /^\d/.test(word) ? Number(word) : MONTHS.indexOf(word.slice(0, 3).toLowerCase()) + 1;
}

/** Hours of the zones of the United States, by their letters, without daylight saving time. */
const US_ZONES: Readonly<Record<string, number>> = { e: -5, c: -6, m: -7, p: -8, ak: -9, h: -10 };

/** Of a zone, in milliseconds: `edt`, `utc-04:00`, `z`. */
function offsetOf(zone: string): number {
  const [, sign, hours, minutes] = /([+-])(\d{2}):?(\d{2})/.exec(zone) ?? [];
  if (sign) return Number(`${sign}1`) * (Number(hours) * 60 + Number(minutes)) * 60_000;
  const [, letters = '', season] = /^([a-z]{1,2})([sd])t$/.exec(zone) ?? [];
  return ((US_ZONES[letters] ?? 0) + (season === 'd' ? 1 : 0)) * 3_600_000;
}

/**
 * The instant of a time that names its zone. Midnight in UTC is no time: it is how systems write a date alone.
 * @param time Hour, minute, second, the letter of AM or PM, and the zone, from the second on.
 */
function instantOf([year, month = 1, day = 1]: Parts, time: ArrayLike<string | undefined>): number | null {
  const zone = time[5];
  if (!zone) return null;
  const half = time[4]?.toLowerCase();
  const hour = half ? (Number(time[1]) % 12) + (half === 'p' ? 12 : 0) : Number(time[1]);
  const clock = Date.UTC(year, month - 1, day, hour, Number(time[2]), Number(time[3] ?? 0));
  const offset = offsetOf(zone.toLowerCase());
  const isMidnight = clock % 86_400_000 === 0 && offset === 0;
  return isMidnight ? null : clock - offset;
}
