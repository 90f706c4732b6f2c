import type { Services } from '../aws/pick.ts';
import { poolRefusal } from '../aws/user-pool.ts';
import {
  type Account,
  type AccountChange,
  type ChangeRefusal,
  grantOf,
  refuseChange,
} from '../domain/account.ts';
import { personActor } from '../domain/actor.ts';
import type { Person } from '../domain/person.ts';
import { errorFields } from '../lib/error-fields.ts';
import type { CommandContext } from './command-context.ts';

/** What changing an account needs. */
export type ChangeServices = Pick<
  Services,
  'auditLog' | 'clock' | 'log' | 'plans' | 'roleGrants' | 'sessions' | 'userPool'
>;

interface Changing {
  /** Who asks: their sign-in was checked. */
  readonly person: Pick<Person, 'id'>;
  readonly accounts: readonly Account[];
}

/**
 * Changes an account of the user pool: recorded first, told to staff if someone gets rights, then done. Someone who
 * loses or gets rights is signed out, so the next request of their browser is refused.
 * @returns why it isn't done; `null`: it is
 */
export async function changeAccount(
  change: AccountChange,
  { person, accounts }: Changing,
  { services, requestId }: CommandContext<ChangeServices>,
): Promise<ChangeRefusal | null> {
  const { auditLog, clock, log, plans, roleGrants } = services;
  const current = await plans.current();
  const isTwoPerson = current?.plan.twoPersonApproval ?? false;
  const refusal = refuseChange(change, { by: person.id, accounts, isTwoPerson });
  if (refusal) return refusal;
  const before = accounts.find(({ id }) => id === change.account);
  const at = clock.now().toString();
  await auditLog.put({
    at,
    requestId,
    act: {
      act: 'account',
      change: change.change,
      account: change.account,
      ...('role' in change && { role: change.role }),
      by: personActor(person),
      why: 'why' in change ? change.why : '',
    },
    before: [...(before?.roles ?? [])],
    after: 'role' in change ? [change.role] : [],
  });
  const grant = grantOf(change, before?.roles ?? []);
  if (grant !== 'unchanged') {
    await roleGrants.note(change.account, grant && { ...grant, at, by: person.id }, at);
  }
  const refused = await apply(change, { before, services });
  log.info('account-changed', { change: change.change, account: change.account, done: refused === null });
  return refused;
}

interface Applying {
  readonly before: Account | undefined;
  readonly services: ChangeServices;
}

async function apply(change: AccountChange, { before, services }: Applying): Promise<ChangeRefusal | null> {
  try {
    return await applyToPool(change, { before, services });
  } catch (error) {
    const refusal = poolRefusal(error);
    if (!refusal) throw error;
    services.log.info('account-unchanged', { ...errorFields(error), account: change.account });
    return refusal;
  } finally {
    // Also where it stopped half-way. After the change, so that a sign-in from before it is found.
    if (change.change !== 'invite' && change.change !== 'resend')
      await services.sessions.endAllOf(change.account);
  }
}

async function applyToPool(
  change: AccountChange,
  { before, services }: Applying,
): Promise<ChangeRefusal | null> {
  const { userPool } = services;
  const id = change.account;
  switch (change.change) {
    case 'invite':
      await userPool.invite({ id, name: change.name, email: change.email });
      await userPool.setRole(id, change.role);
      return null;
    case 'resend':
      await userPool.resend(id);
      return null;
    case 'role':
      await userPool.setRole(id, change.role);
      return null;
    case 'disable':
      await userPool.disable(id);
      return null;
    case 'enable':
      await userPool.enable(id);
      return null;
    case 'reset':
      return inviteAnew(before!, services);
  }
}

/**
 * Cognito can't reset an authenticator where each account must have one, so the account is re-created with the same id,
 * address and role.
 */
async function inviteAnew(
  { id, name, email, roles }: Account,
  { userPool, log }: Pick<ChangeServices, 'userPool' | 'log'>,
): Promise<ChangeRefusal | null> {
  await userPool.remove(id);
  try {
    await userPool.invite({ id, name, email: email! });
    for (const role of roles.slice(0, 1)) await userPool.setRole(id, role);
    return null;
  } catch (error) {
    log.info('account-removed', { ...errorFields(error), account: id });
    const message =
      'The account was removed, but it couldn’t be created again in full. ' +
      'Give it its role again, or invite this person again.';
    return { reason: 'removed', message };
  }
}
