import type { NextgenFiler } from './facts.ts';

type UserType = NextgenFiler['userType'];

/** Kinds of filers for whom something is different, by the name that templates ask for. A limited filer's steps are everyone's. */
const ROLES = {
  agent: ['filing-agent'],
  trustee: ['trustee'],
  /** They register with PACER as non-attorneys. */
  nonAttorney: ['us-trustee', 'creditor', 'auditor', 'course-provider'],
  cja: ['cja-attorney'],
  proSe: ['pro-se'],
  media: ['media'],
} as const satisfies Readonly<Record<string, readonly UserType[]>>;

type Roles = Readonly<Record<keyof typeof ROLES, boolean>>;

/** Which of the roles a filer has. */
export function roleOf({ userType }: NextgenFiler): Roles {
  return rolesWith((types) => types.includes(userType));
}

/** Journalists track cases, and file nothing. */
export function isFiling({ userType }: NextgenFiler): boolean {
  return userType !== 'media';
}

/** What a filer needs a linked account for, after "able to", and what they do with one account. */
export function purposeOf(filer: NextgenFiler): { readonly to: string; readonly with: string } {
  return isFiling(filer) ? { to: 'file', with: 'file with' } : { to: 'use your CM/ECF account', with: 'use' };
}

/** All of them, for the page on the court's website. */
export const EVERY_ROLE: Roles = rolesWith(() => true);

function rolesWith(isTheirs: (types: readonly UserType[]) => boolean): Roles {
  return Object.fromEntries(Object.entries(ROLES).map(([role, types]) => [role, isTheirs(types)])) as Roles;
}
