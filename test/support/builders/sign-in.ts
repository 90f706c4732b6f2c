import type { SignInSettings } from '../../../functions/domain/sign-in.ts';

/** How people sign in, with groups named as their roles. */
export function aSignIn(changes: Partial<SignInSettings> = {}): SignInSettings {
  return {
    issuer: 'https://login.example.com',
    client: 'console',
    idClaim: 'sub',
    nameClaim: 'name',
    roleClaim: 'groups',
    clerk: 'clerk',
    approver: 'approver',
    ops: 'ops',
    viewer: 'viewer',
    idleMinutes: 30,
    hours: 8,
    nameDays: 400,
    ...changes,
  };
}
