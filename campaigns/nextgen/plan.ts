import * as z from 'zod';
import { datedSchema, email, line, link, windowSchema, words } from '../../functions/lib/plan-values.ts';
import type { DateRow, PlanPart, Table, WindowRow } from '../campaign.ts';
import { fields, template } from './plan-form.ts';

const pacerSchema = z.strictObject({
  phone: line.default('800-676-6856').describe('Phone number of the PACER Service Center'),
  email: email.default('pacer@psc.uscourts.gov').describe('Email address of the PACER Service Center'),
  hours: line.default('Monday to Friday, 8 a.m. to 6 p.m. Central Time').describe('Its hours'),
  register: link
    .default('https://pacer.uscourts.gov/register-account')
    .describe('Where a person registers for an individual account'),
  manageAccount: link
    .default('https://pacer.psc.uscourts.gov/pscof/login.xhtml')
    .describe('Manage My Account: where the account type is shown and can be upgraded'),
  faq: link.default('https://pacer.uscourts.gov/help/faqs').describe('Frequently asked questions'),
  paa: link
    .default('https://pacer.uscourts.gov/my-account-billing/billing/pacer-administrative-account')
    .describe('About PACER Administrative Accounts'),
  paaRegister: link
    .default('https://pacer.uscourts.gov/register-account/group-billing')
    .describe('Where a firm registers for one'),
});

const outagesSchema = z.strictObject({
  filing: windowSchema.describe('No one can file'),
  viewing: windowSchema
    .optional()
    .describe('No one can view the docket. Leave it out if it is not announced'),
  registration: windowSchema
    .optional()
    .describe('No new registration, password reset or account change. Leave it out if it is not announced'),
});

const wordingSchema = z.strictObject({
  deadlines: words.optional().describe('What applies to deadlines that fall during the outage'),
  emergencyFiling: words.optional().describe('How to file in an emergency during the outage'),
  linkingFails: words
    .optional()
    .describe('What to do when linking fails, in place of "try again, then contact our help desk"'),
});

const links = {
  nextgen: link.describe("The court's NextGen page with the step-by-step instructions"),
  nextgenLabel: line
    .optional()
    .describe(
      "What the link to that page is called on the court's website, such as NextGen: Central Sign-On",
    ),
  ecfLogin: link.describe("The court's ECF login page, where a password is reset"),
};

const court = {
  severalAccounts: z
    .enum(['link-apart', 'ask-help-desk'])
    .default('ask-help-desk')
    .describe(
      'What a person with several CM/ECF accounts is told: link each one, or ask the help desk first',
    ),
};

const members = {
  pacer: pacerSchema.prefault({}).describe("PACER's contacts and pages. What is left out has its default"),
  goLive: datedSchema({
    date: 'Date of go-live, such as 2018-10-22',
    time: "Time at which filing opens again, in the court's zone",
  }).describe('When the court goes live, and how certain that is'),
  outages: outagesSchema
    .optional()
    .describe('What is closed, and when. Required unless go-live is to be announced; then leave it out'),
  wording: wordingSchema.prefault({}).describe('Court-specific wording. Crier adds none'),
  confirmFilingOpen: z
    .boolean()
    .default(false)
    .describe('true: launch day waits until someone confirms that filing is open'),
  linkStatusMaxAgeDays: z
    .number()
    .int()
    .min(1)
    .max(30)
    .default(3)
    .describe("A follow-up is held if the roster's link status is older than this many days"),
};

/** The campaign's part of a plan, and what it uses of the engine's. */
export type NextgenPlan = z.output<z.ZodObject<typeof members>> & {
  readonly court: z.output<z.ZodObject<typeof court>> & {
    readonly zone: string;
    readonly links: z.output<z.ZodObject<typeof links>>;
  };
};

const OUTAGE = { from: '2018-10-19T08:30', to: '2018-10-22T08:30' };

/** The campaign's part of launch.json. */
export const plan = {
  members,
  court,
  links,
  wording: ['deadlines', 'emergencyFiling', 'linkingFails'].map((name) => ['wording', name]),
  rows,
  fields,
  template,
  samplePivot: { date: '2018-10-22', time: '08:30' },
  sample: {
    court: {},
    links: { nextgen: 'https://any.uscourts.gov', nextgenLabel: 'Any', ecfLogin: 'https://any.uscourts.gov' },
    members: { wording: { deadlines: 'any', emergencyFiling: 'any', linkingFails: 'any' } },
    dated: { outages: { filing: OUTAGE, viewing: OUTAGE, registration: OUTAGE } },
  },
} as const satisfies PlanPart;

function rows({ court, pacer, wording, confirmFilingOpen, linkStatusMaxAgeDays }: NextgenPlan) {
  return {
    'The court': [
      ['NextGen page', court.links.nextgen],
      ['Link text', court.links.nextgenLabel],
      ['ECF login page', court.links.ecfLogin],
      [
        'Filers with several accounts',
        court.severalAccounts === 'link-apart' ? 'link each one' : 'ask the help desk first',
      ],
    ],
    'Court-specific wording': [
      ['Deadlines while the system is closed', wording.deadlines],
      ['Emergency filings', wording.emergencyFiling],
      ['What to do if linking does not work', wording.linkingFails],
    ],
    Safeguards: [
      [
        'Launch day',
        confirmFilingOpen ? 'waits for confirmation that filing is open' : 'starts automatically',
      ],
      ['Link status for follow-ups', `at most ${linkStatusMaxAgeDays} days old`],
    ],
    PACER: [
      ['Service Center', `${pacer.phone}, ${pacer.email}, ${pacer.hours}`],
      ['Register', pacer.register],
      ['Manage My Account', pacer.manageAccount],
      ['FAQ', pacer.faq],
      ['About administrative accounts', pacer.paa],
      ['Register a firm', pacer.paaRegister],
    ],
  } as const;
}

/** Dates that phases count from. */
export const dates = {
  'go-live': {
    at: ['goLive'],
    label: 'Go-live',
    words: 'go-live',
    timeLabel: 'Time at which filing opens',
  },
} as const satisfies Table<DateRow>;

/** What is closed when. */
export const windows = {
  filing: {
    at: ['outages', 'filing'],
    label: 'Filing is closed',
    words: 'the filing outage',
    anchors: { start: 'outage-start', end: 'outage-end' },
    endsAtPivot: true,
    starts: { ahead: 'Filing closes', past: 'Filing closed' },
  },
  viewing: { at: ['outages', 'viewing'], label: 'Viewing is closed', words: 'the viewing outage' },
  registration: {
    at: ['outages', 'registration'],
    label: 'Registration is closed',
    words: 'the registration outage',
  },
} as const satisfies Table<WindowRow>;
