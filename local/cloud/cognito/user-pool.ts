import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import * as z from 'zod';
import { machineClock } from '../../../functions/lib/clock.ts';
import { damaged } from '../persistence/damaged.ts';
import type { Resource, Template } from '../template/template.ts';

const userSchema = z.object({
  /** The user name. */
  id: z.string(),
  /** By name, as `AdminCreateUser` got them. */
  attributes: z.record(z.string(), z.string()),
  groups: z.array(z.string()),
  enabled: z.boolean(),
  status: z.enum(['FORCE_CHANGE_PASSWORD', 'CONFIRMED']),
  hasTwoFactor: z.boolean(),
  /** Epoch milliseconds, by the machine's clock. */
  createdAt: z.number(),
  changedAt: z.number(),
});
/** An account of the pool, as it is stored. */
export type PoolUser = z.infer<typeof userSchema>;

/** The user pool of the template: accounts and groups. */
export interface LocalUserPool {
  /** What `Ref` gives, instead of the pool's id. */
  readonly id: string;
  readonly arn: string;
  readonly groups: ReadonlySet<string>;
  /** Every account, by id. */
  users(): readonly PoolUser[];
  find(id: string): PoolUser | undefined;
  /** Makes an account, or changes the one of this id. */
  put(user: PoolUser): void;
  remove(id: string): void;
  /** Who can sign in: not with a disabled account, nor by an invitation that has expired. */
  ready(): readonly PoolUser[];
  /** A first sign-in accepts the invitation: Cognito asks for a password of one's own and an authenticator. */
  signedIn(id: string): void;
}

/** The people who are ready to sign in, by the id of their group in the template. */
const PEOPLE: Readonly<Record<string, { id: string; name: string; email: string }>> = {
  ClerkGroup: { id: 'clara', name: 'Clara Clerk', email: 'clara@court.example' },
  ApproverGroup: { id: 'ada', name: 'Ada Approver', email: 'ada@court.example' },
  OpsGroup: { id: 'otto', name: 'Otto Ops', email: 'otto@court.example' },
  ViewerGroup: { id: 'vera', name: 'Vera Viewer', email: 'vera@court.example' },
};

const DAY_MILLISECONDS = 24 * 60 * 60 * 1000;

/**
 * The template's pool, with a person in each group who has signed in before.
 * @param path Where accounts are kept. @default in memory
 * @throws Error when the template has no user pool, UserError when the file can't be read.
 */
export function localUserPool(template: Template, path?: string): LocalUserPool {
  const [pool] = template.ofType('AWS::Cognito::UserPool');
  if (!pool) throw new Error('Cannot run the template because it must hold a user pool');
  const found = path !== undefined && existsSync(path) ? readUsers(path) : samplePeople(template);
  const users = new Map(found.map((user) => [user.id, user]));
  const all = () => [...users.values()].toSorted((one, other) => (one.id < other.id ? -1 : 1));
  const save = () => {
    if (path === undefined) return;
    writeFileSync(`${path}.unfinished`, JSON.stringify(all()), { mode: 0o600 });
    renameSync(`${path}.unfinished`, path);
  };
  const put = (user: PoolUser) => {
    users.set(user.id, user);
    save();
  };
  const validMilliseconds = validDaysOf(pool) * DAY_MILLISECONDS;
  return {
    id: pool.reference,
    arn: pool.arn,
    groups: new Set(template.ofType('AWS::Cognito::UserPoolGroup').map(groupName)),
    users: all,
    find: (id) => users.get(id),
    put,
    remove: (id) => {
      users.delete(id);
      save();
    },
    ready: () =>
      [...users.values()].filter(
        ({ enabled, status, changedAt }) =>
          enabled && (status === 'CONFIRMED' || nowMilliseconds() < changedAt + validMilliseconds),
      ),
    signedIn: (id) => {
      const user = users.get(id);
      if (user && !(user.status === 'CONFIRMED' && user.hasTwoFactor)) {
        put({ ...user, status: 'CONFIRMED', hasTwoFactor: true, changedAt: nowMilliseconds() });
      }
    },
  };
}

/** Cognito dates by its own clock, not by the launch's. */
export function nowMilliseconds(): number {
  return machineClock.now().epochMilliseconds;
}

function readUsers(path: string): PoolUser[] {
  try {
    return z.array(userSchema).parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    throw damaged(path, 'it must be JSON with the accounts of people');
  }
}

function samplePeople(template: Template): PoolUser[] {
  const at = nowMilliseconds();
  return template.ofType('AWS::Cognito::UserPoolGroup').flatMap((group): PoolUser[] => {
    const person = PEOPLE[group.id];
    if (!person) return [];
    const { id, name, email } = person;
    return [
      {
        id,
        attributes: { name, email, email_verified: 'true' },
        groups: [groupName(group)],
        enabled: true,
        status: 'CONFIRMED',
        hasTwoFactor: true,
        createdAt: at,
        changedAt: at,
      },
    ];
  });
}

function groupName({ properties }: Resource): string {
  return String(properties.GroupName);
}

function validDaysOf({ properties }: Resource): number {
  const policies = properties.Policies as { PasswordPolicy?: { TemporaryPasswordValidityDays?: number } };
  return policies?.PasswordPolicy?.TemporaryPasswordValidityDays ?? 7;
}
