import * as z from 'zod';
import { MIN_SUPPRESSION_DAYS } from '../functions/domain/retention.ts';
import { keyArn, oneOf, tableName, whole } from './setting-types.ts';

/** The numbers of days that CloudWatch can keep logs for: from a month on, and from a year on. */
const LONG_LOG_DAYS: readonly number[] = [365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653];
const LOG_DAYS: readonly number[] = [30, 60, 90, 120, 150, 180, ...LONG_LOG_DAYS];

const PROTECTING = {
  dataKey: keyArn
    .nullable()
    .default(null)
    .describe(
      "The ARN of the court's own KMS key, for everything stored: see docs/deploy.md. If left out: AWS's own keys.",
    ),
  fips: z
    .boolean()
    .default(false)
    .describe("Whether the functions use AWS's endpoints with FIPS 140-3 validated cryptography."),
};

const KEEPING = {
  keepDays: whole(7, 3650).default(90).describe('How many days uploads, reports and exports are kept.'),
  suppressionDays: whole(MIN_SUPPRESSION_DAYS, 36_500)
    .nullable()
    .default(null)
    .describe(
      'How many days an address stays suppressed after its last bounce or complaint, once every phase is over. ' +
        'If left out: as long as the launch.',
    ),
  auditLock: z
    .enum(['governance', 'compliance'])
    .default('governance')
    .describe(
      'How audit log entries are locked: governance can be lifted by people with that permission, ' +
        "compliance not even by the account's root user.",
    ),
  auditDays: whole(1, 36_500)
    .default(365)
    .describe('How many days they stay locked. Crier never deletes one, even afterward.'),
  trail: z
    .enum(['own', 'organization'])
    .default('own')
    .describe(
      'Which CloudTrail trail shows who acts outside the console: see docs/security.md. `own` is made by the launch; ' +
        '`organization` is for an organization whose trail in this region logs the same data events.',
    ),
  logDays: oneOf(LOG_DAYS)
    .default(365)
    .describe(`How many days other logs are kept: ${LOG_DAYS.join(', ')}.`),
  accessLogDays: oneOf(LONG_LOG_DAYS)
    .default(1096)
    .describe(`How many days the log of sign-ins and refused requests is kept: ${LONG_LOG_DAYS.join(', ')}.`),
  searchHours: whole(1, 168)
    .default(24)
    .describe('How many hours the console keeps what a person searched for.'),
};

const RESTORING = {
  backupDays: whole(0, 365)
    .default(35)
    .describe(
      "How many days the daily backups of tables are kept. 0: no backups, because the account's own backup plan includes the tables.",
    ),
  restoredTables: z
    .strictObject({
      LaunchTable: tableName.optional(),
      RosterTable: tableName.optional(),
      DeliveryTable: tableName.optional(),
      SendLogTable: tableName.optional(),
      SuppressionTable: tableName.optional(),
    })
    .default({})
    .describe('Names of restored tables to use instead: see docs/restore.md.'),
  restoredTo: z.iso
    .datetime('must be an instant in UTC, such as 2018-07-24T12:55:00Z')
    .nullable()
    .default(null)
    .describe('The point in time to which they were restored. Goes with restoredTables.'),
};

/** Settings of what is stored: how it is protected, how long it is kept, and what a restore attaches. */
export const DATA = { ...PROTECTING, ...KEEPING, ...RESTORING };
