import * as z from 'zod';
import { bySchema } from './command.ts';
import type { SignInSettings } from './sign-in.ts';

/** A person in several groups has the first of these roles. */
export const ROLES = ['clerk', 'approver', 'ops', 'viewer'] as const;
/** What people are to Crier: {@link PERMISSIONS} says what each role may do. */
export type Role = (typeof ROLES)[number];

/** What roles are called. */
export const ROLE_NAMES: Readonly<Record<Role, string>> = {
  clerk: 'Clerk',
  approver: 'Approver',
  ops: 'Operations',
  viewer: 'Viewer',
};
/** Someone in a role, inside a sentence. */
export const A_ROLE: Readonly<Record<Role, string>> = {
  clerk: 'a clerk',
  approver: 'an approver',
  ops: 'operations staff',
  viewer: 'a viewer',
};

/** Which roles may do what, besides looking at pages, which all may. */
export const PERMISSIONS = {
  /** Upload, activate, move a date, cancel a run. */
  edit: ['clerk'],
  /** Release or approve a phase. With two-person approval only approvers may. */
  release: ['clerk', 'approver'],
  /** Approve a plan that turns two-person approval off. */
  approve: ['approver'],
  /** Hold, lift, retry, resume emails to a filer, export names and addresses. */
  operate: ['clerk', 'ops'],
  /** Erase a person permanently. */
  erase: ['ops'],
  /** Invite people, change their roles, disable them. */
  people: ['ops'],
  /** Send a test email to oneself and colleagues. */
  test: ['clerk', 'approver', 'ops'],
} as const satisfies Record<string, readonly Role[]>;
/** Something that only some roles may do. */
export type Permission = keyof typeof PERMISSIONS;

/** Whether a person may do something. */
export function may({ role }: { readonly role: Role }, permission: Permission): boolean {
  return (PERMISSIONS[permission] as readonly Role[]).includes(role);
}

/** A person as a sign-in stores them. */
export const personSchema = z.object({
  /** The provider's id of this person, which every entry of the audit log has. Never an address. */
  id: z.string(),
  name: z.string(),
  role: z.enum(ROLES),
  /** As the provider has verified it: where a test email may go. `null`: none is known. Never logged. */
  email: z.string().nullable(),
  /** Names the sign-in: the SHA-256 of its cookie. */
  sessionId: z.string(),
  /** Every form carries it. */
  csrf: z.string(),
});
/** Who is signed in. */
export type Person = Readonly<z.infer<typeof personSchema>>;

/** What the provider tells about a person. */
export type Identity = Pick<Person, 'id' | 'name' | 'role' | 'email'>;

/** The claims of a provider's token. */
export type Claims = Readonly<Record<string, unknown>>;

/** Whether a person is let in; `id-unfit`: the id could be an address. */
type Admission =
  | { readonly admitted: true; readonly person: Identity }
  /** `id`: whom the provider named, if that could be kept. */
  | { readonly admitted: false; readonly reason: 'no-role' | 'id-unfit'; readonly id: string | null };

/** Whether these claims let a person in, and in which role. Fails closed: a claim that is missing grants nothing. */
export function admit(claims: Claims, settings: SignInSettings): Admission {
  const role = roleOf(claims[settings.roleClaim], settings);
  const { data: id } = bySchema.safeParse(claims[settings.idClaim]);
  if (!role) return { admitted: false, reason: 'no-role', id: id ?? null };
  if (id === undefined) return { admitted: false, reason: 'id-unfit', id: null };
  const name = claims[settings.nameClaim];
  const shown = typeof name === 'string' && name.trim() !== '' ? name.trim().slice(0, 80) : id;
  return { admitted: true, person: { id, name: shown, role, email: emailOf(claims) } };
}

const emailSchema = z.email().max(254);

/** An address that the provider hasn't verified may be another person's. */
function emailOf({ email, email_verified: isVerified }: Claims): string | null {
  // Some providers send the text.
  if (isVerified !== true && isVerified !== 'true') return null;
  return emailSchema.nullable().catch(null).parse(email);
}

function roleOf(groups: unknown, settings: SignInSettings): Role | null {
  const named = Array.isArray(groups) ? groups : [groups];
  return ROLES.find((role) => named.includes(settings[role])) ?? null;
}
