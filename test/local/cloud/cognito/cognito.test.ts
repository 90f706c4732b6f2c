import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  AdminGetUserCommand,
  CognitoIdentityProviderClient,
} from '@aws-sdk/client-cognito-identity-provider';
import { Temporal } from 'temporal-polyfill';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { userPool } from '../../../../functions/aws/user-pool.ts';
import { startCognito } from '../../../../local/cloud/cognito/cognito.ts';
import { localUserPool } from '../../../../local/cloud/cognito/user-pool.ts';
import { synthesize } from '../../../../local/cloud/template/synthesize.ts';
import { readTemplate } from '../../../../local/cloud/template/template.ts';
import type { Listening } from '../../../../local/lib/listen.ts';

const template = readTemplate(synthesize({}));
const GROUPS = { clerk: 'clerk', approver: 'approver', ops: 'ops', viewer: 'viewer' };
const JDOE = { id: 'jdoe', name: 'Jane Doe', email: 'jane_doe@court.example' };
const now = Temporal.Now.instant();
const hoursLater = (hours: number) => now.add({ hours });

let dir: string;
let path: string;
let service: Listening;
let client: CognitoIdentityProviderClient;
beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'crier-pool-'));
  path = join(dir, 'accounts.json');
  await start();
});
afterEach(async () => {
  await stop();
  rmSync(dir, { recursive: true });
});

async function start(): Promise<void> {
  local = localUserPool(template, path);
  service = await startCognito({ pool: local });
  client = new CognitoIdentityProviderClient({ endpoint: service.url, region: 'us-east-1' });
}
async function stop(): Promise<void> {
  client.destroy();
  await service.close();
}
let local: ReturnType<typeof localUserPool>;
const pool = () => userPool({ CRIER_USER_POOL: local.id }, { groups: GROUPS, client });
const find = async (id: string, hours = 0) =>
  (await pool().accounts(hoursLater(hours))).find((account) => account.id === id);
const readyIds = () => local.ready().map(({ id }) => id);

describe('the embedded user pool', () => {
  it('has someone in each group who has signed in before', async () => {
    const accounts = await pool().accounts(now);
    expect(accounts.map(({ id, roles, status, hasTwoFactor }) => [id, roles, status, hasTwoFactor])).toEqual([
      ['ada', ['approver'], 'active', true],
      ['clara', ['clerk'], 'active', true],
      ['otto', ['ops'], 'active', true],
      ['vera', ['viewer'], 'active', true],
    ]);
  });

  it('lets in everyone who is invited, and no one who is disabled', async () => {
    await pool().invite(JDOE);
    expect(readyIds()).toEqual(['clara', 'ada', 'otto', 'vera', 'jdoe']);
    await pool().disable('jdoe');
    await pool().disable('ada');
    expect(readyIds()).toEqual(['clara', 'otto', 'vera']);
  });

  it('lets no one in by an invitation that has expired, until it is resent', async () => {
    await pool().invite(JDOE);
    const [user] = local.users().filter(({ id }) => id === 'jdoe');
    local.put({ ...user!, changedAt: hoursLater(-73).epochMilliseconds });
    expect([readyIds().includes('jdoe'), (await find('jdoe'))?.status]).toEqual([false, 'expired']);
    await pool().resend('jdoe');
    expect([readyIds().includes('jdoe'), (await find('jdoe'))?.status]).toEqual([true, 'invited']);
    expect(await find('jdoe')).toMatchObject(JDOE);
  });

  it('resends no invitation that was accepted', async () => {
    await expect(pool().resend('ada')).rejects.toThrow('Resend not possible');
  });

  it('keeps accounts from one start to the next', async () => {
    await pool().invite(JDOE);
    await pool().setRole('jdoe', 'approver');
    await stop();
    await start();
    expect(await find('jdoe')).toMatchObject({ ...JDOE, roles: ['approver'], status: 'invited' });
  });

  it('says which file is damaged', () => {
    writeFileSync(path, '{');
    expect(() => localUserPool(template, path)).toThrow(path);
  });

  it.each([
    ['another pool', { CRIER_USER_POOL: 'other' }, GROUPS, 'User pool other does not exist.'],
    ['another group', null, { ...GROUPS, viewer: 'guests' }, 'Group not found.'],
  ])('answers as AWS does for %s', async (_what, env, groups, message) => {
    const other = userPool(env ?? { CRIER_USER_POOL: local.id }, { groups, client });
    await expect(other.accounts(now)).rejects.toThrow(message);
  });

  it('refuses a caller whose role doesn’t grant it', async () => {
    const refused = await startCognito({
      pool: local,
      access: { refusal: (_headers, { action, resource }) => `${action} ${resource}`, changed: () => {} },
    });
    const other = new CognitoIdentityProviderClient({ endpoint: refused.url, region: 'us-east-1' });
    const command = new AdminGetUserCommand({ UserPoolId: local.id, Username: 'ada' });
    await expect(other.send(command)).rejects.toThrow(`cognito-idp:AdminGetUser ${local.arn}`);
    other.destroy();
    await refused.close();
  });
});
