import { z } from 'zod';
import { isCalendarDate } from './wall-time.ts';

/** One line of text: a line end in a name could start another header of an email. */
const line = z
  .string()
  .trim()
  .min(1)
  .max(200)
  // In ranges, as editors may read the JSON Schema's patterns without Unicode classes.
  .regex(/^[^\x00-\x1f\x7f-\x9f\u2028\u2029]*$/, 'must be one line');
/** The clerk's own words, which may have several paragraphs. */
const words = z.string().trim().min(1).max(4000);
const slug = z
  .string()
  .regex(/^[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?$/, 'must be 1 to 40 of a-z, 0-9 and "-", such as nysb-2018');
export const wallDate = z.iso.date('must be a date that exists, such as 2018-10-22');
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
const email = z.email('must be an email address');
const link = z.url({ protocol: /^https$/, error: 'must be a link that starts with https://' });
const domain = z
  .string()
  .regex(/^([a-z0-9-]+\.)+[a-z]{2,}$/, 'must be a domain in lower case such as uscourts.gov');

export const PHASE_KINDS = ['notice', 'pre-outage', 'launch-day', 'follow-up'] as const;
/** Kinds of message: the phases of a plan, and the notice of a moved date. */
export const MESSAGE_KINDS = [...PHASE_KINDS, 'date-change'] as const;
/** Stands for a phase where a change of dates is told: no phase of a plan has this id. */
export const DATE_CHANGE = 'date-change';
const ANCHORS = ['go-live', 'outage-start', 'outage-end'] as const;

export const windowSchema = z.strictObject({
  from: wallDateTime.describe("Start, date and time in the court's zone, such as 2018-10-19T08:30"),
  to: wallDateTime.describe("End, date and time in the court's zone"),
});

/** A moment that moves with the launch: whole calendar days from an anchor's date, at a wall time. */
export const momentSchema = z.strictObject({
  days: z
    .number()
    .int()
    .min(-730)
    .max(730)
    .describe("Calendar days after the anchor's date; negative for days before it"),
  anchor: z
    .enum(ANCHORS)
    .describe("What the days count from: the date of go-live, or of the filing outage's start or end"),
  at: wallTime.describe("Time of day in the court's zone, such as 09:00"),
});

export const phaseSchema = z.strictObject({
  id: slug.describe('Name of the phase, unique in the plan; the send log keeps it'),
  kind: z.enum(PHASE_KINDS).describe('Which message goes out, and so to whom'),
  when: momentSchema.describe('When the phase starts'),
  expires: momentSchema
    .optional()
    .describe("From then on the phase doesn't start, and its unsent emails are skipped. Left out: by kind"),
  approval: z
    .enum(['automatic', 'by-hand'])
    .default('automatic')
    .describe('by-hand: the phase waits at its time until a person releases it'),
  hold: z.boolean().default(false).describe('true: the phase waits at its time until a person releases it'),
  unsubscribe: z
    .union([email, link])
    .optional()
    .describe("List-Unsubscribe of the phase's emails: an address or a link. Left out: they have none"),
});

export const courtSchema = z.strictObject({
  id: slug.describe("Short name of the court, such as nysb. Part of every filer's id: never change it"),
  name: line.describe('Full name of the court, as emails show it'),
  zone: z.string().min(1).describe('IANA time zone of all times in the plan, such as America/New_York'),
  sender: z
    .strictObject({
      name: line.describe('Who the emails are from'),
      address: email.describe("Address the emails are from, of the court's own domain"),
    })
    .describe('Sender of every email'),
  helpDesk: z
    .strictObject({
      email: email.describe('Where replies go'),
      phone: line.optional().describe('Phone of the help desk'),
      hours: line.describe('When the help desk answers, with its time zone'),
    })
    .describe("The court's own help desk"),
  links: z
    .strictObject({
      nextgen: link.describe("The court's NextGen page with the step-by-step instructions"),
      nextgenLabel: line
        .optional()
        .describe(
          "What the link to that page is called on the court's website, such as NextGen: Central Sign-On",
        ),
      ecfLogin: link.describe("The court's ECF login page, where a password is reset"),
    })
    .describe("The court's own pages"),
  severalAccounts: z
    .enum(['link-apart', 'ask-help-desk'])
    .default('ask-help-desk')
    .describe(
      'What a person with several CM/ECF accounts is told: link each one, or ask the help desk first',
    ),
});

const pacerSchema = z.strictObject({
  phone: line.default('800-676-6856').describe('Phone of the PACER Service Center'),
  email: email.default('pacer@psc.uscourts.gov').describe('Address of the PACER Service Center'),
  hours: line.default('Monday to Friday, 8 a.m. to 6 p.m. Central Time').describe('Its hours'),
  register: link
    .default('https://pacer.uscourts.gov/register-account')
    .describe('Where a person registers for an individual account'),
  manageAccount: link
    .default('https://pacer.psc.uscourts.gov/pscof/login.xhtml')
    .describe('Manage My Account: where the account type shows and is upgraded'),
  faq: link.default('https://pacer.uscourts.gov/help/faqs').describe('Answers to frequent questions'),
  paa: link
    .default('https://pacer.uscourts.gov/my-account-billing/billing/pacer-administrative-account')
    .describe('About PACER Administrative Accounts'),
  paaRegister: link
    .default('https://pacer.uscourts.gov/register-account/group-billing')
    .describe('Where a firm registers for one'),
});

export const CERTAINTIES = ['exact', 'estimated', 'to-be-announced'] as const;

const goLiveDay = {
  date: wallDate.describe('Date of go-live, such as 2018-10-22'),
  time: wallTime.describe("Time at which filing opens again, in the court's zone"),
};

const goLiveSchema = z.discriminatedUnion('certainty', [
  z.strictObject({ certainty: z.literal('exact').describe('The date is fixed'), ...goLiveDay }),
  z.strictObject({
    certainty: z.literal('estimated').describe('The date may still move, and emails say so'),
    ...goLiveDay,
  }),
  z.strictObject({
    certainty: z.literal('to-be-announced').describe('No date stands: no phase has a time, nothing is sent'),
  }),
]);

const outagesSchema = z.strictObject({
  filing: windowSchema.describe('Nobody can file'),
  viewing: windowSchema.optional().describe('Nobody can read the docket. Left out: not announced'),
  registration: windowSchema
    .optional()
    .describe('No new registration, password reset or change of an account. Left out: not announced'),
});

const wordingSchema = z.strictObject({
  deadlines: words.optional().describe('What holds for deadlines that fall in the outage'),
  emergencyFiling: words.optional().describe('How to file in an emergency during the outage'),
  linkingFails: words
    .optional()
    .describe('What to do when linking fails, beyond "try again, then ask the help desk"'),
});

const percent = z.number().min(0).max(100);

/** Limits at which a run is held by itself. */
export const breakerSchema = z.strictObject({
  bouncePercent: percent
    .default(5)
    .describe('A run is held when more of its emails than this bounced for good'),
  complaintPercent: percent
    .default(0.1)
    .describe('A run is held when more of its emails than this were marked as spam'),
  afterSends: z
    .number()
    .int()
    .min(1)
    .max(100_000)
    .default(100)
    .describe('Shares count from so many emails on: before that one bounce is a large share'),
  failuresInARow: z
    .number()
    .int()
    .min(1)
    .max(100_000)
    .default(50)
    .describe('A run is held after so many emails in a row that failed or have an unknown fate'),
});

export const planSchema = z.strictObject({
  $schema: z.string().optional().describe('Where an editor finds this schema'),
  name: slug.describe('Name of the launch, such as nysb-2018: the one that this system was deployed for'),
  court: courtSchema.describe('The court that moves to NextGen'),
  pacer: pacerSchema.prefault({}).describe("PACER's own addresses; what is left out has its usual value"),
  goLive: goLiveSchema.describe('When the court goes live, and how sure that is'),
  outages: outagesSchema
    .optional()
    .describe('What is closed when. Required, unless go-live is to be announced: then left out'),
  wording: wordingSchema.prefault({}).describe("The clerk's own words; none are made up"),
  linkDomains: z
    .array(domain)
    .min(1)
    .default(['uscourts.gov'])
    .describe('Every link and address that emails show must be of these domains, so that filers can check'),
  phases: z.array(phaseSchema).min(1).max(60).describe('What is sent when'),
  confirmFilingOpen: z
    .boolean()
    .default(false)
    .describe('true: launch day waits at its time until a person says that filing is open'),
  fourEyes: z
    .boolean()
    .default(false)
    .describe('true: in the console, who uploaded the plan or the roster in force may not release a phase'),
  linkStatusMaxAgeDays: z
    .number()
    .int()
    .min(1)
    .max(30)
    .default(3)
    .describe("A follow-up is held when the roster's link status is older than this many days"),
  roster: z
    .strictObject({
      maxRejectedPercent: z
        .number()
        .min(0)
        .max(100)
        .default(2)
        .describe('A roster with more rejected rows than this waits for a person'),
      maxGonePercent: z
        .number()
        .min(0)
        .max(100)
        .default(10)
        .describe('A roster in which more filers than this are gone waits for a person'),
      maxUnreachablePercent: z
        .number()
        .min(0)
        .max(100)
        .default(10)
        .describe(
          'A roster in which more filers than this have no usable address, and had one before or are new, waits for a person',
        ),
      keepDays: z.number().int().min(1).max(3650).default(90).describe('How long replaced rosters are kept'),
    })
    .prefault({})
    .describe('Guard rails of the intake'),
  sending: z
    .strictObject({
      accountShare: z
        .number()
        .gt(0)
        .max(1)
        .default(1)
        .describe("Part of the account's rate and daily quota that this launch may use"),
      unknown: z
        .enum(['ask', 'resend'])
        .default('ask')
        .describe('What happens to an email whose fate is still unknown after an hour'),
      secondaryAddresses: z
        .boolean()
        .default(false)
        .describe(
          "true: when a filer's address bounces for good, the email goes once to their first usable secondary address",
        ),
      breaker: breakerSchema.prefault({}).describe('When a run is held by itself until a person lifts that'),
    })
    .prefault({})
    .describe('How emails are sent'),
});

export type Plan = z.output<typeof planSchema>;
export type PlanPhase = Plan['phases'][number];
export type BreakerLimits = z.output<typeof breakerSchema>;
export type Moment = z.output<typeof momentSchema>;
export type PhaseKind = (typeof PHASE_KINDS)[number];
export type MessageKind = (typeof MESSAGE_KINDS)[number];
