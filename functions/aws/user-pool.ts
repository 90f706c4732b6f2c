import {
  AdminAddUserToGroupCommand,
  AdminCreateUserCommand,
  AdminDeleteUserCommand,
  AdminDisableUserCommand,
  AdminEnableUserCommand,
  AdminGetUserCommand,
  AdminRemoveUserFromGroupCommand,
  type AttributeType,
  type CognitoIdentityProviderClient,
  ListUsersCommand,
  ListUsersInGroupCommand,
  type UserType,
} from '@aws-sdk/client-cognito-identity-provider';
import pLimit from 'p-limit';
import { Temporal } from 'temporal-polyfill';
import { type Account, type ChangeRefusal, INVITATION_DAYS } from '../domain/account.ts';
import { ROLES, type Role } from '../domain/person.ts';
import type { SignInSettings } from '../domain/sign-in.ts';
import { ENV, type Env, required } from '../lib/env.ts';
import { cognito } from './clients.ts';

/** Someone to be invited. */
export interface Invitation {
  readonly id: string;
  /** `null`: Cognito asks for it at the first sign-in. */
  readonly name: string | null;
  readonly email: string;
}

/** The accounts of the launch's own user pool, as an administrator sees them. Calls that change one may be repeated. */
export interface UserPool {
  /** Every account, by id. @param now By the machine's clock: an invitation expires. */
  accounts(now: Temporal.Instant): Promise<readonly Account[]>;
  /** Makes an account in no group; Cognito emails an invitation with a password for once. */
  invite(invitation: Invitation): Promise<void>;
  /** Has Cognito email the invitation again, with a new password and from now on. */
  resend(id: string): Promise<void>;
  /** Takes an account out of every group of the launch but this role's. */
  setRole(id: string, role: Role): Promise<void>;
  /** Cognito lets no one in with a disabled account. */
  disable(id: string): Promise<void>;
  enable(id: string): Promise<void>;
  /** Deletes an account, so that it can be invited again. */
  remove(id: string): Promise<void>;
}

/** How many accounts are looked up at once: Cognito allows 30 administrators' reads a second in a new AWS account. */
const AT_ONCE = 5;

/** The pool that the environment names, whose groups the settings name. @throws Error when a variable is missing. */
export function userPool(
  env: Env,
  {
    groups,
    client = cognito(),
  }: { groups: Pick<SignInSettings, Role>; client?: CognitoIdentityProviderClient },
): UserPool {
  const UserPoolId = required(env, ENV.userPool);
  const named = (id: string) => ({ UserPoolId, Username: id });

  async function users(): Promise<UserType[]> {
    const found: UserType[] = [];
    let PaginationToken: string | undefined;
    do {
      const page = await client.send(
        new ListUsersCommand({ UserPoolId, ...(PaginationToken !== undefined && { PaginationToken }) }),
      );
      found.push(...(page.Users ?? []));
      ({ PaginationToken } = page);
    } while (PaginationToken !== undefined);
    return found;
  }

  async function idsIn(role: Role): Promise<ReadonlySet<string>> {
    const ids = new Set<string>();
    let NextToken: string | undefined;
    do {
      const page = await client.send(
        new ListUsersInGroupCommand({
          UserPoolId,
          GroupName: groups[role],
          ...(NextToken !== undefined && { NextToken }),
        }),
      );
      for (const { Username } of page.Users ?? []) ids.add(Username!);
      ({ NextToken } = page);
    } while (NextToken !== undefined);
    return ids;
  }

  async function hasTwoFactor(id: string): Promise<boolean> {
    const { UserMFASettingList = [] } = await client.send(new AdminGetUserCommand(named(id)));
    return UserMFASettingList.length > 0;
  }

  return {
    accounts: async (now) => {
      const [found, members] = await Promise.all([
        users(),
        Promise.all(ROLES.map(async (role) => [role, await idsIn(role)] as const)),
      ]);
      const accounts = await pLimit(AT_ONCE).map(found, async (user): Promise<Account> => {
        const id = user.Username!;
        return {
          id,
          name: attribute(user.Attributes, 'name'),
          email: attribute(user.Attributes, 'email'),
          roles: members.flatMap(([role, ids]) => (ids.has(id) ? [role] : [])),
          status: statusOf(user, now),
          hasTwoFactor: await hasTwoFactor(id),
        };
      });
      return accounts.toSorted((one, other) => (one.id < other.id ? -1 : 1));
    },
    invite: async ({ id, name, email }) => {
      const attributes = { email, email_verified: 'true', ...(name !== null && { name }) };
      await client.send(
        new AdminCreateUserCommand({
          ...named(id),
          UserAttributes: Object.entries(attributes).map(([Name, Value]) => ({ Name, Value })),
          DesiredDeliveryMediums: ['EMAIL'],
        }),
      );
    },
    resend: async (id) => {
      await client.send(
        new AdminCreateUserCommand({
          ...named(id),
          MessageAction: 'RESEND',
          DesiredDeliveryMediums: ['EMAIL'],
        }),
      );
    },
    setRole: async (id, role) => {
      // Rights are taken away first: what stops half-way leaves fewer of them.
      for (const other of ROLES) {
        if (groups[other] === groups[role]) continue;
        await client.send(new AdminRemoveUserFromGroupCommand({ ...named(id), GroupName: groups[other] }));
      }
      await client.send(new AdminAddUserToGroupCommand({ ...named(id), GroupName: groups[role] }));
    },
    disable: async (id) => {
      await client.send(new AdminDisableUserCommand(named(id)));
    },
    enable: async (id) => {
      await client.send(new AdminEnableUserCommand(named(id)));
    },
    remove: async (id) => {
      await client.send(new AdminDeleteUserCommand(named(id)));
    },
  };
}

function attribute(attributes: readonly AttributeType[] | undefined, name: string): string | null {
  return attributes?.find(({ Name }) => Name === name)?.Value || null;
}

/** Someone with `RESET_REQUIRED` has signed in before. What Crier doesn't know counts as never signed in. */
function statusOf(
  { Enabled, UserStatus, UserLastModifiedDate }: UserType,
  now: Temporal.Instant,
): Account['status'] {
  if (!Enabled) return 'disabled';
  if (UserStatus === 'CONFIRMED' || UserStatus === 'RESET_REQUIRED') return 'active';
  const since = Temporal.Instant.fromEpochMilliseconds(UserLastModifiedDate?.getTime() ?? 0);
  const ends = since.add({ hours: 24 * INVITATION_DAYS });
  return Temporal.Instant.compare(now, ends) < 0 ? 'invited' : 'expired';
}

/** What Cognito refuses because the account isn't what it was a moment ago, or because it can't be asked now. */
const REFUSALS: Readonly<Record<string, ChangeRefusal>> = {
  UsernameExistsException: {
    reason: 'id-taken',
    field: 'account',
    message: 'Another account has this id. Use another one.',
  },
  UserNotFoundException: { reason: 'no-such-account', message: 'There is no account with this id any more.' },
  UnsupportedUserStateException: { reason: 'not-invited', message: 'This person has already signed in.' },
  CodeDeliveryFailureException: {
    reason: 'undelivered',
    message: 'The account is there, but the invitation couldn’t be emailed. Resend it later.',
  },
  LimitExceededException: {
    reason: 'too-many',
    message: 'Cognito has sent as many invitations today as it may. Try again tomorrow.',
  },
  TooManyRequestsException: { reason: 'too-many', message: 'Cognito is busy. Try again in a minute.' },
};

/** Why Cognito refused; `null`: the error is another one. */
export function poolRefusal(error: unknown): ChangeRefusal | null {
  return (error instanceof Error && REFUSALS[error.name]) || null;
}
