import * as z from 'zod';
import { courtSchema, pacerSchema } from './court.ts';
import { domain, email, link, percent, slug, wallDate, wallDateTime, wallTime, words } from './values.ts';

/** Kinds of phases. */
export const PHASE_KINDS = ['notice', 'pre-outage', 'launch-day', 'follow-up'] as const;
/** Kinds of message: the phases of a plan, and the notice of a moved date. */
export const MESSAGE_KINDS = [...PHASE_KINDS, 'date-change'] as const;
/** The id in the place of a phase's for the notice of a moved date: no phase of a plan has it. */
export const DATE_CHANGE = 'date-change';
const ANCHORS = ['go-live', 'outage-start', 'outage-end'] as const;

const windowSchema = z.strictObject({
  from: wallDateTime.describe("Start, date and time in the court's zone, such as 2018-10-19T08:30"),
  to: wallDateTime.describe("End, date and time in the court's zone"),
});

/** A moment that moves with the launch: whole calendar days from an anchor's date, at a wall time. */
const momentSchema = z.strictObject({
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

const phaseSchema = z.strictObject({
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

/** How sure a plan is of the day of go-live. */
export const CERTAINTIES = ['exact', 'estimated', 'to-be-announced'] as const;

/** What a plan says of the day of go-live, once there is one. */
export const goLiveDay = {
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

/** The limits at which the circuit breaker holds a run automatically. */
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

/** How many phases a plan may have. */
export const MAX_PHASES = 60;

/** The launch plan, `launch.json`. What it can't say, `parsePlan` checks. */
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
  phases: z.array(phaseSchema).min(1).max(MAX_PHASES).describe('What is sent when'),
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
      maxRejectedPercent: percent
        .default(2)
        .describe('A roster with more rejected rows than this waits for a person'),
      maxGonePercent: percent
        .default(10)
        .describe('A roster in which more filers than this are gone waits for a person'),
      maxUnreachablePercent: percent
        .default(10)
        .describe(
          'A roster in which more filers than this have no usable address, and had one before or are new, ' +
            'waits for a person',
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
          "true: when a filer's address bounces for good, the email goes once to their first usable secondary " +
            'address',
        ),
      breaker: breakerSchema.prefault({}).describe('When a run is held by itself until a person lifts that'),
    })
    .prefault({})
    .describe('How emails are sent'),
});

/** A launch plan with its defaults. */
export type Plan = z.output<typeof planSchema>;
/** A phase as the plan has it: its times count from an anchor. */
export type PlanPhase = Plan['phases'][number];
/** See {@link breakerSchema}. */
export type BreakerLimits = z.output<typeof breakerSchema>;
/** A time of the plan that counts from an anchor. */
export type Moment = z.output<typeof momentSchema>;
/** The kind of a phase: it decides message and audience. */
export type PhaseKind = (typeof PHASE_KINDS)[number];
/** The kind of an email. */
export type MessageKind = (typeof MESSAGE_KINDS)[number];
