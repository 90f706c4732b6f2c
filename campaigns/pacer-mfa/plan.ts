import * as z from 'zod';
import { dateWords } from '../../functions/lib/court-time.ts';
import { datedSchema, email, line, link, wallDate, words } from '../../functions/lib/plan-values.ts';
import type { DateRow, PlanPart, Table, WindowRow } from '../campaign.ts';
import { fields, template } from './plan-form.ts';

const pacerSchema = z.strictObject({
  phone: line.default('800-676-6856').describe('Phone number of the PACER Service Center'),
  email: email.default('pacer@psc.uscourts.gov').describe('Email address of the PACER Service Center'),
  hours: line.default('Monday to Friday, 8 a.m. to 6 p.m. Central Time').describe('Its hours'),
  manageAccount: link
    .default('https://pacer.psc.uscourts.gov/pscof/login.xhtml')
    .describe('Manage My Account: where a filer enrolls'),
  register: link
    .default('https://pacer.uscourts.gov/register-account')
    .describe('Where a filer registers for an individual account'),
  steps: link
    .default(
      'https://pacer.uscourts.gov/help/pacer/multifactor-authentication-mfa-authentication-applications',
    )
    .describe("PACER's page that shows each step of enrolling"),
});

const adviceSchema = z.strictObject({
  whenPromptedFrom: wallDate
    .default('2025-09-01')
    .describe(
      'First day of the advice to enroll only when prompted. Before that day, filers enroll whenever they like',
    ),
  deadlinePeriodDays: z
    .number()
    .int()
    .min(0)
    .max(365)
    .default(30)
    .describe(
      'How many days before the deadline that advice ends. From then on, every filer is told to enroll now',
    ),
});

const wordingSchema = z.strictObject({
  software: words.optional().describe('Which filing software supports MFA, or who to ask'),
  sharing: words.optional().describe('What the court advises people who share an account'),
  lockedOut: words.optional().describe('What to do when a filing is due and the account is not enrolled'),
});

const links = {
  mfa: link.describe("The court's own page about MFA, where the general notice is posted"),
  ecfLogin: link.describe("The court's ECF login page"),
};

const members = {
  pacer: pacerSchema.prefault({}).describe("PACER's contacts and pages. What is left out has its default"),
  opens: datedSchema({
    date: 'First day on which filers can enroll, such as 2025-05-11',
    time: "Time at which enrollment opens, in the court's zone",
  }).describe('When enrollment opens, and how certain that is'),
  deadline: datedSchema({
    date: 'Last day on which filers can sign in without MFA, such as 2025-12-31',
    time: "Time on that day, in the court's zone",
  }).describe('The deadline to enroll, and how certain it is'),
  advice: adviceSchema.prefault({}).describe('When filers are advised to enroll'),
  appsPerAccount: z
    .number()
    .int()
    .min(1)
    .max(50)
    .default(10)
    .describe('How many authentication apps PACER accepts for one account: five at first, ten later'),
  wording: wordingSchema.prefault({}).describe('Court-specific wording. Crier adds none'),
  confirmEnforced: z
    .boolean()
    .default(false)
    .describe('true: enforcement day waits until someone confirms that PACER requires MFA'),
  mfaStatusMaxAgeDays: z
    .number()
    .int()
    .min(1)
    .max(30)
    .default(3)
    .describe(
      "Reminders and follow-ups are held if the roster's enrollment status is older than this many days",
    ),
};

/** The campaign's part of a plan, and what it uses of the engine's. */
export type MfaPlan = z.output<z.ZodObject<typeof members>> & {
  readonly court: { readonly zone: string; readonly links: z.output<z.ZodObject<typeof links>> };
};

/** The campaign's part of launch.json. */
export const plan = {
  members,
  court: {},
  links,
  wording: ['software', 'sharing', 'lockedOut'].map((name) => ['wording', name]),
  rows,
  fields,
  template,
  samplePivot: { date: '2025-12-31', time: '23:59' },
  sample: {
    court: {},
    links: { mfa: 'https://any.uscourts.gov', ecfLogin: 'https://any.uscourts.gov' },
    members: {
      opens: { certainty: 'exact', date: '2025-05-11', time: '08:00' },
      wording: { software: 'any', sharing: 'any', lockedOut: 'any' },
    },
    dated: {},
  },
} as const satisfies PlanPart;

function rows(plan: MfaPlan) {
  const { court, pacer, advice, wording } = plan;
  return {
    'The court': [
      ['MFA page', court.links.mfa],
      ['ECF login page', court.links.ecfLogin],
    ],
    Enrollment: [
      ['Only when prompted', `from ${dateWords(advice.whenPromptedFrom)}`],
      ['Everyone enrolls now', `in the last ${advice.deadlinePeriodDays} days before the deadline`],
      ['Apps for one account', `up to ${plan.appsPerAccount}`],
    ],
    'Court-specific wording': [
      ['Filing software', wording.software],
      ['Shared accounts', wording.sharing],
      ['Locked out before a filing', wording.lockedOut],
    ],
    Safeguards: [
      ['Enforcement day', plan.confirmEnforced ? 'waits for confirmation' : 'starts automatically'],
      ['Enrollment status', `at most ${plan.mfaStatusMaxAgeDays} days old`],
    ],
    PACER: [
      ['Service Center', `${pacer.phone}, ${pacer.email}, ${pacer.hours}`],
      ['Manage My Account', pacer.manageAccount],
      ['Register', pacer.register],
      ['Steps to enroll', pacer.steps],
    ],
  } as const;
}

/** Dates that phases count from. */
export const dates = {
  opens: {
    at: ['opens'],
    label: 'Enrollment opens',
    words: 'the opening of enrollment',
    timeLabel: 'Time at which enrollment opens',
  },
  deadline: {
    at: ['deadline'],
    label: 'Deadline',
    words: 'the deadline',
    timeLabel: 'Time by which filers must enroll',
  },
} as const satisfies Table<DateRow>;

/** Nothing is closed in this campaign. */
export const windows: Table<WindowRow> = {};
