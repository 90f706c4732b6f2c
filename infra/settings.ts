import * as z from 'zod';
import { examplePlan } from '../examples/example.ts';
import { MIN_SUPPRESSION_DAYS } from '../functions/domain/retention.ts';

/** The settings of a deployed launch. Each comes from CDK's context: `-c name=azb-2020`. */
export interface Settings {
  /** The launch's name: in every physical name, so that launches live side by side in one account. */
  readonly name: string;
  /** The sender's domain, verified in SES: emails may come from it and from no other. */
  readonly sender: string;
  /** Domains that a launch plan may send filers to: its `linkDomains` must be of them. */
  readonly linkDomains: readonly string[];
  /** The address that gets the alarms by email; `null` for none. */
  readonly alarmEmail: string | null;
  /** How many senders work at once. Each can send about 300 emails a second: see decision 0042. */
  readonly senders: number;
  /** How many days uploads and reports are kept: they hold names and addresses. */
  readonly keepDays: number;
  /**
   * How the entries of the audit log are locked: `governance` can be lifted by people whom the account allows to,
   * `compliance` not even by the account's root user.
   */
  readonly auditLock: 'governance' | 'compliance';
  /** For how many days. Entries are never deleted by Crier, also not afterwards. */
  readonly auditDays: number;
  /**
   * Which CloudTrail trail tells who acts outside the console: `own`, or `organization` where one of the organization
   * logs the same data events.
   */
  readonly trail: 'own' | 'organization';
  /** The address of the runbook, for the links in alarms. */
  readonly runbook: string;
  /** The OpenID Connect provider of the console's users; `null` for a Cognito user pool of the launch's own. */
  readonly oidcIssuer: string | null;
  /** The id that this provider gave the console. */
  readonly oidcClient: string | null;
  /** The claims that hold a person's id, name and groups; `null` for the provider's usual ones. */
  readonly oidcIdClaim: string | null;
  readonly oidcNameClaim: string | null;
  readonly oidcRoleClaim: string | null;
  /** The groups whose members have each role. */
  readonly clerkGroup: string;
  readonly approverGroup: string;
  readonly opsGroup: string;
  readonly viewerGroup: string;
  /** The console's own host name, and the certificate for it (ARN, ACM); `null` for the API's address. */
  readonly consoleDomain: string | null;
  readonly consoleCertificate: string | null;
  /** A sign-in ends after this many minutes without use, and after this many hours in any case. */
  readonly signInIdleMinutes: number;
  readonly signInHours: number;
  /** How many days the console knows a user's name after their last sign-in: then it shows their sign-in id. */
  readonly userNameDays: number;
  /**
   * How many days a suppressed address is kept after its last bounce or complaint, once every phase is over; `null`: as
   * long as the launch.
   */
  readonly suppressionDays: number | null;
  /** After this many hours, what a person searched for is forgotten. */
  readonly searchHours: number;
  /** How many days the log of sign-ins and refused requests is kept. */
  readonly accessLogDays: number;
}

/** The campaign's example launch, built when no name is given. */
export function exampleLaunch(): Pick<Settings, 'name' | 'sender'> {
  const { name, court } = examplePlan();
  return { name, sender: court.sender.address.split('@').at(-1)! };
}

// Lengths are limited because the functions' environment is: 4 KB in all (test/infra/environment.test.ts).
const text = z.string().min(1);
const word = text.max(64, 'must be at most 64 characters');
/** From a year on, what CloudWatch keeps logs for. */
const LOG_DAYS: readonly number[] = [365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653];
const MAX_DOMAIN = 100;
const MAX_LINK_DOMAINS = 300;

const schema = z.object({
  name: z
    .string()
    .regex(/^[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?$/, 'must be 1 to 40 of a-z, 0-9 and "-", such as nysb-2018'),
  sender: z
    .string('must be the domain that emails come from, such as nysb.uscourts.gov')
    .max(MAX_DOMAIN, `must be at most ${MAX_DOMAIN} characters`)
    .regex(/^([a-z0-9-]+\.)+[a-z]{2,}$/, 'must be a domain in lower case, such as nysb.uscourts.gov'),
  linkDomains: z
    .union([z.array(z.string()), z.string().transform((list) => list.split(',').map((one) => one.trim()))])
    .pipe(
      z
        .array(
          z
            .string()
            .regex(/^([a-z0-9-]+\.)+[a-z]{2,}$/, 'must be domains in lower case, such as uscourts.gov'),
        )
        .min(1)
        .refine(
          (list) => list.join().length <= MAX_LINK_DOMAINS,
          `must be at most ${MAX_LINK_DOMAINS} characters`,
        ),
    )
    .default(['uscourts.gov']),
  alarmEmail: z.email('must be an email address').nullable().default(null),
  senders: z.coerce.number('must be a number').int().min(2).max(1000).default(5),
  keepDays: z.coerce.number('must be a number of days').int().min(7).max(3650).default(90),
  auditLock: z.enum(['governance', 'compliance'], 'must be governance or compliance').default('governance'),
  auditDays: z.coerce.number('must be a number of days').int().min(1).max(36_500).default(365),
  trail: z.enum(['own', 'organization'], 'must be own or organization').default('own'),
  runbook: text.default('docs/runbook.md'),
  oidcIssuer: z
    .url({ protocol: /^https$/, error: 'must be an address that starts with https://' })
    .max(200, 'must be at most 200 characters')
    .nullable()
    .default(null),
  oidcClient: text.max(128, 'must be at most 128 characters').nullable().default(null),
  oidcIdClaim: word.nullable().default(null),
  oidcNameClaim: word.nullable().default(null),
  oidcRoleClaim: word.nullable().default(null),
  clerkGroup: word.default('clerk'),
  approverGroup: word.default('approver'),
  opsGroup: word.default('ops'),
  viewerGroup: word.default('viewer'),
  consoleDomain: z
    .string()
    .max(MAX_DOMAIN, `must be at most ${MAX_DOMAIN} characters`)
    .regex(/^([a-z0-9-]+\.)+[a-z]{2,}$/, 'must be a host name in lower case, such as crier.nysb.uscourts.gov')
    .nullable()
    .default(null),
  consoleCertificate: z
    .string()
    .regex(/^arn:aws[a-z-]*:acm:/, 'must be the ARN of a certificate in ACM')
    .nullable()
    .default(null),
  signInIdleMinutes: z.coerce.number('must be a number of minutes').int().min(5).max(120).default(30),
  signInHours: z.coerce.number('must be a number of hours').int().min(1).max(24).default(8),
  userNameDays: z.coerce.number('must be a number of days').int().min(1).max(3650).default(400),
  suppressionDays: z.coerce
    .number('must be a number of days')
    .int()
    .min(MIN_SUPPRESSION_DAYS)
    .max(36_500)
    .nullable()
    .default(null),
  accessLogDays: z.coerce
    .number('must be a number of days')
    .refine(
      (days) => LOG_DAYS.includes(days),
      `must be one of the numbers of days that CloudWatch has: ${LOG_DAYS.join(', ')}`,
    )
    .default(1096),
  searchHours: z.coerce.number('must be a number of hours').int().min(1).max(168).default(24),
});

/** With half of a pair no one could sign in. */
const checked = schema
  .refine(({ oidcIssuer, oidcClient }) => (oidcIssuer === null) === (oidcClient === null), {
    path: ['oidcClient'],
    message: 'must be given together with oidcIssuer',
  })
  .refine((given) => (given.consoleDomain === null) === (given.consoleCertificate === null), {
    path: ['consoleCertificate'],
    message: 'must be given together with consoleDomain',
  });

/**
 * Reads the settings.
 * @param lookUp Answers a key of the context; `undefined` when it isn't set.
 * @throws Error naming every key that is wrong.
 */
export function settingsFrom(lookUp: (key: string) => unknown): Settings {
  const given = Object.fromEntries(Object.keys(schema.shape).map((key) => [key, lookUp(key)]));
  const named = given.name === undefined ? { ...given, ...exampleLaunch(), ...defined(given) } : given;
  const answer = checked.safeParse(named);
  if (answer.success) return answer.data;
  const wrong = answer.error.issues.map(
    ({ path, message }) => `${path.join('.')} ${message}: it is ${JSON.stringify(named[String(path[0])])}`,
  );
  throw new Error(`Cannot build the launch because ${wrong.join('; and ')}`);
}

function defined(values: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}
