import * as z from 'zod';
import { campaign } from '#campaign';
import {
  domain,
  email,
  link,
  meantTime,
  percent,
  plainWords,
  slug,
  wallTime,
} from '../../lib/plan-values.ts';
import { courtSchema } from './court.ts';
import { ANCHORS, anchorWords } from './dated.ts';
import { PHASE_KINDS } from './kinds.ts';
import { sectionTextsSchema } from './section-texts.ts';

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
    .describe(`What the days count from: the date of ${ANCHORS.map(anchorWords).join(', or of ')}`),
  at: wallTime.describe("Time of day in the court's zone, such as 09:00"),
});

const phaseSchema = z.strictObject({
  id: slug.describe('Name of the phase, unique in the plan; the send log keeps it'),
  kind: z.enum(PHASE_KINDS).describe('Which message is sent, and so to whom'),
  when: momentSchema.describe('When the phase starts'),
  expires: momentSchema
    .optional()
    .describe(
      "From then on the phase won't start, and its unsent emails are skipped. If left out: decided by its kind",
    ),
  approval: z
    .enum(['automatic', 'by-hand'])
    .default('automatic')
    .describe('by-hand: at its time, the phase waits until someone releases it'),
  hold: z.boolean().default(false).describe('true: at its time, the phase waits until someone releases it'),
  unsubscribe: z
    .union([email, link])
    .optional()
    .describe("List-Unsubscribe of the phase's emails: an address or a link. If left out: none"),
});

/** The limits at which the circuit breaker holds a run automatically. */
export const breakerSchema = z.strictObject({
  bouncePercent: percent
    .default(5)
    .describe('A run is paused when more of its emails than this bounced permanently'),
  complaintPercent: percent
    .default(0.1)
    .describe('A run is paused when more of its emails than this were marked as spam'),
  afterSends: z
    .number()
    .int()
    .min(1)
    .max(100_000)
    .default(100)
    .describe('The shares apply from this many emails: before that, one bounce is a large share'),
  failuresInARow: z
    .number()
    .int()
    .min(1)
    .max(100_000)
    .default(50)
    .describe('A run is paused after this many emails in a row failed or have an unknown result'),
});

/** How many addresses may get each kind of notice to staff. */
const MAX_STAFF_ADDRESSES = 20;

const staffAddresses = z.array(email).max(MAX_STAFF_ADDRESSES).optional();

/** Who at the court hears from Crier by email. A list that is left out or empty: that notice isn't sent. */
const staffSchema = z.strictObject({
  digest: staffAddresses.describe(
    'Addresses that get a summary each workday morning. If left out: none is sent',
  ),
  urgent: staffAddresses.describe(
    'Addresses that are notified at once when something needs attention. If left out: none is sent',
  ),
  weekly: staffAddresses.describe(
    "Addresses that get the weekly readiness report, such as the chief clerk's. If left out: none is sent",
  ),
});
/** See {@link staffSchema}. */
export type Staff = z.output<typeof staffSchema>;

/** How many phases a plan may have. */
export const MAX_PHASES = 60;

/** The launch plan, `launch.json`. What it can't say, `parsePlan` checks. */
export const planSchema = z.strictObject({
  $schema: z.string().optional().describe('Where an editor finds this schema'),
  name: slug.describe('Name of the launch, such as nysb-2018: the one that was deployed'),
  court: courtSchema.describe('The court'),
  ...campaign.plan.members,
  sectionTexts: sectionTextsSchema
    .optional()
    .describe(
      "The court's own text in place of sections of messages. If left out: every section has its built-in text",
    ),
  linkDomains: z
    .array(domain)
    .min(1)
    .default(['uscourts.gov'])
    .describe('Every link and address in emails must be in these domains, so that filers can check them'),
  meantDates: z
    .array(meantTime)
    .max(50)
    .default([])
    .describe(
      "Dates, months and weekdays in the wording that aren't the plan's, but that someone has confirmed",
    ),
  phases: z.array(phaseSchema).min(1).max(MAX_PHASES).describe('What is sent, and when'),
  twoPersonApproval: z
    .boolean()
    .default(false)
    .describe(
      'true: no phase is sent until an approver who contributed to neither the plan nor the roster has approved it ' +
        'in the console',
    ),
  publicNotice: z
    .boolean()
    .default(false)
    .describe(
      "true: anyone can read the notice for the court's website, always the current one, at the console's address " +
        'followed by /notice',
    ),
  signInNotice: plainWords
    .optional()
    .describe(
      'Notice shown before sign-in to the console: plain text, with a blank line between paragraphs. If left out: the ' +
        'standard notice for government systems',
    ),
  staff: staffSchema
    .optional()
    .describe('Addresses of staff, within linkDomains, that get notices by email, which name no filer'),
  roster: z
    .strictObject({
      maxRejectedPercent: percent
        .default(2)
        .describe('A roster waits for a decision if more rows than this are skipped'),
      maxGonePercent: percent
        .default(10)
        .describe('A roster waits for a decision if more filers than this are no longer in it'),
      maxUnreachablePercent: percent
        .default(10)
        .describe(
          'A roster waits for a decision if more filers than this have no usable address, and had one before or are ' +
            'new',
        ),
      maxLostFactsPercent: percent
        .default(1)
        .describe(
          'A roster or update waits for a decision if more filers than this lose what is known about them (such as ' +
            'that they have nothing left to do)',
        ),
      maxNewPercent: percent
        .default(10)
        .describe('A roster waits for a decision if it adds more filers than this to the active one'),
      maxAddressChangedPercent: percent
        .default(10)
        .describe('A roster or update waits for a decision if more filers than this get a different address'),
      fewFilers: z
        .number()
        .int()
        .min(0)
        .max(1000)
        .default(3)
        .describe(
          'The three limits before this one ignore changes to this many filers or fewer, and an update of this few ' +
            'filers is taken as a short list',
        ),
      keepDays: z.number().int().min(1).max(3650).default(90).describe('How long replaced rosters are kept'),
    })
    .prefault({})
    .describe("Limits beyond which a roster waits for a clerk's decision"),
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
        .describe('What happens to an email whose result is still unknown after an hour'),
      secondaryAddresses: z
        .boolean()
        .default(false)
        .describe(
          "true: when a filer's address bounces permanently, the email is sent once to their first usable secondary " +
            'address',
        ),
      maxEmailsPerDay: z
        .number()
        .int()
        .min(1)
        .max(10)
        .default(2)
        .describe('A plan is refused if it has more phases than this on one day'),
      breaker: breakerSchema
        .prefault({})
        .describe('When a run is paused automatically, until someone resumes it'),
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
