import { DeleteObjectCommand } from '@aws-sdk/client-s3';
import { simpleParser } from 'mailparser';
import { afterEach, describe, expect, it } from 'vitest';
import { s3 } from '../../../functions/aws/clients.ts';
import { leftOverFinder } from '../../../functions/email/left-overs.ts';
import { ENV, required } from '../../../functions/lib/env.ts';
import { virtualClock } from '../../../local/cloud/clock/clock.ts';
import { type Cloud, startCloud } from '../../../local/cloud/cloud.ts';
import { planWith } from '../../support/builders/plan.ts';

const STAFF = {
  digest: ['clerks@test.uscourts.gov', 'it@test.uscourts.gov'],
  urgent: ['urgent@test.uscourts.gov'],
  weekly: ['chief@test.uscourts.gov'],
};
const ROSTER = [
  'user id,last_name,first_name,email,pacer account',
  'a,Zebulonson,Abel,abel.z@example.com,legacy',
  'b,Quillfeather,Bea,bounce@simulator.amazonses.com,legacy',
].join('\n');
const CONSOLE = 'https://console.test.uscourts.gov';
/** Tuesday morning, an hour and a half before the first notice. */
const TUESDAY = '2018-07-24T11:25:00Z';

let cloud: Cloud;
afterEach(async () => {
  await cloud.stop();
  expect([cloud.denials, cloud.failures]).toEqual([[], []]);
});

async function aLaunch(staff: object | undefined, { start = TUESDAY, roster = ROSTER } = {}): Promise<void> {
  cloud = await startCloud({
    clock: virtualClock(start),
    launch: { name: 'test-2018', sender: 'test.uscourts.gov' },
  });
  await cloud.put('inbox/launch/launch.json', JSON.stringify(planWith({ ...(staff && { staff }) })));
  if (roster) await cloud.put('inbox/roster/roster.csv', roster);
  await cloud.settle();
}

/** What staff got so far: to whom, and the email. */
async function notices() {
  const own = cloud.outbox.filter(({ to }) => to[0]!.endsWith('@test.uscourts.gov'));
  return Promise.all(
    own.map(async ({ to, raw }) => {
      const { subject = '', text = '', html } = await simpleParser(Buffer.from(raw));
      return { to: to[0]!, subject, text, html: String(html).replace(/<style>.*?<\/style>/s, '') };
    }),
  );
}

const receivers = async () => (await notices()).map(({ to }) => to.split('@')[0]).toSorted();

describe('notices to staff', () => {
  it('are the summary of the day and the report of the week, each once to each address', async () => {
    await aLaunch({ digest: STAFF.digest, weekly: STAFF.weekly });
    expect(await receivers()).toEqual([]);
    await cloud.advanceTo('2018-07-24T11:30:00Z');
    expect(await receivers()).toEqual(['chief', 'clerks', 'it']);
    // Called again, twice at once and through the day.
    await Promise.all([cloud.invoke('NotifyStaff', {}), cloud.invoke('NotifyStaff', {})]);
    await cloud.advanceTo('2018-07-25T03:00:00Z');
    expect(await receivers()).toEqual(['chief', 'clerks', 'it']);
    await cloud.advanceTo('2018-07-25T12:00:00Z');
    expect(await receivers()).toEqual(['chief', 'clerks', 'clerks', 'it', 'it']);
  });

  it('are made from the roster while its index is missing', async () => {
    await aLaunch({ digest: STAFF.digest });
    const Bucket = required(cloud.env, ENV.inboxBucket);
    const keys = [...(await cloud.read('search/')).keys()].filter((key) => key.endsWith('phones'));
    expect(keys.length).toBe(1);
    await s3().send(new DeleteObjectCommand({ Bucket, Key: keys[0]! }));
    await cloud.advanceTo('2018-07-24T11:30:00Z');
    expect(await receivers()).toEqual(['clerks', 'it']);
  });

  it('name no filer and no address of one, and lead to the console', async () => {
    await aLaunch(STAFF);
    await cloud.advanceTo('2018-07-25T12:30:00Z');
    const sent = await notices();
    expect(new Set(sent.map(({ to }) => to.split('@')[0]))).toEqual(
      new Set(['chief', 'clerks', 'it', 'urgent']),
    );
    const { inHtml, inText } = leftOverFinder();
    for (const { to, subject, text, html } of sent) {
      expect([...inHtml(html), ...inText(text)]).toEqual([]);
      for (const said of [subject, text, html]) {
        expect(said).not.toMatch(/zebulonson|quillfeather|abel|\bbea\b|example\.com|simulator/i);
        expect(said.replaceAll(to, '')).not.toMatch(/@(?!test\.uscourts\.gov)/);
      }
      expect(text).toContain(cloud.console);
    }
  });

  it.each([
    ['with a roster', { roster: ROSTER }],
    ['without a roster', { roster: '' }],
  ])('are as reviewed: %s', async (name, uploaded) => {
    await aLaunch(STAFF, uploaded);
    await cloud.advanceTo('2018-07-25T12:30:00Z');
    const sent = await notices();
    for (const [notice, [to]] of Object.entries(STAFF)) {
      const { subject, text } = sent.findLast((one) => one.to === to)!;
      const read = `To: ${to}\nSubject: ${subject}\n\n${text.replaceAll(cloud.console, CONSOLE)}`;
      await expect(read).toMatchFileSnapshot(`golden/${notice} ${name}.txt`.replaceAll(' ', '-'));
    }
  });

  it('tell at once what needs attention, and only once while it does', async () => {
    await aLaunch({ urgent: STAFF.urgent }, { roster: '' });
    await cloud.advanceTo('2018-07-24T11:45:00Z');
    const [first, ...others] = await notices();
    expect(others).toEqual([]);
    expect(first).toMatchObject({ to: 'urgent@test.uscourts.gov' });
    expect(first!.subject).toMatch(/^test-2018: 1 item needs attention$/);
    expect(first!.text).toContain('No active roster');
    await cloud.advanceTo('2018-07-24T12:30:00Z');
    expect((await notices()).length).toBe(1);
    // The first notice is due, and there is no one to send it to.
    await cloud.advanceTo('2018-07-24T14:00:00Z');
    const [, second, ...more] = await notices();
    expect(more).toEqual([]);
    expect(second!.text).not.toContain('No active roster');
  });

  it('are sent to no one while the plan names no one', async () => {
    await aLaunch(undefined, { roster: '' });
    await cloud.advanceTo('2018-07-27T15:00:00Z');
    expect(await notices()).toEqual([]);
  });

  it('go out while all sending is paused', async () => {
    await aLaunch(STAFF);
    await cloud.invoke('Act', { act: 'hold', scope: 'all', by: 'otto', why: 'wait' });
    await cloud.advanceTo('2018-07-24T12:00:00Z');
    const sent = await notices();
    expect(sent.map(({ to }) => to.split('@')[0]).toSorted()).toEqual(['chief', 'clerks', 'it', 'urgent']);
    expect(sent.every(({ text }) => text.includes('All sending is paused'))).toBe(true);
  });
});
