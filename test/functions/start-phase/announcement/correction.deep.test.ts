import { afterEach, describe, expect, it } from 'vitest';
import {
  aDateChangeCloud,
  type DateChangeCloud,
  DECEMBER,
} from '../../../support/clouds/date-change-cloud.ts';

const RUN = 'correction_20180724T140000Z';
const PHONE = { 'court.helpDesk.phone': '212-555-0199' };
const RELEASE = { phaseId: 'correction', by: 'clerk1', why: 'the number was wrong' };
let world: DateChangeCloud;

afterEach(async () => {
  const { cloud } = world;
  await cloud.stop();
  expect(cloud.failures).toEqual([]);
  expect(cloud.denials).toEqual([]);
});

/** The first notice is out to three filers, and one of them can't be reached; then the help desk gets another number. */
async function begin(
  changes: Record<string, unknown> = PHONE,
  first: Record<string, unknown> = {},
): Promise<void> {
  world = await aDateChangeCloud(['ann', 'ben', 'bounce'], {
    first: { 'court.helpDesk.phone': '212-555-0100', ...first },
  });
  await world.cloud.advanceTo('2018-07-24T14:00:00Z');
  await world.plan(changes);
}

async function later(): Promise<void> {
  await world.cloud.advanceTo(world.cloud.clock.now().add({ minutes: 20 }));
}

const release = () => world.cloud.invoke('ReleasePhase', RELEASE);

describe('a correction', () => {
  it('names only facts that emails to these filers stated, and says what no longer applies', async () => {
    await begin({ 'court.helpDesk.phone': undefined, pacer: { faq: 'https://pacer.uscourts.gov/other' } });
    await release();
    await later();
    const [letter] = await world.letters(RUN, 'ben');
    expect(letter!.text).toContain('We previously told you: 212-555-0100 This no longer applies.');
    expect(letter!.text).not.toContain('linking fails');
  });

  it('goes again to those who were told the first correction once the fact changes once more', async () => {
    await begin();
    await release();
    await later();
    await world.plan({ 'court.helpDesk.phone': '212-555-0123' });
    await release();
    await later();
    const [letter] = await world.letters('correction_20180724T142000Z', 'ann');
    expect(letter!.text).toContain(
      'We previously told you: 212-555-0199 The correct information is: 212-555-0123',
    );
  });

  it('stops when the fact changes again while it is held', async () => {
    await begin();
    await world.cloud.invoke('Act', { act: 'hold', scope: 'all', by: 'clerk1', why: 'a pause' });
    await release();
    await world.cloud.advanceTo('2018-07-24T14:01:00Z');
    await world.plan({ 'court.helpDesk.phone': '212-555-0100' });
    await world.cloud.invoke('Act', { act: 'lift', scope: 'all', by: 'clerk1', why: 'go on' });
    await later();
    expect(world.mailed(RUN)).toEqual([]);
    expect(await world.status(RUN, 'ann')).toBe('skipped cancelled');
  });

  it('announces no dates: those who knew the old ones still hear of the new ones', async () => {
    await begin();
    await release();
    await later();
    await world.plan({ ...PHONE, ...DECEMBER });
    await world.cloud.invoke('ReleasePhase', { ...RELEASE, phaseId: 'date-change' });
    await later();
    expect(world.mailed('date-change_20180724T142000Z')).toEqual(['ann', 'ben']);
  });
});
