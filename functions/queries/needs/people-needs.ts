import { GRANT_DAYS, type RoleGrant } from '../../domain/account.ts';
import type { Role } from '../../domain/person.ts';
import type { Need, NeedFacts } from './need.ts';

/** What a role lets someone do that the others should know of. */
const NEW: Readonly<Record<Role, { readonly title: string; readonly can: string }>> = {
  clerk: { title: 'New clerk', can: 'edit the plan, upload rosters and release phases' },
  approver: { title: 'New approver', can: 'release phases and approve plans' },
  ops: { title: 'New operations staff', can: 'pause sending, erase data and manage people' },
  viewer: { title: 'New viewer', can: 'see everything' },
};

/**
 * Who got rights lately: the others of the court look whether that is right. It keeps one person from making themselves two
 * unseen.
 */
export function peopleNeeds({ roleGrants }: Pick<NeedFacts, 'roleGrants'>): Need[] {
  return roleGrants.map(grantNeed);
}

function grantNeed({ account, role, kind, by, at }: RoleGrant): Need {
  const { title, can } = NEW[role];
  const what =
    kind === 'reset'
      ? { title: `Two-factor sign-in reset: ${account}`, text: `${by} reset it. This account can ${can}.` }
      : { title: `${title}: ${account}`, text: `${by} gave this role. This account can now ${can}.` };
  return {
    title: what.title,
    text: `${what.text} Check with them that this is right. Shown for ${GRANT_DAYS} days.`,
    since: at,
    href: `/people/${account}`,
    action: 'View account',
  };
}
