import { afterEach, describe, expect, it } from 'vitest';
import {
  aCorrectionCloud,
  type CorrectionCloud,
  PHONE,
  RUN,
} from '../../../support/clouds/correction-cloud.ts';
import { RELEASE as DATES, NOVEMBER } from '../../../support/clouds/date-change-cloud.ts';

let world: CorrectionCloud;

afterEach(() => world.end());

describe('a correction', () => {
  it('waits for a person, then tells everyone who was told the old fact, once', async () => {
    world = await aCorrectionCloud();
    expect(await world.report()).toContain('2 filers were told facts that this plan changes');
    await world.later();
    expect(world.mailed(RUN)).toEqual([]);
    expect(await world.release()).toMatchObject({ started: true, runId: RUN });
    expect(await world.release()).toMatchObject({ started: true });
    await world.later();
    expect(world.mailed(RUN)).toEqual(['ann', 'ben']);
    const [letter] = await world.letters(RUN, 'ann');
    expect(letter!.subject).toMatch(/^[A-Z]+ correction: Our help desk's phone number$/);
    expect(letter!.text).toContain("Our help desk's phone number");
    expect(letter!.text).toContain(
      'We previously told you: 212-555-0100 The correct information is: 212-555-0199',
    );
    await world.later();
    expect(world.mailed(RUN)).toHaveLength(2);
  });

  it('isn’t needed where no email stated the fact', async () => {
    world = await aCorrectionCloud(
      { 'court.helpDesk.phone': '212-555-0100', wording: { linkingFails: 'Write to us.' } },
      { wording: { linkingFails: 'Call us.' } },
    );
    expect(await world.report()).not.toContain('correction');
    expect(await world.release()).toMatchObject({ started: false, reason: 'nobody-told' });
  });

  it('isn’t needed once an email with new dates has told everyone the new fact', async () => {
    world = await aCorrectionCloud({ ...PHONE, ...NOVEMBER });
    await world.later();
    await world.cloud.invoke('ReleasePhase', DATES);
    await world.later();
    expect(world.mailed('date-change_20180724T140000Z')).toEqual(['ann', 'ben']);
    expect(await world.release()).toMatchObject({ started: false, reason: 'nobody-told' });
  });
});
