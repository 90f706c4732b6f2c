import { describe, expect, it } from 'vitest';
import { BOUNCED, REACHED } from '../../support/e2e/launch/rosters.ts';
import { approve, lastMailTo, mailedIn, type Stage } from '../../support/e2e/launch/stage.ts';

const CALLS = ['1 filer whose emails bounced or were stopped', '1 filer without a usable address'];
/** After the bounce: nine are mailed. */
const NINE = '11 filers: 9 sent, 0 waiting, 2 not sent (1 an earlier email bounced, 1 no usable address).';

/** Two notices go out, with a change of dates between them, and everything is paused once. */
export function sendNotices(stage: () => Stage): void {
  describe('the first notice', () => {
    it('waits for an approver, which the clerk isn’t', async () => {
      const { clara, cloud } = stage();
      await cloud.advanceTo('2018-09-14T14:00:00Z');
      expect(await clara.needs()).toEqual(['Notice 1 of 2 must be approved', CALLS[1]]);
      await clara.follow(/^Review and approve/);
      await clara.expectGood();
      const page = await clara.shown();
      expect(page).toContain('You can’t do this: Two-person approval is on.');
      expect(page).toContain('10 emails, and 1 filer who won’t be emailed.');
    });

    it('is approved on a phone, and goes to everyone once', async () => {
      const { clara, cloud } = stage();
      await approve(stage(), 'notice-3');
      expect(await clara.needs()).toEqual([CALLS[1]]);
      expect((await clara.phase('notice-3'))[0]).toBe('Approved');
      await cloud.advanceTo('2018-09-18T12:59:00Z');
      expect(cloud.outbox).toEqual([]);
      await cloud.advanceTo('2018-09-18T13:30:00Z');
      expect(mailedIn(cloud, 'notice-3')).toEqual([...REACHED, BOUNCED].sort());
      const tally = '11 filers: 10 sent, 0 waiting, 1 not sent (1 no usable address).';
      expect(await clara.phase('notice-3')).toEqual(['Sent', tally]);
      expect(await clara.open('/phases')).toContain(tally);
      expect(await clara.open('/log')).toMatch(/Notice 1 of 2 .* Sent 11 10 0 1 0/);
      expect(await clara.needs()).toEqual(CALLS);
      expect(await clara.shown()).toContain('9 delivered 1 bounced');
      expect(await lastMailTo(cloud, 'jane@example.com')).toContain('on October 22, 2018');
    });
  });

  describe('the date', () => {
    it('is moved by the clerk, who reads whom that concerns', async () => {
      const { clara, cloud } = stage();
      await cloud.advanceTo('2018-09-20T14:00:00Z');
      await clara.open('/plan');
      await clara.follow('Change the dates…');
      await clara.expectGood();
      await clara.page.locator('#goLive-date').fill('2018-11-05');
      await clara.page.locator('#outages-filing-from').fill('2018-11-02T08:30');
      await clara.press('Review changes');
      await clara.expectGood();
      const changes = await clara.shown();
      expect(changes).toContain('Mon, Oct 22, 2018, 8:30 a.m. becomes Mon, Nov 5, 2018, 8:30 a.m.');
      expect(changes).toContain('Notice 1 of 2 Moved It was already sent');
      expect(changes).toContain(
        '9 filers were told the earlier dates. An email with the new dates is prepared for them. It waits on the Phases page until an approver approves it.',
      );
      await clara.fill({ 'Why?': 'The vendor needs two weeks more' });
      await clara.press('Activate this plan');
      await cloud.settle();
      expect(mailedIn(cloud, 'date-change')).toEqual([]);
    });

    it('leaves the sent notice sent, on the day when it was', async () => {
      const { clara } = stage();
      const [status, meaning, tally] = await clara.phase('notice-3');
      expect([status, meaning]).toEqual([
        'Sent',
        'Sent Tue, Sep 18, 2018, under the earlier dates. It won’t be sent again automatically.',
      ]);
      expect(tally).toMatch(/^11 filers: 10 sent, 0 waiting, 1 not sent/);
      const page = await clara.shown();
      expect(page).toContain('Time in the current plan Tue, Oct 2, 2018');
      expect(page).toContain('Who would get it again');
      expect(await clara.needs()).toEqual(['Change of dates: waiting', ...CALLS]);
      const overview = await clara.shown();
      expect(overview).toContain('needs approval by someone who contributed to neither');
      expect(overview).not.toContain('Decide whether');
      expect(overview).toContain('Notice 1 of 2 Sent Tue, Sep 18, 2018, 9:00 a.m. EDT');
    });

    it('is told, once that is approved, to those who were told the earlier one', async () => {
      const { clara, cloud } = stage();
      await approve(stage(), 'date-change');
      await cloud.advanceTo('2018-09-20T14:30:00Z');
      expect(mailedIn(cloud, 'date-change')).toEqual(REACHED);
      expect(await clara.phase('date-change')).toEqual(['Sent', '9 filers: 9 sent, 0 waiting, 0 not sent.']);
      const mail = await lastMailTo(cloud, 'jane@example.com');
      expect(mail).toContain('New date for NextGen CM/ECF: November 5, 2018');
      expect(mail).toMatch(/told you Monday, October 22, 2018\..* Monday, November 5, 2018, at 8:30 a\.m\./);
      expect(await clara.needs()).toEqual(CALLS);
    });
  });

  describe('the second notice', () => {
    it('is paused with everything, by operations on a phone', async () => {
      const { clara, otto, cloud } = stage();
      await cloud.advanceTo('2018-10-22T14:00:00Z');
      // The time to which the first one moved is over: no one can send it again.
      await clara.phase('notice-3');
      expect(await clara.shown()).not.toMatch(/Who would get it again|won’t fit|Send it again/);
      await approve(stage(), 'notice-4');
      await cloud.advanceTo('2018-10-23T12:50:00Z');
      await otto.open('/phases');
      await otto.fill({ 'Why?': 'The help desk is flooded' });
      await otto.press('Pause all sending');
      await otto.expectGood();
      await cloud.advanceTo('2018-10-23T13:20:00Z');
      expect(mailedIn(cloud, 'notice-4')).toEqual([]);
      expect(await clara.needs()).toEqual(['All sending is paused', 'Notice 2 of 2: paused', ...CALLS]);
      expect(await clara.shown()).toContain('Next phase Paused Notice 2 of 2');
      const [status, why, tally] = await clara.phase('notice-4');
      expect(status).toBe('Paused');
      expect(why).toContain('Otto Ops paused it Tue, Oct 23, 2018, 8:50 a.m. EDT: The help desk is flooded.');
      expect(tally).toMatch(/^11 filers: 0 sent, 9 waiting, 2 not sent/);
    });

    it('is sent once it is resumed, and not to the one whose mailbox is gone', async () => {
      const { clara, otto, cloud } = stage();
      await otto.open('/phases');
      await otto.fill({ 'Why?': 'They keep up again' });
      await otto.press('Resume sending');
      await cloud.advanceTo('2018-10-23T13:40:00Z');
      expect(mailedIn(cloud, 'notice-4')).toEqual(REACHED);
      expect(await clara.phase('notice-4')).toEqual(['Sent', NINE]);
      expect(await clara.needs()).toEqual(CALLS);
    });
  });
}
