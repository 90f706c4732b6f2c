import * as z from 'zod';
import { datedSchema, email, line, link, windowSchema, words } from '../../functions/lib/plan-values.ts';
import type { DateRow, PlanPart, Table, WindowRow } from '../campaign.ts';

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
  pacer: pacerSchema.prefault({}).describe("PACER's own addresses; what is left out has its usual value"),
  goLive: datedSchema({
    date: 'Date of go-live, such as 2018-10-22',
    time: "Time at which filing opens again, in the court's zone",
  }).describe('When the court goes live, and how sure that is'),
  outages: outagesSchema
    .optional()
    .describe('What is closed when. Required, unless go-live is to be announced: then left out'),
  wording: wordingSchema.prefault({}).describe("The clerk's own words; none are made up"),
  confirmFilingOpen: z
    .boolean()
    .default(false)
    .describe('true: launch day waits at its time until a person says that filing is open'),
  linkStatusMaxAgeDays: z
    .number()
    .int()
    .min(1)
    .max(30)
    .default(3)
    .describe("A follow-up is held when the roster's link status is older than this many days"),
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
      ['Called', court.links.nextgenLabel],
      ['ECF login page', court.links.ecfLogin],
      [
        'Who has several accounts',
        court.severalAccounts === 'link-apart' ? 'links each one' : 'asks the help desk first',
      ],
    ],
    'The clerk’s own words': [
      ['Deadlines in the outage', wording.deadlines],
      ['Emergency filing', wording.emergencyFiling],
      ['When linking fails', wording.linkingFails],
    ],
    Safeguards: [
      ['Launch day', confirmFilingOpen ? 'waits for the word that filing is open' : 'starts by itself'],
      ['Link status for follow-ups', `at most ${linkStatusMaxAgeDays} days old`],
    ],
    PACER: [
      ['Service Center', `${pacer.phone}, ${pacer.email}, ${pacer.hours}`],
      ['Register', pacer.register],
      ['Manage My Account', pacer.manageAccount],
      ['Questions', pacer.faq],
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
