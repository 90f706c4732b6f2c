import { afterEach, describe, expect, it } from 'vitest';
import {
  aCorrectionCloud,
  type CorrectionCloud,
  PHONE,
  RELEASE,
  RUN,
} from '../../../support/clouds/correction-cloud.ts';
import { DECEMBER } from '../../../support/clouds/date-change-cloud.ts';

let world: CorrectionCloud;

afterEach(() => world.end());

describe('a correction', () => {
  it('names only facts that emails to these filers stated, and says what no longer applies', async () => {
    world = await aCorrectionCloud({
      'court.helpDesk.phone': undefined,
      pacer: { faq: 'https://pacer.uscourts.gov/other' },
    });
    await world.release();
    await world.later();
    const [letter] = await world.letters(RUN, 'ben');
    expect(letter!.text).toContain('We previously told you: 212-555-0100 This no longer applies.');
    expect(letter!.text).not.toContain('linking fails');
  });

  it('goes again to those who were told the first correction once the fact changes once more', async () => {
    world = await aCorrectionCloud();
    await world.release();
    await world.later();
    await world.plan({ 'court.helpDesk.phone': '212-555-0123' });
    await world.release();
    await world.later();
    const [letter] = await world.letters('correction_20180724T142000Z', 'ann');
    expect(letter!.text).toContain(
      'We previously told you: 212-555-0199 The correct information is: 212-555-0123',
    );
  });

  it('stops when the fact changes again while it is held', async () => {
    world = await aCorrectionCloud();
    await world.cloud.invoke('Act', { act: 'hold', scope: 'all', by: 'clerk1', why: 'a pause' });
    await world.release();
    await world.cloud.advanceTo('2018-07-24T14:01:00Z');
    await world.plan({ 'court.helpDesk.phone': '212-555-0100' });
    await world.cloud.invoke('Act', { act: 'lift', scope: 'all', by: 'clerk1', why: 'go on' });
    await world.later();
    expect(world.mailed(RUN)).toEqual([]);
    expect(await world.status(RUN, 'ann')).toBe('skipped cancelled');
  });

  it('announces no dates: those who knew the old ones still hear of the new ones', async () => {
    world = await aCorrectionCloud();
    await world.release();
    await world.later();
    await world.plan({ ...PHONE, ...DECEMBER });
    await world.cloud.invoke('ReleasePhase', { ...RELEASE, phaseId: 'date-change' });
    await world.later();
    expect(world.mailed('date-change_20180724T142000Z')).toEqual(['ann', 'ben']);
  });
});
