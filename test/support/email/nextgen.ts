// What the tests of emails ask of a campaign, `#email-samples`: here NextGen's.
export { PEOPLE, PLACES, SAMPLES, sampleInput } from './people.ts';
export { FULL_PLAN, PLAN_TO_BE_ANNOUNCED } from './plans.ts';
export { plan } from './samples.ts';

/** Someone with work to do, by their name among `PEOPLE`. */
export const SOMEONE = 'legacy';
/** Days before and after the pivot. */
export const DAYS = { before: '2018-09-20', after: '2018-10-29' } as const;
/** The pivot's day. */
export const PIVOT_DAY = '2018-10-22';
