import * as z from 'zod';
import { isCalendarDate } from './wall-time.ts';

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
/** A short name of a launch, a court or a phase: it goes into keys. */
export const slug = z
  .string()
  .regex(/^[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?$/, 'must be 1 to 40 of a-z, 0-9 and "-", such as nysb-2018');
/** A date of the court, `2018-10-22`. */
export const wallDate = z.iso.date('must be a date that exists, such as 2018-10-22');
/** Wall time of the court, `08:30`. */
export const wallTime = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time of 24 hours such as 08:30');
/** Wall date and time of the court, `2018-10-19T08:30`. */
export const wallDateTime = z
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
