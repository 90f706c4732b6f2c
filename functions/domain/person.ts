import { z } from 'zod';
import { bySchema } from './audit.ts';
import type { SignInSettings } from './sign-in.ts';

/** `clerk` may do all that `ops` may, and also upload and release. */
export type Role = 'clerk' | 'ops';

/** Who is signed in. */
export interface Person {
  /** The provider's id of this person, which every entry of the audit log has. Never an address. */
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  /** As the provider has verified it: where a test email may go. `null`: none is known. Never logged. */
  readonly email: string | null;
  /** Names the sign-in: the SHA-256 of its cookie. */
  readonly sessionId: string;
  /** Every form carries it. */
  readonly csrf: string;
}

/** What the provider tells of a person. */
export type Identity = Pick<Person, 'id' | 'name' | 'role' | 'email'>;

/** The claims of a provider's token. */
export type Claims = Readonly<Record<string, unknown>>;

/** Whether a person is let in; `id-unfit`: the id could be an address. */
type Admission =
  | { readonly admitted: true; readonly person: Identity }
  | { readonly admitted: false; readonly reason: 'no-role' | 'id-unfit' };

/** Whether these claims let a person in, and in which role. Fails closed: a claim that is missing grants nothing. */
export function admit(claims: Claims, settings: SignInSettings): Admission {
  const role = roleOf(claims[settings.roleClaim], settings);
  if (!role) return { admitted: false, reason: 'no-role' };
  const { data: id } = bySchema.safeParse(claims[settings.idClaim]);
  if (id === undefined) return { admitted: false, reason: 'id-unfit' };
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

function roleOf(groups: unknown, { clerk, ops }: SignInSettings): Role | null {
  const named = Array.isArray(groups) ? groups : [groups];
  if (named.includes(clerk)) return 'clerk';
  return named.includes(ops) ? 'ops' : null;
}
