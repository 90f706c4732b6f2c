import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { deleteItem } from '../../../functions/aws/dynamo.ts';
import { GATE_KEY } from '../../../functions/aws/gate-item.ts';
import { restoredGate } from '../../../functions/aws/restored-gate.ts';
import { type SendGate, sendGate } from '../../../functions/aws/send-gate.ts';
import { TEST_RUN } from '../../../functions/domain/run/send-gate.ts';
import { ENV } from '../../../functions/lib/env.ts';
import { virtualClock } from '../../../local/cloud/clock/clock.ts';
import { aDatabase, type TestDatabase } from '../../support/database.ts';

const EARLIER = 'notice-1_20180724T130000Z';
const LATER = 'notice-2_20180726T130000Z';

let database: TestDatabase;
beforeAll(async () => {
  database = await aDatabase(1);
});
afterAll(() => database.close());

const clock = virtualClock('2018-07-25T12:00:00Z');
const table = () => ({ db: database.db, name: database.tables[0]! });
beforeEach(() => deleteItem(table(), GATE_KEY));

/** The gate as a function has it that was deployed with this value. */
function gateAfter(restore: string): SendGate {
  const env = { [ENV.deliveryTable]: table().name, [ENV.restored]: restore };
  return restoredGate(sendGate(env, database.db), { env, clock, db: database.db });
}

const now = clock.now().epochMilliseconds;
const SHARE = { count: 1, intervalMicroseconds: 1000, earliest: now, latest: now + 3_600_000 };
const allHolds = async (gate: SendGate) =>
  [...(await gate.read()).holds].map(([scope, reasons]) => `${scope} ${[...reasons]}`).toSorted();

describe('the gate of a launch without restored tables', () => {
  it('is open', async () => {
    const gate = gateAfter('no');
    expect(await gate.reserve(EARLIER, SHARE)).toMatchObject({ slots: true });
    expect(await allHolds(gate)).toEqual([]);
  });
});

describe('the gate of a launch with restored tables', () => {
  it.each([
    ['a read', (gate: SendGate) => gate.read()],
    ['a reservation of a run that was due later', (gate: SendGate) => gate.reserve(LATER, SHARE)],
  ])('holds everything at %s, and people are to be notified', async (_what, first) => {
    const gate = gateAfter('restore-1');
    await first(gate);
    expect(await allHolds(gate)).toEqual(['all restored']);
    expect((await gate.read()).unnotified).toEqual([{ scope: 'all', reason: 'restored' }]);
    expect(await gate.reserve(LATER, SHARE)).toEqual({ slots: false, reason: 'held' });
  });

  it('also holds each run that was due before, and none that was due later', async () => {
    const gate = gateAfter('restore-1');
    await gate.read();
    await gate.lift('all', 'restored');
    expect(await gate.reserve(EARLIER, SHARE)).toEqual({ slots: false, reason: 'held' });
    expect(await gateAfter('restore-1').reserve(EARLIER, SHARE)).toEqual({ slots: false, reason: 'held' });
    expect(await gate.reserve(LATER, SHARE)).toMatchObject({ slots: true });
    expect(await allHolds(gate)).toEqual([`${EARLIER} restored`]);
  });

  it('keeps to what a person lifted, also in other functions', async () => {
    const gate = gateAfter('restore-1');
    await gate.reserve(EARLIER, SHARE);
    await gate.lift('all', 'restored');
    await gate.lift(EARLIER, 'restored');
    for (const one of [gate, gateAfter('restore-1')])
      expect(await one.reserve(EARLIER, SHARE)).toMatchObject({ slots: true });
    expect(await allHolds(gate)).toEqual([]);
  });

  it('holds everything, and those runs, again after another restore', async () => {
    const gate = gateAfter('restore-1');
    await gate.reserve(EARLIER, SHARE);
    await gate.lift('all', 'restored');
    await gate.lift(EARLIER, 'restored');
    const another = gateAfter('restore-2');
    expect(await another.reserve(EARLIER, SHARE)).toEqual({ slots: false, reason: 'held' });
    expect(await allHolds(another)).toEqual(['all restored', `${EARLIER} restored`]);
  });

  it('holds a run whose id does not say when it was due', async () => {
    const gate = gateAfter('restore-1');
    await gate.read();
    await gate.lift('all', 'restored');
    expect(await gate.reserve('notice-1', SHARE)).toEqual({ slots: false, reason: 'held' });
  });

  it('stops a test email by the hold of everything only', async () => {
    const gate = gateAfter('restore-1');
    expect(await gate.reserve(TEST_RUN, SHARE)).toEqual({ slots: false, reason: 'held' });
    await gate.lift('all', 'restored');
    expect(await gate.reserve(TEST_RUN, SHARE)).toMatchObject({ slots: true });
    expect(await allHolds(gate)).toEqual([]);
  });
});
