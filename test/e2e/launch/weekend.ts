import { describe, expect, it } from 'vitest';
import { REACHED } from '../../support/e2e/launch/rosters.ts';
import { approve, lastMailTo, mailedIn, type Stage } from '../../support/e2e/launch/stage.ts';

const NINE = '11 filers: 9 sent, 0 waiting, 2 not sent (1 an earlier email bounced, 1 no usable address).';

/** Filing closes on a Friday, and opens on Monday, when an approver has seen it. */
export function goLive(stage: () => Stage): void {
  describe('the launch weekend', () => {
    it('is announced the day before filing closes', async () => {
      const { clara, cloud } = stage();
      await cloud.advanceTo('2018-10-31T14:00:00Z');
      expect((await clara.needs())[0]).toBe('Pre-outage warning must be approved');
      await approve(stage(), 'pre-outage');
      await cloud.advanceTo('2018-11-01T14:30:00Z');
      expect(mailedIn(cloud, 'pre-outage')).toEqual(REACHED);
      expect(await clara.phase('pre-outage')).toEqual(['Sent', NINE]);
      expect(await lastMailTo(cloud, 'jane@example.com')).toContain(
        'from Friday, November 2, 2018, at 8:30 a.m. Eastern Time until Monday, November 5, 2018, at 8:30 a.m.',
      );
    });

    it('shows on Friday who is needed on Monday', async () => {
      const { ada, cloud } = stage();
      await cloud.advanceTo('2018-11-02T18:00:00Z');
      expect((await ada.needs())[0]).toBe(
        'Launch day needs an approver at 9:00 a.m. EST on Mon, Nov 5, 2018',
      );
      expect(await ada.shown()).toContain('Filing closed 5 hours 30 minutes ago');
    });

    it('sends nothing on Monday before an approver has confirmed that filing is open', async () => {
      const { clara, ada, cloud } = stage();
      await cloud.advanceTo('2018-11-05T14:30:00Z');
      expect(mailedIn(cloud, 'launch-day')).toEqual([]);
      expect(await clara.phase('launch-day')).toEqual([
        'Waiting',
        'Waits until an approver confirms that filing is open.',
      ]);
      expect(await clara.open('/')).toContain('No one has confirmed yet that filing is open.');
      await ada.open('/phases/launch-day');
      await ada.follow('Confirm that filing is open…');
      await ada.expectGood();
      await ada.choose('I have checked that filing is open');
      await ada.press('Confirm and approve');
      await ada.page.getByText('Launch day is approved').waitFor();
      await cloud.advanceTo('2018-11-05T14:50:00Z');
      expect(mailedIn(cloud, 'launch-day')).toEqual(REACHED);
      expect(await clara.phase('launch-day')).toEqual(['Sent', NINE]);
    });

    it('tells each filer how to link, after the steps that they still lack', async () => {
      const { clara, cloud } = stage();
      const [ready, legacy] = [
        await lastMailTo(cloud, 'mary@example.com'),
        await lastMailTo(cloud, 'jane@example.com'),
      ];
      for (const mail of [ready, legacy]) expect(mail).toContain('choose to link your CM/ECF account');
      expect([ready, legacy].map((mail) => /\d\. Upgrade your PACER account/.test(mail))).toEqual([
        false,
        true,
      ]);
      expect(await clara.needs()).toEqual(
        expect.arrayContaining(['Follow-up 1 of 3 must be approved', 'Link status is due']),
      );
    });
  });
}
