import { PERMISSIONS, type Permission, type Role } from '../../domain/person.ts';

const SOMEONE: Readonly<Record<Role, string>> = {
  clerk: 'a clerk',
  approver: 'an approver',
  ops: 'operations staff',
  viewer: 'a viewer',
};

/** For people whose role doesn't allow something: who can do it instead. */
export function whoMay(permission: Permission): string {
  const roles = PERMISSIONS[permission].map((role) => SOMEONE[role]);
  return `Only ${LIST.format(roles)} can do this.`;
}

const LIST = new Intl.ListFormat('en-US', { type: 'disjunction' });
