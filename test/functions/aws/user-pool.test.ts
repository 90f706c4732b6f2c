import {
  AdminInitiateAuthCommand,
  AdminSetUserMFAPreferenceCommand,
  AdminSetUserPasswordCommand,
  AssociateSoftwareTokenCommand,
  CognitoIdentityProviderClient,
  CreateGroupCommand,
  CreateUserPoolClientCommand,
  CreateUserPoolCommand,
  VerifySoftwareTokenCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { poolRefusal, type UserPool, userPool } from '../../../functions/aws/user-pool.ts';
import type { Account } from '../../../functions/domain/account.ts';
import { ROLES } from '../../../functions/domain/person.ts';
import { startCognito } from '../../../local/cloud/cognito/cognito.ts';
import { type LocalUserPool, localUserPool } from '../../../local/cloud/cognito/user-pool.ts';
import { synthesize } from '../../../local/cloud/template/synthesize.ts';
import { readTemplate } from '../../../local/cloud/template/template.ts';
import { served } from '../../support/outside.ts';

const GROUPS = { clerk: 'clerk', approver: 'approver', ops: 'ops', viewer: 'viewer' };
const now = Temporal.Now.instant();

let service: Awaited<ReturnType<typeof served>>;
let client: CognitoIdentityProviderClient;
let local: LocalUserPool;
let pool: UserPool;
let poolId: string;
beforeAll(async () => {
  local = localUserPool(readTemplate(synthesize({})));
  service = await served('COGNITO_IDENTITY_PROVIDER', () => startCognito({ pool: local }));
  client = new CognitoIdentityProviderClient({ endpoint: service.url, region: 'us-east-1' });
});
afterAll(async () => {
  client.destroy();
  await service.close();
});

beforeEach(async () => {
  if (service.here) {
    for (const { id } of local.users()) local.remove(id);
    poolId = local.id;
  } else {
    const { UserPool } = await client.send(new CreateUserPoolCommand({ PoolName: 'crier-test' }));
    poolId = UserPool!.Id!;
    for (const GroupName of Object.values(GROUPS)) {
      await client.send(new CreateGroupCommand({ UserPoolId: poolId, GroupName }));
    }
  }
  pool = userPool({ CRIER_USER_POOL: poolId }, { groups: GROUPS, client });
});

const JDOE = { id: 'jdoe', name: 'Jane Doe', email: 'jane_doe@court.example' };
const INVITED: Account = { ...JDOE, roles: [], status: 'invited', hasTwoFactor: false };

/** What the first sign-in does: a password of one's own, and an authenticator. */
async function accept(id: string): Promise<void> {
  if (service.here) return local.signedIn(id);
  const named = { UserPoolId: poolId, Username: id };
  const Password = 'A-long-password-1';
  await client.send(new AdminSetUserPasswordCommand({ ...named, Password, Permanent: true }));
  const AuthFlow = 'ADMIN_USER_PASSWORD_AUTH';
  const { UserPoolClient } = await client.send(
    new CreateUserPoolClientCommand({
      UserPoolId: poolId,
      ClientName: 'test',
      ExplicitAuthFlows: ['ALLOW_ADMIN_USER_PASSWORD_AUTH'],
    }),
  );
  const { AuthenticationResult } = await client.send(
    new AdminInitiateAuthCommand({
      UserPoolId: poolId,
      ClientId: UserPoolClient!.ClientId!,
      AuthFlow,
      AuthParameters: { USERNAME: id, PASSWORD: Password },
    }),
  );
  const { AccessToken } = AuthenticationResult!;
  await client.send(new AssociateSoftwareTokenCommand({ AccessToken }));
  await client.send(new VerifySoftwareTokenCommand({ AccessToken, UserCode: '123456' }));
  const SoftwareTokenMfaSettings = { Enabled: true, PreferredMfa: true };
  await client.send(new AdminSetUserMFAPreferenceCommand({ ...named, SoftwareTokenMfaSettings }));
}

const accounts = (hours = 0) => pool.accounts(now.add({ hours }));

describe('the user pool', () => {
  it('makes an account in no group, which waits for its first sign-in for three days', async () => {
    await pool.invite(JDOE);
    expect(await accounts()).toEqual([INVITED]);
    expect(await accounts(71)).toEqual([INVITED]);
    expect(await accounts(73)).toEqual([{ ...INVITED, status: 'expired' }]);
    await accept('jdoe');
    expect(await accounts(73)).toEqual([{ ...INVITED, status: 'active', hasTwoFactor: true }]);
  });

  it('knows who has no name yet', async () => {
    await pool.invite({ ...JDOE, name: null });
    expect(await accounts()).toEqual([{ ...INVITED, name: null }]);
  });

  it.each(ROLES)('gives the role %s in place of any other, as often as it is asked', async (role) => {
    await pool.invite(JDOE);
    for (const one of [...ROLES, role, role]) await pool.setRole('jdoe', one);
    expect(await accounts()).toEqual([{ ...INVITED, roles: [role] }]);
  });

  it('disables and enables an account', async () => {
    await pool.invite(JDOE);
    await pool.disable('jdoe');
    expect(await accounts()).toEqual([{ ...INVITED, status: 'disabled' }]);
    await pool.enable('jdoe');
    expect(await accounts()).toEqual([INVITED]);
  });

  it('removes an account, so that it can be invited again', async () => {
    await pool.invite(JDOE);
    await accept('jdoe');
    await pool.remove('jdoe');
    expect(await accounts()).toEqual([]);
    await pool.invite(JDOE);
    expect(await accounts()).toEqual([INVITED]);
  });

  it('lists more accounts than one answer holds, by id', async () => {
    const ids = Array.from({ length: 65 }, (_, index) => `user${String(index).padStart(2, '0')}`);
    for (const id of ids.toReversed()) await pool.invite({ ...JDOE, id });
    for (const id of ids) await pool.setRole(id, 'viewer');
    expect((await accounts()).map(({ id, roles }) => [id, roles])).toEqual(ids.map((id) => [id, ['viewer']]));
  });

  it.each<[string, () => Promise<void>, string]>([
    ['invited twice', () => pool.invite(JDOE), 'id-taken'],
    ['that isn’t there disabled', () => pool.disable('nemo'), 'no-such-account'],
    ['that isn’t there given a role', () => pool.setRole('nemo', 'clerk'), 'no-such-account'],
    ['that isn’t there removed', () => pool.remove('nemo'), 'no-such-account'],
    ['that isn’t there invited again', () => pool.resend('nemo'), 'no-such-account'],
  ])('refuses to have an account %s', async (_what, act, reason) => {
    await pool.invite(JDOE);
    const error = await act().catch((thrown: unknown) => thrown);
    expect(poolRefusal(error)?.reason).toBe(reason);
  });
});
