import { z } from 'zod';

const slug = z
  .string()
  .regex(/^[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?$/, 'expected 1 to 40 of a-z, 0-9 and "-", such as nysb-2018');
const wallDate = z.iso.date();
/** Wall time of the court, `08:30`. */
const wallTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'expected a time such as 08:30');
/** Wall date and time of the court, `2018-10-19T08:30`. */
const wallDateTime = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d$/, 'expected a date and time such as 2018-10-19T08:30');
const text = z.string().trim().min(1);
const link = z.url({ protocol: /^https$/ });

export const PHASE_KINDS = ['notice', 'pre-outage', 'launch-day', 'follow-up'] as const;
/** Kinds of message: the phases of a plan, and the notice of a moved date. */
export const MESSAGE_KINDS = [...PHASE_KINDS, 'date-change'] as const;

const outageWindow = z.strictObject({ from: wallDateTime, to: wallDateTime });

/** A moment that moves with the launch: whole calendar days from an anchor's date, at a wall time. */
const momentSchema = z.strictObject({
  /** Calendar days after the anchor's date; before it when negative. */
  days: z.number().int().min(-730).max(730),
  anchor: z.enum(['go-live', 'outage-start', 'outage-end']),
  at: wallTime,
});

const phaseSchema = z.strictObject({
  id: slug,
  kind: z.enum(PHASE_KINDS),
  when: momentSchema,
  /** From then on the phase may not start and its unsent emails are skipped. Default by kind: see `phases.ts`. */
  expires: momentSchema.optional(),
  approval: z.enum(['automatic', 'by-hand']).default('automatic'),
  hold: z.boolean().default(false),
});

export const planSchema = z.strictObject({
  $schema: z.string().optional(),
  /** The launch's name, `nysb-2018`. */
  name: slug,
  court: z.strictObject({
    /** The court's short name, `nysb`. */
    id: slug,
    name: text,
    /** IANA zone of all wall times of the plan. */
    zone: text,
    sender: z.strictObject({ name: text, address: z.email() }),
    helpDesk: z.strictObject({ email: z.email(), phone: text.optional(), hours: text }),
    links: z.strictObject({
      /** The court's NextGen page with the step-by-step instructions. */
      nextgen: link,
      /** The court's ECF login page, where a password is reset. */
      ecfLogin: link,
    }),
    /** May several CM/ECF accounts of one person be merged? Otherwise each is linked apart. */
    severalAccounts: z.enum(['link-apart', 'ask-help-desk']).default('ask-help-desk'),
  }),
  pacer: z
    .strictObject({
      phone: text.default('800-676-6856'),
      email: z.email().default('pacer@psc.uscourts.gov'),
      hours: text.default('Monday to Friday, 8 a.m. to 6 p.m. Central Time'),
      register: link.default('https://pacer.uscourts.gov/register-account'),
      manageAccount: link.default('https://pacer.psc.uscourts.gov/pscof/login.xhtml'),
      faq: link.default('https://pacer.uscourts.gov/help/faqs'),
      paa: link.default('https://pacer.uscourts.gov/my-account-billing/billing/pacer-administrative-account'),
      paaRegister: link.default('https://pacer.uscourts.gov/register-account/group-billing'),
    })
    .prefault({}),
  goLive: z.discriminatedUnion('certainty', [
    z.strictObject({ certainty: z.literal('exact'), date: wallDate, time: wallTime }),
    z.strictObject({ certainty: z.literal('estimated'), date: wallDate, time: wallTime }),
    z.strictObject({ certainty: z.literal('to-be-announced') }),
  ]),
  /** Required unless go-live is to be announced. */
  outages: z
    .strictObject({
      filing: outageWindow,
      viewing: outageWindow.optional(),
      /** No new registration, password reset or account change. */
      registration: outageWindow.optional(),
    })
    .optional(),
  /** The clerk's own words; the software never invents them. */
  wording: z
    .strictObject({
      /** Deadlines that fall in the outage. */
      deadlines: text.optional(),
      /** How to file in an emergency during the outage. */
      emergencyFiling: text.optional(),
      /** What to do when linking fails, beyond "try again, then ask the help desk". */
      linkingFails: text.optional(),
    })
    .prefault({}),
  /** Every link and address shown must be on one of these domains: filers can check it. */
  linkDomains: z.array(z.string()).min(1).default(['uscourts.gov']),
  phases: z.array(phaseSchema).min(1).max(60),
  /** Launch day waits at its hour for a person's "filing is open". */
  confirmFilingOpen: z.boolean().default(false),
  /** A follow-up needs link status no older than this. */
  linkStatusMaxAgeDays: z.number().int().min(1).max(30).default(3),
  roster: z
    .strictObject({
      maxRejectedPercent: z.number().min(0).max(100).default(2),
      maxGonePercent: z.number().min(0).max(100).default(10),
      keepDays: z.number().int().min(1).max(3650).default(90),
    })
    .prefault({}),
  sending: z
    .strictObject({
      /** Part of the account's rate and daily quota that this launch may use. */
      accountShare: z.number().gt(0).max(1).default(1),
      /** What happens to a send whose outcome stays unknown for an hour. */
      unknown: z.enum(['ask', 'resend']).default('ask'),
    })
    .prefault({}),
});

export type Plan = z.output<typeof planSchema>;
export type PlanPhase = Plan['phases'][number];
export type Moment = z.output<typeof momentSchema>;
export type PhaseKind = (typeof PHASE_KINDS)[number];
export type MessageKind = (typeof MESSAGE_KINDS)[number];
