import { type Account, roleOf } from '../../domain/account.ts';
import { ROLE_NAMES, ROLES, type Role } from '../../domain/person.ts';
import type { Tone } from '../../queries/tone.ts';

/** What each role is for, to choose one. */
const ROLE_TEXTS: Readonly<Record<Role, string>> = {
  clerk: 'uploads rosters, edits the plan, releases phases; pauses, resumes and retries',
  approver: 'releases phases; needed for two-person approval',
  ops: 'pauses, resumes and retries, erases data, and manages people',
  viewer: 'sees everything and changes nothing',
};

/** The roles as choices of a form. */
export const ROLE_OPTIONS = ROLES.map((role) => ({
  value: role,
  label: `${ROLE_NAMES[role]}: ${ROLE_TEXTS[role]}`,
}));

/** The role of an account; Crier doesn't let in who has none. */
export function roleLabel({ roles }: Pick<Account, 'roles'>): string {
  const role = roleOf(roles);
  return role ? ROLE_NAMES[role] : 'No role: can’t use Crier';
}

/** The status of an account, in a word or two. */
export const STATUS_LABELS: Readonly<
  Record<Account['status'], { readonly text: string; readonly tone: Tone }>
> = {
  active: { text: 'Active', tone: 'good' },
  invited: { text: 'Invited', tone: 'busy' },
  expired: { text: 'Invitation expired', tone: 'wait' },
  disabled: { text: 'Disabled', tone: 'plain' },
};
