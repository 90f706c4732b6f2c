import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { campaign } from '#campaign';
import { secondaryOf } from '../../../functions/domain/filer/addresses.ts';
import { filerIdOf } from '../../../functions/domain/filer/filer-id.ts';
import { isAlreadyOut } from '../../../functions/domain/run/retry.ts';
import type { Fact, FactKind } from '../../../functions/domain/send/fact.ts';
import type { PhoneListPage } from '../../../functions/queries/phone-list.ts';
import type { SendReport } from '../../../functions/queries/send-reports.ts';
import { isBadMailbox } from '../../../functions/record-feedback/release-secondary.ts';
import { virtualClock } from '../../../local/cloud/clock/clock.ts';
import { type Cloud, startCloud } from '../../../local/cloud/cloud.ts';
import { planWith } from '../../support/builders/plan.ts';

const BOUNCES = 'bounce@simulator.amazonses.com';

const CHOICES: [
  what: string,
  email: string | null,
  others: string[],
  suppressed: string[],
  to: string | null,
][] = [
  ['none', 'a@example.com', [], [], null],
  ['the first', 'a@example.com', ['b@example.com', 'c@example.com'], [], 'b@example.com'],
  ['not the same mailbox', 'a@example.com', ['A@Example.com ', 'c@example.com'], [], 'c@example.com'],
  ['none that is suppressed', 'a@example.com', ['b@example.com'], ['b@example.com'], null],
  [
    'the next usable',
    'a@example.com',
    ['b@example.com', 'c@example.com'],
    ['b@example.com'],
    'c@example.com',
  ],
  ['one though there is no primary', null, ['b@example.com'], [], 'b@example.com'],
];

const OUT: [what: string, facts: [FactKind, number][], out: boolean][] = [
  ['nothing bounced', [['sent', 1]], true],
  [
    'it bounced',
    [
      ['sent', 1],
      ['bounced', 1],
    ],
    false,
  ],
  [
    'it was delivered and bounced then',
    [
      ['delivered', 1],
      ['bounced', 1],
    ],
    false,
  ],
  [
    'it bounced, and somebody complained',
    [
      ['bounced', 1],
      ['complained', 1],
    ],
    true,
  ],
  [
    'another attempt is on its way',
    [
      ['bounced', 1],
      ['sent', 2],
    ],
    true,
  ],
  [
    'both attempts bounced',
    [
      ['bounced', 1],
      ['send', 2],
      ['bounced', 2],
    ],
    false,
  ],
  [
    'another attempt failed',
    [
      ['bounced', 1],
      ['failed', 2],
    ],
    false,
  ],
  ['SES rejected it', [['rejected', 1]], true],
  ['it is unknown', [['unknown', 1]], true],
];

describe('a secondary address', () => {
  it.each(CHOICES)('is %s', (_what, email, secondaryEmails, suppressed, to) => {
    const list = new Map(suppressed.map((address) => [address, {}]));
    expect(secondaryOf({ email, secondaryEmails }, list)).toBe(to);
  });

  it.each(OUT)('is emailed, or not: %s', (_what, kinds, out) => {
    const at = '2018-07-24T13:00:00Z';
    const facts = kinds.map(([kind, attempt]): Fact => ({ runId: 'r', filerId: 'f', attempt, kind, at }));
    expect(isAlreadyOut({ to: 'secondary' }, facts)).toBe(out);
  });

  it.each([
    ['bounced', 'Permanent/General', true],
    ['bounced', 'Permanent/NoEmail', true],
    ['bounced', 'Permanent/Suppressed', true],
    ['bounced', 'Permanent/EmailValidationSuppressed', true],
    ['bounced', 'Permanent/OnAccountSuppressionList', false],
    ['bounced', 'Permanent/OnTenantSuppressionList', false],
    ['bounced', 'Permanent/UnsubscribedRecipient', false],
    ['soft-bounced', 'Transient/General', false],
    ['rejected', 'Reject', false],
  ] as const)('is tried after %s %s: %s', (kind, reason, tried) => {
    expect(isBadMailbox({ kind, reason })).toBe(tried);
  });
});

/** User id, address, and further addresses. */
const FILERS = [
  ['fine', 'fine@example.com', 'other@example.com'],
  ['moved', BOUNCES, 'new@example.com;newer@example.com'],
  ['twin', BOUNCES, 'BOUNCE@simulator.amazonses.com'],
  ['alone', BOUNCES, ''],
  ['gone', BOUNCES, 'bounce+second@simulator.amazonses.com'],
  ['lists', 'suppressionlist@simulator.amazonses.com', 'listed@example.com'],
] as const;
const idOf = (userId: string) => filerIdOf('test', userId);

async function aLaunch(sending: Record<string, unknown>): Promise<Cloud> {
  const cloud = await startCloud({
    clock: virtualClock('2018-07-24T12:00:00Z'),
    launch: { name: 'test-2018', sender: 'test.uscourts.gov' },
    ses: { eventFault: () => 'twice' },
  });
  const plan = { sending: { breaker: { afterSends: 1000 }, ...sending } };
  const rows = FILERS.map(([id, email, others]) => `${id},Filer,${id},${email},${others},attorney`);
  await cloud.put('inbox/launch/launch.json', JSON.stringify(planWith(plan)));
  await cloud.put(
    'inbox/roster/roster.csv',
    [`${campaign.key.column},last_name,first_name,email,secondary_emails,user_type`, ...rows].join('\n'),
  );
  await cloud.settle();
  return cloud;
}

describe('a permanent bounce', () => {
  let cloud: Cloud;
  const to = (address: string) => cloud.outbox.filter((mail) => mail.to[0] === address).length;
  afterAll(() => cloud.stop());
  beforeAll(async () => {
    cloud = await aLaunch({ secondaryAddresses: true });
    await cloud.advanceTo('2018-07-24T14:00:00Z');
  }, 30_000);

  it('releases one email to the secondary address, though every event comes twice', () => {
    expect(to('new@example.com')).toBe(1);
    expect(to('newer@example.com')).toBe(0);
    expect(to('listed@example.com')).toBe(1);
    expect(to('bounce+second@simulator.amazonses.com')).toBe(1);
    expect(to('other@example.com')).toBe(0);
    expect(cloud.outbox).toHaveLength(9);
  });

  it('is told with what happened to the second email', async () => {
    const [moved] = (await cloud.invoke('Act', { act: 'show', filerId: idOf('moved') })) as SendReport[];
    expect(moved).toMatchObject({ status: 'delivered', attempt: 2, secondaryAttempt: 2 });
    const [alone] = (await cloud.invoke('Act', { act: 'show', filerId: idOf('alone') })) as SendReport[];
    expect(alone).toMatchObject({ status: 'bounced', attempt: 1, secondaryAttempt: null });
  });

  it('keeps everyone on the phone list, with what happened to the second email', async () => {
    const { rows } = (await cloud.invoke('Act', { act: 'phone-list' })) as PhoneListPage;
    const found = Object.fromEntries(
      rows.map(({ userId, reason, secondary }) => [userId, [reason, secondary]]),
    );
    expect(found).toEqual({
      moved: ['secondary-mailed', 'delivered'],
      twin: ['hard-bounce', 'none'],
      alone: ['hard-bounce', 'none'],
      gone: ['secondary-bounced', 'bounced'],
      lists: ['secondary-mailed', 'delivered'],
    });
  });

  it('balances', async () => {
    const { runs } = (await cloud.invoke('Act', { act: 'reconcile' })) as {
      runs: { differences: unknown[] }[];
    };
    expect(runs.flatMap(({ differences }) => differences)).toEqual([]);
  });
});

describe('a plan that does not allow it', () => {
  it('emails no one at a secondary address', async () => {
    const cloud = await aLaunch({});
    await cloud.advanceTo('2018-07-24T14:00:00Z');
    expect(cloud.outbox).toHaveLength(FILERS.length);
    const { rows } = (await cloud.invoke('Act', { act: 'phone-list' })) as PhoneListPage;
    expect(Object.fromEntries(rows.map(({ userId, reason }) => [userId, reason]))).toEqual({
      moved: 'secondary-not-allowed',
      twin: 'hard-bounce',
      alone: 'hard-bounce',
      gone: 'secondary-not-allowed',
      lists: 'secondary-not-allowed',
    });
    await cloud.stop();
  });
});
