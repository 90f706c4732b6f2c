import type { IncomingHttpHeaders } from 'node:http';
import { addOperations, awsJsonApp, ServiceError } from '../../lib/aws-json.ts';
import type { Listening } from '../../lib/listen.ts';
import { serve } from '../../lib/serve.ts';
import type { Access } from '../iam/access.ts';
import { type CheckSignature, ownSignatures } from '../iam/signature.ts';
import { type LocalUserPool, nowMilliseconds, type PoolUser } from './user-pool.ts';

interface CognitoOptions {
  /** @default a free one */
  readonly port?: number;
  readonly pool: LocalUserPool;
  readonly access?: Access;
  /** @default by the credentials of this process's SDK */
  readonly checkSignature?: CheckSignature;
}

/** What operations are asked with, as far as they are known here. */
interface Input {
  readonly UserPoolId?: string;
  readonly Username?: string;
  readonly GroupName?: string;
  readonly UserAttributes?: readonly { readonly Name: string; readonly Value: string }[];
  readonly MessageAction?: string;
  readonly Limit?: number;
  readonly PaginationToken?: string;
  readonly NextToken?: string;
}

/** Users in an answer, if the caller asks for no fewer. */
const PAGE_SIZE = 60;

type Operation = (input: Input, pool: LocalUserPool) => unknown;

/** The operations of an administrator that Crier uses. Invitations aren't emailed here: the sign-in page lists the invited. */
const OPERATIONS: Readonly<Record<string, Operation>> = {
  ListUsers: ({ Limit, PaginationToken }, pool) => {
    const { page, next } = pageOf(pool.users(), Limit, PaginationToken);
    return { Users: page.map(describe), ...(next !== null && { PaginationToken: next }) };
  },
  ListUsersInGroup: (input, pool) => {
    const group = groupOf(input, pool);
    const members = pool.users().filter(({ groups }) => groups.includes(group));
    const { page, next } = pageOf(members, input.Limit, input.NextToken);
    return { Users: page.map(describe), ...(next !== null && { NextToken: next }) };
  },
  AdminGetUser: (input, pool) => {
    const { attributes, ...user } = existing(input, pool);
    const { Attributes, ...described } = describe({ attributes, ...user });
    return {
      ...described,
      UserAttributes: Attributes,
      ...(user.hasTwoFactor && {
        UserMFASettingList: ['SOFTWARE_TOKEN_MFA'],
        PreferredMfaSetting: 'SOFTWARE_TOKEN_MFA',
      }),
    };
  },
  AdminCreateUser: (input, pool) =>
    input.MessageAction === 'RESEND' ? resend(input, pool) : create(input, pool),
  AdminAddUserToGroup: (input, pool) => {
    const user = existing(input, pool);
    const group = groupOf(input, pool);
    pool.put({ ...user, groups: [...new Set([...user.groups, group])] });
    return {};
  },
  AdminRemoveUserFromGroup: (input, pool) => {
    const user = existing(input, pool);
    const group = groupOf(input, pool);
    pool.put({ ...user, groups: user.groups.filter((one) => one !== group) });
    return {};
  },
  AdminDisableUser: (input, pool) => {
    pool.put({ ...existing(input, pool), enabled: false, changedAt: nowMilliseconds() });
    return {};
  },
  AdminEnableUser: (input, pool) => {
    pool.put({ ...existing(input, pool), enabled: true, changedAt: nowMilliseconds() });
    return {};
  },
  AdminDeleteUser: (input, pool) => {
    pool.remove(existing(input, pool).id);
    return {};
  },
};

/** Amazon Cognito's accounts, instead of the service: https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/ */
export function startCognito({
  port,
  pool,
  access,
  checkSignature = ownSignatures(),
}: CognitoOptions): Promise<Listening> {
  const app = awsJsonApp('cognito-idp', checkSignature);
  const operations = Object.entries(OPERATIONS).map(([name, operation]) => [
    name,
    async (given: unknown, headers: IncomingHttpHeaders) => {
      const input = given as Input;
      checkAccess(name, { headers, pool, access });
      if (input.UserPoolId !== pool.id) {
        throw new ServiceError('ResourceNotFoundException', `User pool ${input.UserPoolId} does not exist.`);
      }
      const answer = operation(input, pool);
      if (!/^(List|AdminGet)/.test(name)) access?.changed();
      return answer;
    },
  ]);
  addOperations(app, {
    service: 'AWSCognitoIdentityProviderService',
    operations: Object.fromEntries(operations),
  });
  return serve(app, { port });
}

/** @throws ServiceError when the caller's role doesn't grant it. */
function checkAccess(
  operation: string,
  {
    headers,
    pool,
    access,
  }: { headers: IncomingHttpHeaders; pool: LocalUserPool; access: Access | undefined },
): void {
  const request = { action: `cognito-idp:${operation}`, resource: pool.arn };
  const refusal = access?.refusal(headers, request);
  if (refusal) throw new ServiceError('AccessDeniedException', refusal);
}

function create({ Username = '', UserAttributes = [] }: Input, pool: LocalUserPool): unknown {
  // AWS's own pattern of a user name: no spaces and no control characters.
  if (!/^[\p{L}\p{M}\p{S}\p{N}\p{P}]{1,128}$/u.test(Username)) {
    throw new ServiceError('InvalidParameterException', 'Username must satisfy regular expression pattern');
  }
  if (pool.find(Username)) throw new ServiceError('UsernameExistsException', 'User account already exists');
  const attributes = Object.fromEntries(UserAttributes.map(({ Name, Value }) => [Name, Value]));
  if (!attributes.email) {
    throw new ServiceError('InvalidParameterException', 'Email required for the delivery of the invitation');
  }
  const at = nowMilliseconds();
  const user: PoolUser = {
    id: Username,
    attributes,
    groups: [],
    enabled: true,
    status: 'FORCE_CHANGE_PASSWORD',
    hasTwoFactor: false,
    createdAt: at,
    changedAt: at,
  };
  pool.put(user);
  return { User: describe(user) };
}

function resend(input: Input, pool: LocalUserPool): unknown {
  const user = existing(input, pool);
  if (user.status !== 'FORCE_CHANGE_PASSWORD') {
    const message = `Resend not possible. ${user.id} status is not FORCE_CHANGE_PASSWORD`;
    throw new ServiceError('UnsupportedUserStateException', message);
  }
  const again = { ...user, changedAt: nowMilliseconds() };
  pool.put(again);
  return { User: describe(again) };
}

/** @throws ServiceError when there is no such user. */
function existing({ Username = '' }: Input, pool: LocalUserPool): PoolUser {
  const user = pool.find(Username);
  if (user) return user;
  throw new ServiceError('UserNotFoundException', 'User does not exist.');
}

/** @throws ServiceError when there is no such group. */
function groupOf({ GroupName = '' }: Input, { groups }: LocalUserPool): string {
  if (groups.has(GroupName)) return GroupName;
  throw new ServiceError('ResourceNotFoundException', 'Group not found.');
}

function describe({ id, attributes, enabled, status, createdAt, changedAt }: PoolUser) {
  return {
    Username: id,
    Attributes: Object.entries({ sub: `local-${id}`, ...attributes }).map(([Name, Value]) => ({
      Name,
      Value,
    })),
    Enabled: enabled,
    UserStatus: status,
    UserCreateDate: createdAt / 1000,
    UserLastModifiedDate: changedAt / 1000,
  };
}

/** A token is the last id of the page before. */
function pageOf(
  users: readonly PoolUser[],
  limit = PAGE_SIZE,
  after = '',
): { page: readonly PoolUser[]; next: string | null } {
  const rest = users.filter(({ id }) => id > after);
  const page = rest.slice(0, limit);
  return { page, next: rest.length > page.length ? page.at(-1)!.id : null };
}
