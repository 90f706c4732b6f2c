import type { Lots } from '../nysb-2018/random.ts';
import { numberOf } from './cast.ts';
import type { Row } from './row.ts';

/** What one list says about a filer; `null`: the filer isn't on it. */
export type Entry = Pick<Row, 'mfa_status' | 'mfa_as_of' | 'mfa_methods'> | null;

/** PACER's lists of enrollment status, each with the days on which people enrolled since the previous one. */
export const LISTS: readonly { readonly file: string; readonly days: readonly string[] }[] = [
  { file: '2025-10-01T1500-mfa.csv', days: ['2025-05-20', '2025-07-08', '2025-08-19', '2025-09-23'] },
  { file: '2025-12-01T0730-mfa.csv', days: ['2025-10-06', '2025-10-29', '2025-11-18'] },
  { file: '2025-12-22T0730-mfa.csv', days: ['2025-12-02', '2025-12-11', '2025-12-19'] },
  { file: '2026-01-02T0630-mfa.csv', days: ['2025-12-23', '2025-12-30', '2025-12-31'] },
  { file: '2026-01-06T1500-mfa.csv', days: ['2026-01-02', '2026-01-05'] },
  { file: '2026-01-29T1500-mfa.csv', days: ['2026-01-08', '2026-01-20'] },
];

/** On which list a filer is first enrolled, as weights; the last is never. */
const ENROLLED_ON = [
  [0, 34],
  [1, 18],
  [2, 16],
  [3, 11],
  [4, 7],
  [5, 4],
  [6, 10],
] as const;

const PROMPTED = { mfa_status: 'selected' };
const RESTRICTED = { mfa_status: 'skips used' };
const OPEN = { mfa_status: 'not enrolled' };

/** Courses that the example promises, whatever the lots say. */
const PROMISED: Readonly<Record<string, readonly Entry[]>> = {
  [numberOf('Early')]: [],
  [numberOf('Swift')]: [],
  [numberOf('Single')]: [],
  [numberOf('Paper')]: [],
  [numberOf('Silence')]: [],
  [numberOf('Gone')]: [],
  [numberOf('Cross')]: [],
  [numberOf('Lone')]: [],
  [numberOf('Maybe')]: [],
  [numberOf('Riddle')]: [enrolled('2025-06-03', 'app; codes')],
  [numberOf('Later')]: [PROMPTED, RESTRICTED, RESTRICTED, RESTRICTED, enrolled('2026-01-02', 'app')],
  [numberOf('Prompt')]: [PROMPTED, enrolled('2025-10-06', 'app; codes')],
  [numberOf('Vendor')]: [OPEN, OPEN, PROMPTED, PROMPTED, PROMPTED, PROMPTED],
  [numberOf('Both')]: [OPEN, OPEN, OPEN, OPEN, OPEN, OPEN],
  [numberOf('Quartet')]: [OPEN, OPEN, OPEN, OPEN, OPEN, OPEN],
  [numberOf('Robot')]: [OPEN, OPEN, PROMPTED, PROMPTED, enrolled('2026-01-05', 'codes')],
  [numberOf('Crowd')]: [OPEN, PROMPTED, PROMPTED, RESTRICTED, RESTRICTED, enrolled('2026-01-08', 'app')],
  [numberOf('Agent')]: [OPEN, OPEN, OPEN, OPEN, PROMPTED, PROMPTED],
  [numberOf('Park')]: [OPEN, OPEN, OPEN, enrolled('2025-12-31', 'app')],
  [numberOf('Blank')]: [OPEN, OPEN, OPEN, OPEN, OPEN, OPEN],
  [numberOf('Plain')]: [OPEN, OPEN, enrolled('2025-12-11', 'app; codes')],
  [numberOf('Notice')]: [OPEN, OPEN, OPEN, OPEN, OPEN, enrolled('2026-01-20', 'codes')],
};

/** What the six lists say about a filer. */
export function courseOf(number: string, lots: Lots): readonly Entry[] {
  return PROMISED[number] ?? drawn(lots);
}

/** What one list says. Filers who have enrolled stay on every later list. */
export function entryOn(list: number, course: readonly Entry[]): Entry {
  const last = course.at(-1);
  return course[list] ?? (list >= course.length && last?.mfa_status === 'enrolled' ? last : null);
}

function drawn(lots: Lots): Entry[] {
  const at = lots.weighted(ENROLLED_ON);
  const days = LISTS[at]?.days;
  const course: Entry[] = [];
  for (let list = 0; list < Math.min(at, LISTS.length); list++) course.push(nextOpen(course.at(-1), lots));
  const methods = lots.weighted([
    ['app; codes', 5],
    ['app', 4],
    ['codes', 1],
  ]);
  return days ? [...course, enrolled(lots.one(days), methods)] : course;
}

/** PACER prompts a few more each time, and restricts those who skip its prompts. */
function nextOpen(before: Entry | undefined, lots: Lots): Entry {
  if (before === RESTRICTED) return RESTRICTED;
  if (before === PROMPTED) return lots.chance(0.4) ? RESTRICTED : PROMPTED;
  return lots.chance(0.3) ? PROMPTED : OPEN;
}

function enrolled(asOf: string, methods: string): NonNullable<Entry> {
  return { mfa_status: 'enrolled', mfa_as_of: asOf, mfa_methods: methods };
}
