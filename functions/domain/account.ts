import * as z from 'zod';
import { may, type Permission, ROLES, type Role } from './person.ts';
import { holdsAddress, MAX_WHY } from './why.ts';

/** Days until an invitation expires. */
export const INVITATION_DAYS = 3;

/** An account of the launch's own user pool. */
export const accountSchema = z.object({
  /** The sign-in id. */
  id: z.string(),
  /** `null`: none is known. */
  name: z.string().nullable(),
  /** `null`: none is known, or it is not for the reader. Never logged or recorded. */
  email: z.string().nullable(),
  /** Of the groups that it is in: usually one. */
  roles: z.array(z.enum(ROLES)).readonly(),
  /** `invited`: it has never signed in; `expired`: and can't any more. */
  status: z.enum(['active', 'invited', 'expired', 'disabled']),
  hasTwoFactor: z.boolean(),
});
/** See {@link accountSchema}. */
export type Account = Readonly<z.infer<typeof accountSchema>>;

const ID = 'Use 1 to 40 lowercase letters, digits and _ . -, beginning with a letter.';
const NAME = 'Enter the name, at most 80 characters.';
const EMAIL = 'Enter an email address, such as jane_doe@example.gov.';
const WHY = 'Enter a reason: it is recorded with your name.';

/** The reason of a change that takes rights away. */
const why = z
  .string(WHY)
  .trim()
  .min(1, WHY)
  .max(MAX_WHY, `Use at most ${MAX_WHY} characters.`)
  .refine((text) => !holdsAddress(text), 'Remove the email address: this text is kept permanently.');
const role = z.enum(ROLES, 'Choose a role.');
/** The id of an account that is there, however it was made. */
const account = z.string().min(1).max(128);

/** The page of invitations has this name in place of an account's id. */
export const INVITE = 'invite';

/** A change of an account, as a person asks for it. Messages are for the fields of forms. */
export const accountChangeSchema = z.discriminatedUnion('change', [
  z.strictObject({
    change: z.literal(INVITE),
    name: z.string(NAME).trim().min(1, NAME).max(80, NAME),
    email: z.string(EMAIL).trim().pipe(z.email(EMAIL).max(254, EMAIL)),
    account: z
      .string(ID)
      .trim()
      .regex(/^[a-z][a-z0-9_.-]{0,39}$/, ID)
      .refine((id) => id !== INVITE, 'This id is reserved. Use another one.'),
    role,
  }),
  z.strictObject({ change: z.literal('resend'), account }),
  z.strictObject({ change: z.literal('role'), account, role, why }),
  z.strictObject({ change: z.literal('disable'), account, why }),
  z.strictObject({ change: z.literal('enable'), account }),
  z.strictObject({ change: z.literal('reset'), account, why }),
]);
/** See {@link accountChangeSchema}. */
export type AccountChange = z.output<typeof accountChangeSchema>;
/** What can be done with an account. */
export type ChangeKind = AccountChange['change'];

/** Why a change is refused: a code, a sentence, and the form's field that it is about. */
export interface ChangeRefusal {
  readonly reason:
    | 'no-such-account'
    | 'id-taken'
    | 'email-taken'
    | 'own-account'
    | 'not-invited'
    | 'unchanged'
    | 'no-two-factor'
    | 'no-address'
    | 'last-one'
    | 'undelivered'
    | 'too-many'
    | 'removed';
  readonly message: string;
  /** @default none */
  readonly field?: 'account' | 'email' | 'role';
}

interface ChangeFacts {
  /** Sign-in id of the person who asks. */
  readonly by: string;
  /** Every account of the pool. */
  readonly accounts: readonly Account[];
  /** Whether the plan demands two-person approval. */
  readonly isTwoPerson: boolean;
}

/**
 * Decides whether an account may be changed. No one changes their own, and no change takes away the last account that can
 * manage people or approve. @returns why not; `null`: it may
 */
export function refuseChange(change: AccountChange, facts: ChangeFacts): ChangeRefusal | null {
  const { by, accounts } = facts;
  if (change.change === 'invite') return refuseInvitation(change, accounts);
  const found = accounts.find(({ id }) => id === change.account);
  if (!found) return { reason: 'no-such-account', message: 'There is no account with this id any more.' };
  if (found.id === by && change.change !== 'resend') {
    return {
      reason: 'own-account',
      message: 'You can’t change your own account. Ask a colleague in operations.',
    };
  }
  return refuseFor(found, change) ?? refuseLast(found, { change, ...facts });
}

function refuseInvitation(
  { account, email }: { readonly account: string; readonly email: string },
  accounts: readonly Account[],
): ChangeRefusal | null {
  const isSame = (one: string, other: string) => one.toLowerCase() === other.toLowerCase();
  if (accounts.some(({ id }) => isSame(id, account))) {
    return { reason: 'id-taken', field: 'account', message: 'Another account has this id. Use another one.' };
  }
  if (accounts.some((one) => one.email !== null && isSame(one.email, email))) {
    const message = 'Another account has this address. Change that account’s role instead.';
    return { reason: 'email-taken', field: 'email', message };
  }
  return null;
}

/** Refuses what makes no sense for an account as it is. */
function refuseFor(
  { status, roles, email, hasTwoFactor }: Account,
  change: Exclude<AccountChange, { change: 'invite' }>,
): ChangeRefusal | null {
  const unchanged = (message: string): ChangeRefusal => ({ reason: 'unchanged', message });
  switch (change.change) {
    case 'resend':
      if (status === 'invited' || status === 'expired') return null;
      return {
        reason: 'not-invited',
        message: 'This person has already signed in, or their account is disabled.',
      };
    case 'role':
      if (roles.length !== 1 || roles[0] !== change.role) return null;
      return { ...unchanged('This person has this role already. Choose another one.'), field: 'role' };
    case 'disable':
      return status === 'disabled' ? unchanged('This account is already disabled.') : null;
    case 'enable':
      return status === 'disabled' ? null : unchanged('This account isn’t disabled.');
    case 'reset':
      if (status !== 'active' || !hasTwoFactor) {
        return { reason: 'no-two-factor', message: 'This person has no two-factor sign-in to reset.' };
      }
      if (email !== null) return null;
      return { reason: 'no-address', message: 'This account has no address to send an invitation to.' };
  }
}

/** What someone must be able to do at any time. */
function neededAlways(isTwoPerson: boolean): readonly (readonly [Permission, string])[] {
  return [['people', 'manage people'], isTwoPerson ? ['approve', 'approve'] : ['release', 'release phases']];
}

function refuseLast(
  found: Account,
  { change, accounts, isTwoPerson }: ChangeFacts & { readonly change: AccountChange },
): ChangeRefusal | null {
  const after = changed(found, change);
  const others = accounts.filter((one) => one !== found);
  for (const [permission, words] of neededAlways(isTwoPerson)) {
    if (!canAct(found, permission) || canAct(after, permission)) continue;
    if (others.some((one) => canAct(one, permission))) continue;
    return {
      reason: 'last-one',
      ...(change.change === 'role' && { field: 'role' }),
      message: `This is the only active account that can ${words}. Invite another person first, and wait until they have signed in.`,
    };
  }
  return null;
}

/** Whether someone can do something now: who was only invited may never come. */
export function canAct({ status, roles }: Account, permission: Permission): boolean {
  const role = roleOf(roles);
  return status === 'active' && role !== null && may({ role }, permission);
}

/** The role of someone who is in these groups: the first one. `null`: none, so Crier doesn't let them in. */
export function roleOf(roles: readonly Role[]): Role | null {
  return ROLES.find((one) => roles.includes(one)) ?? null;
}

function changed(account: Account, change: AccountChange): Account {
  if (change.change === 'role') return { ...account, roles: [change.role] };
  if (change.change === 'disable') return { ...account, status: 'disabled' };
  // Someone whose two-factor sign-in is reset couldn't sign in before either.
  return account;
}

/** What staff are told: someone got rights, or may have got another person's account. */
export const grantSchema = z.object({
  /** Instant, ISO 8601 in UTC. */
  at: z.string(),
  account: z.string(),
  role: z.enum(ROLES),
  /** `new`: invited, given this role, or enabled again; `reset`: their two-factor sign-in. */
  kind: z.enum(['new', 'reset']),
  /** Sign-in id of the person who did it. */
  by: z.string(),
});
/** See {@link grantSchema}. */
export type RoleGrant = Readonly<z.infer<typeof grantSchema>>;

/** Days for which staff are told about a grant. */
export const GRANT_DAYS = 7;

/** What a change is to tell staff: a grant, that there is none any more (`null`), or nothing (`unchanged`). */
export function grantOf(
  change: AccountChange,
  before: readonly Role[],
): Pick<RoleGrant, 'account' | 'role' | 'kind'> | null | 'unchanged' {
  if (change.change === 'resend') return 'unchanged';
  const role = 'role' in change ? change.role : roleOf(before);
  if (change.change === 'disable' || role === null || role === 'viewer') return null;
  return { account: change.account, role, kind: change.change === 'reset' ? 'reset' : 'new' };
}
