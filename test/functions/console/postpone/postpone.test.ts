import { afterEach, describe, expect, it } from 'vitest';
import { auditReaderOf } from '../../../../functions/aws/audit-reader.ts';
import { sendGate } from '../../../../functions/aws/send-gate.ts';
import { problemsOf } from '../../../support/console/check-page.ts';
import { expectNoErrors } from '../../../support/console/expect-no-errors.ts';
import { type TwoPeople, twoPeople, wordsOf } from '../../../support/console/two-people.ts';

const REASON = 'the upgrade failed its rehearsal';
const FORM = { why: REASON, confirm: 'postpone' };
let launch: TwoPeople;

/** The first notice was approved and went to three filers. */
async function begin(): Promise<void> {
  launch = await twoPeople();
  await launch.approve();
  await launch.console.cloud.advanceTo('2018-07-24T13:30:00Z');
  await launch.console.cloud.settle();
  expect(launch.console.cloud.outbox.length).toBe(3);
}

afterEach(async () => {
  await launch.console.stop();
  expectNoErrors(launch.console);
});

describe('postponing the launch', () => {
  it('pauses everything, takes the date out of the plan, and prepares the message, by one person', async () => {
    await begin();
    const { cloud } = launch.console;
    const otto = await launch.console.signedIn('otto');
    const page = await otto.get('/postpone');
    expect(wordsOf(page.text)).toContain('becomes “to be announced.”');
    expect(await problemsOf(page.text)).toEqual([]);

    const csrf = await otto.csrf();
    const answer = await otto.post('/postpone', { csrf, ...FORM });
    expect([answer.statusCode, answer.location]).toEqual([
      303,
      expect.stringMatching(/^\/postpone\?awaits=/),
    ]);
    expect(wordsOf((await otto.get(answer.location)).text)).toContain('All sending is paused already');
    await cloud.settle();

    const { text } = await otto.get(answer.location);
    expect(await problemsOf(text)).toEqual([]);
    const words = wordsOf(text);
    expect(words).toContain('To be announced');
    expect(words).toContain('All sending is paused.');
    expect(words).toContain('It is for 3 filers.');
    expect(words).toContain('Review and approve the message');
    expect(wordsOf((await otto.get('/phases')).text)).toContain('All sending is paused');

    const entries = await auditReaderOf(cloud).entries(2);
    expect(entries.map(({ act }) => act)).toMatchObject([
      { act: 'plan', postpones: true, by: { kind: 'person' }, why: REASON },
      { act: 'hold', scope: 'all', by: { kind: 'person' }, why: REASON },
    ]);
    expect(wordsOf((await otto.get('/audit')).text)).toContain('postponed the launch');

    // Past the last phase, which was due on October 24.
    await cloud.advanceTo('2018-10-26T13:30:00Z');
    await cloud.settle();
    expect(cloud.outbox.length).toBe(3);
  });

  it('sends the message once an approver approved it and sending was resumed, and not before', async () => {
    await begin();
    const { cloud } = launch.console;
    const otto = await launch.console.signedIn('otto');
    const csrf = await otto.csrf();
    await otto.post('/postpone', { csrf, ...FORM });
    await cloud.settle();
    expect((await launch.approve(launch.clara, { phase: 'date-change' })).statusCode).toBe(403);
    expect((await launch.approve(launch.ada, { phase: 'date-change' })).statusCode).toBe(303);
    await cloud.advanceTo(cloud.clock.now().add({ minutes: 15 }));
    await cloud.settle();
    expect(cloud.outbox.length).toBe(3);
    expect(wordsOf((await otto.get('/postpone')).text)).toContain('so that the message is sent');
    await otto.post('/sending/lift', { csrf, why: 'the message is approved', reason: 'person' });
    await cloud.advanceTo(cloud.clock.now().add({ minutes: 15 }));
    await cloud.settle();
    expect(cloud.outbox.length).toBe(6);
    const after = wordsOf((await otto.get('/postpone')).text);
    expect(after).not.toContain('Review and approve the message');
    expect(after).toContain('set it in the launch plan');
  });

  it.each([
    ['no reason', { why: '', confirm: 'postpone' }, 'Enter a reason'],
    ['another word', { why: REASON, confirm: 'yes' }, 'Type “postpone” to confirm.'],
  ])('with %s does nothing, and keeps what was typed', async (_what, form, says) => {
    launch = await twoPeople();
    const { clara, console } = launch;
    const { text } = await clara.submit('/postpone', { csrf: await clara.csrf(), ...form });
    expect(wordsOf(text)).toContain(says);
    expect(text).toContain(`value="${form.why}"`);
    expect((await sendGate(console.cloud.env).read()).holds.size).toBe(0);
    expect((await console.cloud.read('inbox/launch/')).size).toBe(1);
  });
});
