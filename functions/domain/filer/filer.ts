import * as z from 'zod';

/** What kinds of filers there are. The vocabularies here are those of the roster's columns: see docs/roster.md. */
export const USER_TYPES = [
  'attorney',
  'trustee',
  'us-trustee',
  'filing-agent',
  'limited-filer',
  'creditor',
  'court-reporter',
  'transcriber',
  'auditor',
  'course-provider',
  'government-attorney',
  'media',
  'pro-se',
  'judge',
  'court-staff',
  'unknown',
] as const;
/** Statuses of a CM/ECF account. */
export const CMECF_STATUSES = ['active', 'inactive', 'suspended', 'deceased'] as const;
/** Kinds of PACER account that a filer may have. */
export const PACER_ACCOUNTS = ['individual', 'shared', 'paa', 'case_search', 'none'] as const;
/** Whether a PACER account is upgraded. */
export const PACER_ACCOUNT_TYPES = ['upgraded', 'legacy', 'unknown'] as const;
/** Statuses of the link between the CM/ECF account and the PACER account. */
export const LINK_STATUSES = ['linked', 'unlinked', 'failed', 'pending'] as const;

/** See {@link Filer}. */
export const filerSchema = z.object({
  /** Hash of court and CM/ECF user id: see `filerIdOf`. The only id used outside the roster. */
  filerId: z.string().regex(/^[0-9a-f]{16}$/),
  /** CM/ECF user id, as spelt in the roster. May be a login: never log it. */
  userId: z.string(),
  lastName: z.string(),
  firstName: z.string().nullable(),
  firm: z.string().nullable(),
  barId: z.string().nullable(),
  phone: z.string().nullable(),
  /** The usable primary address, or `null`: unreachable by email. */
  email: z.string().nullable(),
  secondaryEmails: z.array(z.string()),
  userType: z.enum(USER_TYPES),
  cmecfStatus: z.enum(CMECF_STATUSES),
  /** Kinds of PACER account; empty when unknown. */
  pacerAccounts: z.array(z.enum(PACER_ACCOUNTS)),
  pacerAccountType: z.enum(PACER_ACCOUNT_TYPES),
  /** `2014-08-11`, `2014-08` or `2014`. */
  pacerCreated: z
    .string()
    .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/)
    .nullable(),
  pacerUsernameLength: z.number().int().nonnegative().nullable(),
  /** Linked in another court's NextGen. */
  nextgenElsewhere: z.boolean().nullable(),
  linkStatus: z.enum(LINK_STATUSES),
  /** The date on which `linkStatus` was true, `2018-10-29`; a blank cell took the upload's date. */
  linkAsOf: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
  /** Another filer of the same roster version has the same mailbox. */
  sharedAddress: z.boolean(),
});

/**
 * What the roster says of one filer: stored facts, never a state. A state is computed from them.
 * `null` and `unknown` mean that the roster doesn't say.
 */
export type Filer = z.infer<typeof filerSchema>;
/** See {@link USER_TYPES}. */
export type UserType = Filer['userType'];

/** The facts of a filer of whom nothing is known but key and name. */
export const BLANK: Omit<Filer, 'filerId' | 'userId' | 'lastName' | 'linkAsOf'> = {
  firstName: null,
  firm: null,
  barId: null,
  phone: null,
  email: null,
  secondaryEmails: [],
  userType: 'unknown',
  cmecfStatus: 'active',
  pacerAccounts: [],
  pacerAccountType: 'unknown',
  pacerCreated: null,
  pacerUsernameLength: null,
  nextgenElsewhere: null,
  linkStatus: 'unlinked',
  sharedAddress: false,
};
