import { z } from 'zod';
import type { SignInSettings } from './sign-in.ts';

/** `clerk` may do all that `ops` may, and also upload and release. */
export type Role = 'clerk' | 'ops';

/** Who is signed in. */
export interface Person {
  /** What the provider calls this person; it stands in every act. Never an address. */
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  /** As the provider has verified it: where a test email may go. `null`: none is known. Never in a log or an act. */
  readonly email: string | null;
  /** Names the sign-in: the SHA-256 of its cookie. */
  readonly sessionId: string;
  /** Every form carries it. */
  readonly csrf: string;
}

/** Of a person, what the provider says. */
export type Identity = Pick<Person, 'id' | 'name' | 'role' | 'email'>;

/** What a provider says of a person. */
export type Claims = Readonly<Record<string, unknown>>;

export type Admission =
  | { readonly admitted: true; readonly person: Identity }
  | { readonly admitted: false; readonly reason: 'no-role' | 'id-unfit' };

/** The characters that acts allow: no address gets in. */
const ID = /^[A-Za-z0-9_.:-]{1,64}$/;

/** Whether these claims let somebody in, and as what. Fails closed: what isn't said isn't so. */
export function admit(claims: Claims, settings: SignInSettings): Admission {
  const role = roleOf(claims[settings.roleClaim], settings);
  if (!role) return { admitted: false, reason: 'no-role' };
  const id = claims[settings.idClaim];
  if (typeof id !== 'string' || !ID.test(id)) return { admitted: false, reason: 'id-unfit' };
  const name = claims[settings.nameClaim];
  const shown = typeof name === 'string' && name.trim() !== '' ? name.trim().slice(0, 80) : id;
  return { admitted: true, person: { id, name: shown, role, email: emailOf(claims) } };
}

const emailSchema = z.email().max(254);

/** An address that the provider hasn't checked may be anybody's. */
function emailOf({ email, email_verified: isVerified }: Claims): string | null {
  // Some providers say it in a word.
  if (isVerified !== true && isVerified !== 'true') return null;
  return emailSchema.nullable().catch(null).parse(email);
}

function roleOf(groups: unknown, { clerk, ops }: SignInSettings): Role | null {
  const named = Array.isArray(groups) ? groups : [groups];
  if (named.includes(clerk)) return 'clerk';
  return named.includes(ops) ? 'ops' : null;
}
