import * as z from 'zod';
import { domain, whole, word } from './setting-types.ts';

/** The settings of the console: its address, and who signs in. */
export const CONSOLE = {
  consoleDomain: domain.nullable().default(null).describe("The console's own host name."),
  consoleCertificate: z
    .string()
    .regex(/^arn:aws[a-z-]*:acm:/, 'must be the ARN of a certificate in ACM')
    .nullable()
    .default(null)
    .describe('The ARN of its certificate in ACM. Goes with consoleDomain.'),
  oidcIssuer: z
    .url({ protocol: /^https$/, error: 'must be an address that starts with https://' })
    .max(200)
    .nullable()
    .default(null)
    .describe(
      "The court's own OpenID Connect provider: see docs/console.md. If left out: a Cognito user pool.",
    ),
  oidcClient: z
    .string()
    .min(1)
    .max(128)
    .nullable()
    .default(null)
    .describe('The id that this provider gave the console. Goes with oidcIssuer.'),
  oidcIdClaim: word.nullable().default(null).describe("The claim that holds a person's sign-in id."),
  oidcNameClaim: word.nullable().default(null).describe("The claim that holds a person's name."),
  oidcRoleClaim: word.nullable().default(null).describe("The claim that holds a person's groups."),
  clerkGroup: word.default('clerk').describe('The group of clerks.'),
  approverGroup: word.default('approver').describe('The group of approvers.'),
  opsGroup: word.default('ops').describe('The group of operations staff.'),
  viewerGroup: word.default('viewer').describe('The group of viewers, who can change nothing.'),
  signInIdleMinutes: whole(5, 120)
    .default(30)
    .describe('A sign-in to the console ends after this many minutes of inactivity.'),
  signInHours: whole(1, 24).default(8).describe('A sign-in ends after this many hours in any case.'),
  userNameDays: whole(1, 3650)
    .default(400)
    .describe(
      "How many days the console knows a user's name after their last sign-in; then it shows the sign-in id.",
    ),
};
