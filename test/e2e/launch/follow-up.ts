import { describe, expect, it } from 'vitest';
import { LINKED, NOT_LINKED } from '../../support/e2e/launch/rosters.ts';
import { approve, mailedIn, type Stage, upload } from '../../support/e2e/launch/stage.ts';

const CALLS = ['1 filer whose emails bounced or were stopped', '1 filer without a usable address'];
const STALE =
  'The link status in the roster is out of date. Upload an update that lists all filers who linked or tried to.';

/** Who hasn't linked is told again, and those whom emails don't reach are called. */
export function followUp(stage: () => Stage): void {
  describe('the follow-ups', () => {
    it('wait for the link status, and go only to those who haven’t linked', async () => {
      const { clara, cloud } = stage();
      await approve(stage(), 'follow-up-1');
      await cloud.advanceTo('2018-11-07T14:00:00Z');
      // Approved or not, it can't go out without it.
      expect(await clara.needs()).toEqual(['Link status is due', ...CALLS]);
      await cloud.advanceTo('2018-11-07T15:10:00Z');
      expect(await clara.needs()).toEqual(['Follow-up 1 of 3: waiting', ...CALLS]);
      expect((await clara.phase('follow-up-1')).slice(0, 2)).toEqual(['Waiting', STALE]);
      expect(mailedIn(cloud, 'follow-up-1')).toEqual([]);
      const report = await upload(stage(), { name: 'linked.csv', bytes: LINKED.first });
      expect(report).toContain('Every email uses this roster.');
      await cloud.advanceTo('2018-11-07T15:40:00Z');
      expect(mailedIn(cloud, 'follow-up-1')).toEqual(NOT_LINKED.first);
      expect(await clara.phase('follow-up-1')).toEqual([
        'Sent',
        '9 filers: 6 sent, 0 waiting, 3 not sent (1 an earlier email bounced, 1 awaiting court approval, 1 no usable address).',
      ]);
      expect(await clara.needs()).toEqual([
        ...CALLS,
        '1 filer: Linking failed',
        '1 filer: Awaiting court approval',
      ]);
      expect(await clara.shown()).toContain('2 of 11 linked (18%)');
    });
  });

  describe('the phone list', () => {
    it('keeps whom a call didn’t reach', async () => {
      const { clara, otto } = stage();
      expect(await otto.open('/filers/phone-list')).toContain('To call 3 Done 0 Awaiting the court 1');
      await call(stage(), { whom: 'Moved', result: 'Wrong number' });
      expect(await otto.shown()).toContain('This filer stays on the phone list.');
      expect((await clara.needs())[0]).toBe(CALLS[0]);
    });

    it('is done once everyone was reached, and nothing is left but what awaits the court', async () => {
      const { clara, otto } = stage();
      for (const whom of ['Moved', 'Mailless', 'Muñoz']) await call(stage(), { whom, result: 'Reached' });
      expect(await otto.open('/filers/phone-list')).toContain('To call 0 Done 3 Awaiting the court 1');
      expect(await clara.needs()).toEqual(['1 filer: Awaiting court approval']);
      expect(await clara.open('/log')).toContain('No emails need attention.');
    });
  });

  describe('the later follow-ups', () => {
    it('end what awaited the court, and shrink with each update', async () => {
      const { clara, cloud } = stage();
      await cloud.advanceTo('2018-11-11T14:00:00Z');
      await upload(stage(), { name: 'linked-2.csv', bytes: LINKED.second });
      await approve(stage(), 'follow-up-2');
      await cloud.advanceTo('2018-11-12T15:20:00Z');
      expect(mailedIn(cloud, 'follow-up-2')).toEqual(NOT_LINKED.second);
      expect(await clara.needs()).toEqual([]);
      expect(await clara.shown()).toContain('Nothing needs your attention.');
    });

    it('wait for the whole list where an update lists the new ones alone', async () => {
      const { clara, cloud } = stage();
      await cloud.advanceTo('2018-11-18T15:00:00Z');
      const report = await upload(stage(), { name: 'linked-3.csv', bytes: LINKED.short });
      expect(report).toContain('A short list: other filers keep their earlier date');
      await approve(stage(), 'follow-up-3');
      await cloud.advanceTo('2018-11-19T15:20:00Z');
      expect((await clara.phase('follow-up-3')).slice(0, 2)).toEqual(['Waiting', STALE]);
      await upload(stage(), { name: 'linked-4.csv', bytes: LINKED.third });
      await cloud.advanceTo('2018-11-19T15:50:00Z');
      expect(mailedIn(cloud, 'follow-up-3')).toEqual(NOT_LINKED.third);
      expect(await clara.phase('follow-up-3')).toEqual([
        'Sent',
        '3 filers: 1 sent, 0 waiting, 2 not sent (1 an earlier email bounced, 1 no usable address).',
      ]);
    });
  });
}

/** Operations call someone from the list, and record what came of it. */
async function call({ otto }: Stage, { whom, result }: { whom: string; result: string }): Promise<void> {
  await otto.open('/filers/phone-list');
  await otto.follow(new RegExp(`Record a call to ${whom}`));
  await otto.expectGood();
  await otto.choose(result);
  await otto.press('Record the call');
  await otto.page.getByText('Call recorded').waitFor();
}
