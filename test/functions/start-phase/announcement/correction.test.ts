import { afterEach, describe, expect, it } from 'vitest';
import { aDateChangeCloud, type DateChangeCloud } from '../../../support/clouds/date-change-cloud.ts';

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
  it('waits for a person, then tells everyone who was told the old fact, once', async () => {
    await begin();
    expect(await world.report()).toContain('2 filers were told facts that this plan changes');
    await later();
    expect(world.mailed(RUN)).toEqual([]);
    expect(await release()).toMatchObject({ started: true, runId: RUN });
    expect(await release()).toMatchObject({ started: true });
    await later();
    expect(world.mailed(RUN)).toEqual(['ann', 'ben']);
    const [letter] = await world.letters(RUN, 'ann');
    expect(letter!.subject).toContain('Corrected information');
    expect(letter!.text).toContain('Our help desk’s phone number');
    expect(letter!.text).toContain(
      'We previously told you: 212-555-0100 The correct information is: 212-555-0199',
    );
    await later();
    expect(world.mailed(RUN)).toHaveLength(2);
  });

  it('isn’t needed where no email stated the fact', async () => {
    await begin(
      { 'court.helpDesk.phone': '212-555-0100', wording: { linkingFails: 'Write to us.' } },
      { wording: { linkingFails: 'Call us.' } },
    );
    expect(await world.report()).not.toContain('correction');
    expect(await release()).toMatchObject({ started: false, reason: 'nobody-told' });
  });
});
