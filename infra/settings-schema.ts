import * as z from 'zod';
import { CAMPAIGNS, DEFAULT_CAMPAIGN } from '../local/lib/campaign.ts';
import { CONSOLE } from './console-settings.ts';
import { DATA } from './data-settings.ts';
import { domain, MAX_DOMAIN, whole } from './setting-types.ts';

// Both are in the functions' environment (test/infra/environment.test.ts).
const MAX_LINK_DOMAINS = 300;
const MAX_RECIPIENTS = 300;

const WHAT_IT_IS = {
  $schema: z.string().optional().describe('The JSON Schema, for editors: ./infra/settings.schema.json.'),
  name: z
    .string()
    .regex(/^[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?$/, 'must be 1 to 40 of a-z, 0-9 and "-", such as nysb-2018')
    .describe(
      "The launch's name, as in its plan. Every resource name contains it, so that launches can share an account.",
    ),
  campaign: z
    .enum(CAMPAIGNS)
    .default(DEFAULT_CAMPAIGN)
    .describe('The change that the launch is about: see docs/campaigns.md. It stays the same for a launch.'),
  templates: z
    .string()
    .min(1)
    .nullable()
    .default(null)
    .describe("A folder with the launch's own wording: see docs/emails.md."),
};

const EMAILS = {
  stage: z
    .enum(['production', 'test'])
    .default('production')
    .describe('`test` emails only testRecipients, and marks every subject with [TEST].'),
  testRecipients: z
    .array(
      z.union(
        [
          domain,
          z
            .email()
            .max(MAX_DOMAIN)
            .regex(/^[^A-Z]*$/),
        ],
        {
          error: 'must be email addresses and domains in lower case, such as nysb.uscourts.gov',
        },
      ),
    )
    .refine(
      (list) => list.join().length <= MAX_RECIPIENTS,
      `must be at most ${MAX_RECIPIENTS} characters together`,
    )
    .default([])
    .describe('Addresses, and domains whose addresses, a test stage may email.'),
  sender: domain.describe(
    "The domain of the plan's sender, verified in SES. Emails can come from no other domain.",
  ),
  senderIdentity: z
    .enum(['existing', 'own'])
    .default('existing')
    .describe(
      'Whether the domain is an SES identity already; `own` makes it one, signs with DKIM, and prints the DNS records.',
    ),
  mailFromDomain: domain
    .nullable()
    .default(null)
    .describe(
      'The subdomain of bounces, if senderIdentity is `own`. If left out: `bounce` below the sender.',
    ),
  linkDomains: z
    .array(domain)
    .min(1)
    .refine(
      (list) => list.join().length <= MAX_LINK_DOMAINS,
      `must be at most ${MAX_LINK_DOMAINS} characters together`,
    )
    .default(['uscourts.gov'])
    .describe('Domains that a launch plan may link to: its own `linkDomains` must be among them.'),
  senders: whole(2, 1000)
    .default(5)
    .describe('How many senders work at once: one for each 300 emails a second of your rate.'),
};

const WATCHING = {
  alarmEmails: z
    .array(z.email('must be an email address'))
    .max(20)
    .default([])
    .describe(
      'Addresses that get the alarms, and notices of what needs attention. Each must confirm a subscription.',
    ),
  runbook: z
    .string()
    .min(1)
    .default('docs/runbook.md')
    .describe('Where the links in alarms go: the address of your copy of docs/runbook.md.'),
};

/** Every setting of a launch: what it means, what is accepted, and what it is when left out. */
export const settingsSchema = z.strictObject({
  ...WHAT_IT_IS,
  ...EMAILS,
  ...WATCHING,
  ...DATA,
  ...CONSOLE,
});

/** The settings of a deployed launch, complete. */
export type Settings = {
  readonly [Key in keyof Complete]: Complete[Key] extends (infer One)[] ? readonly One[] : Complete[Key];
};
type Complete = z.infer<typeof settingsSchema>;

/** With half of a pair no one could sign in. */
const PAIRS = [
  ['oidcIssuer', 'oidcClient'],
  ['consoleDomain', 'consoleCertificate'],
] as const;

/** The schema with what settings say about each other. */
export const checkedSettings = settingsSchema.check(({ value, issues }) => {
  for (const [one, other] of PAIRS) {
    if ((value[one] === null) === (value[other] === null)) continue;
    const [lacking, given] = value[one] === null ? [one, other] : [other, one];
    const message = `must be given together with ${given}`;
    issues.push({ code: 'custom', path: [lacking], message, input: value[lacking] });
  }
  for (const [path, message] of mismatches(value))
    issues.push({ code: 'custom', path: [path], message, input: value[path] });
});

function* mismatches(value: Complete): Generator<[keyof Settings, string]> {
  const { stage, testRecipients, senderIdentity, mailFromDomain, sender } = value;
  if ((value.restoredTo !== null) !== Object.keys(value.restoredTables).length > 0)
    yield ['restoredTo', 'must be given if restoredTables are, and only then'];
  if ((stage === 'test') !== testRecipients.length > 0)
    yield [
      'testRecipients',
      `must ${stage === 'test' ? 'name someone, since' : 'be left out unless'} stage is "test"`,
    ];
  if (mailFromDomain === null) return;
  if (senderIdentity !== 'own') yield ['mailFromDomain', 'must be left out unless senderIdentity is "own"'];
  if (!mailFromDomain.endsWith(`.${sender}`)) yield ['mailFromDomain', 'must be a subdomain of sender'];
}
