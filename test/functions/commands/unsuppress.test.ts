import { afterAll, beforeAll, expect, it } from 'vitest';
import { suppressionStore } from '../../../functions/aws/suppressions.ts';
import { outsideActor } from '../../../functions/domain/actor.ts';
import type { AuditEntry } from '../../../functions/domain/audit-entry.ts';
import type { SuppressedPage } from '../../../functions/queries/suppressed.ts';
import { aPlanInput } from '../../support/builders/plan.ts';
import { anOpsCloud, idOf, type OpsCloud, RUN } from '../../support/clouds/ops-cloud.ts';

const ADDRESS = 'bounce@simulator.amazonses.com';
const ACT = {
  act: 'unsuppress',
  filerId: idOf('bounces'),
  by: 'ops1',
  why: 'the mailbox works again',
} as const;
let ops: OpsCloud;
beforeAll(async () => {
  const { phases } = aPlanInput();
  const [first] = phases;
  const second = { ...first, id: 'notice-2', when: { ...first!.when, days: -88 } };
  ops = await anOpsCloud({ phases: [...phases, second] });
  await ops.cloud.advanceTo('2018-07-24T13:30:00Z');
});
afterAll(() => ops.cloud.stop());

const listed = async () => (await ops.ask<SuppressedPage>({ act: 'suppressed' })).suppressed;
const bounceAt = async (at: string) => {
  const { env, clock } = ops.cloud;
  const why = {
    reason: 'hard-bounce',
    detail: 'Permanent/General',
    at,
    runId: RUN,
    filerId: ACT.filerId,
  } as const;
  await suppressionStore({ env, clock }).suppress(ADDRESS, why);
};
const liftedAt = async () => {
  const { env, clock } = ops.cloud;
  return (await suppressionStore({ env, clock }).lifted([ADDRESS, 'other@example.com'])).get(ADDRESS)
    ?.liftedAt;
};

it('takes a filer off the list on record, and a later bounce puts them on it again', async () => {
  expect(await listed()).toMatchObject([
    { filerId: ACT.filerId, place: 0, reason: 'hard-bounce', runId: RUN },
  ]);
  expect(await ops.ask(ACT)).toMatchObject({ done: true });
  expect(await listed()).toEqual([]);
  const [record] = await ops.ask<AuditEntry[]>({ act: 'acts' });
  expect(record).toMatchObject({
    act: { ...ACT, by: outsideActor(ACT.by) },
    before: ['primary hard-bounce'],
    after: [],
  });
  expect(await ops.ask(ACT)).toMatchObject({ done: false, reason: 'not-suppressed' });
  await bounceAt('2018-07-24T13:01:00Z');
  expect(await listed()).toEqual([]);
  await bounceAt('2018-07-24T14:00:00Z');
  expect(await listed()).toHaveLength(1);
});

it('lets the next phase email them', async () => {
  await ops.ask(ACT);
  expect(await liftedAt()).toMatch(/^2018-07-24T13:30:/);
  const before = ops.emailsTo(ADDRESS);
  await ops.cloud.advanceTo('2018-07-26T13:30:00Z');
  expect(ops.emailsTo(ADDRESS)).toBe(before + 1);
  // It bounced again.
  expect(await listed()).toHaveLength(1);
  expect(await liftedAt()).toBeUndefined();
});

it('knows only who is in the roster', async () => {
  const refused = await ops.ask({ ...ACT, filerId: '0123456789abcdef' });
  expect(refused).toMatchObject({ done: false, reason: 'no-such-filer' });
});
