import { A_ROLE, PERMISSIONS, type Permission } from '../../domain/person.ts';

/** For people whose role doesn't allow something: who can do it instead. */
export function whoMay(permission: Permission): string {
  const roles = PERMISSIONS[permission].map((role) => A_ROLE[role]);
  return `Only ${LIST.format(roles)} can do this.`;
}

const LIST = new Intl.ListFormat('en-US', { type: 'disjunction' });
