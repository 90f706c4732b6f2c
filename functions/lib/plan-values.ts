import { Temporal } from 'temporal-polyfill';
import * as z from 'zod';

// Building blocks of launch.json, for the engine's part of the schema and for a campaign's.

/** One line of text: a line end in a name could start another header of an email. */
export const line = z
  .string()
  .trim()
  .min(1)
  .max(200)
  // In ranges, as editors may read the JSON Schema's patterns without Unicode classes.
  .regex(/^[^\x00-\x1f\x7f-\x9f\u2028\u2029]*$/, 'must be one line');
/** The clerk's own words, which may have several paragraphs. */
export const words = z.string().trim().min(1).max(4000);
/** A clerk's text on a console page, where markup would be shown literally. */
export const plainWords = words.regex(
  /^[^<>\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]*$/,
  'must be plain text, without < and >',
);
/** A short name of a launch, a court or a phase: it goes into keys. */
export const slug = z
  .string()
  .regex(/^[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?$/, 'must be 1 to 40 of a-z, 0-9 and "-", such as nysb-2018');
/** A date of the court, `2018-10-22`. */
export const wallDate = z.iso.date('must be a date that exists, such as 2018-10-22');
/** A date, month or weekday that a text names: `2018-10-22`, `October 2018`, `October`, `Wednesday`. */
export const meantTime = z
  .string()
  .regex(
    /^(\d{4}-\d{2}-\d{2}|(January|February|March|April|May|June|July|August|September|October|November|December)( \d{4})?|(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)$/,
    'must be a date such as 2018-10-22, a month such as October 2018, or a weekday',
  );
/** Wall time of the court, `08:30`. */
export const wallTime = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time of 24 hours such as 08:30');
/** Wall date and time of the court, `2018-10-19T08:30`. */
const wallDateTime = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d$/, {
    error: 'must be a date and time such as 2018-10-19T08:30',
    abort: true,
  })
  .refine(isCalendarDate, 'must be a date that exists');
/** An email address. */
export const email = z.email('must be an email address');
/** An address of a page, by https only: emails show it. */
export const link = z.url({ protocol: /^https$/, error: 'must be a link that starts with https://' });
/** A domain that links and addresses may belong to. */
export const domain = z
  .string()
  .regex(/^([a-z0-9-]+\.)+[a-z]{2,}$/, 'must be a domain in lower case such as uscourts.gov');
/** A share of 100. */
export const percent = z.number().min(0).max(100);

/** A span of time during which something is closed. */
export const windowSchema = z.strictObject({
  from: wallDateTime.describe("Start, date and time in the court's zone, such as 2018-10-19T08:30"),
  to: wallDateTime.describe("End, date and time in the court's zone"),
});

/** How sure a plan is of a date. */
export const CERTAINTIES = ['exact', 'estimated', 'to-be-announced'] as const;

/** A date that phases count from, and how sure it is. @param words descriptions of its members, for editors */
export function datedSchema({ date, time }: { date: string; time: string }) {
  const day = { date: wallDate.describe(date), time: wallTime.describe(time) };
  return z.discriminatedUnion('certainty', [
    z.strictObject({ certainty: z.literal('exact').describe('The date is fixed'), ...day }),
    z.strictObject({
      certainty: z.literal('estimated').describe('The date may still move, and emails say so'),
      ...day,
    }),
    z.strictObject({
      certainty: z
        .literal('to-be-announced')
        .describe('There is no date: phases that count from it have no time'),
    }),
  ]);
}
/** See {@link datedSchema}. */
export type Dated = z.output<ReturnType<typeof datedSchema>>;
/** See {@link windowSchema}. */
export type Window = z.output<typeof windowSchema>;

/** Whether the date of `2018-02-30T08:30` is in the calendar. */
function isCalendarDate(text: string): boolean {
  try {
    Temporal.PlainDateTime.from(text, { overflow: 'reject' });
    return true;
  } catch {
    return false;
  }
}
