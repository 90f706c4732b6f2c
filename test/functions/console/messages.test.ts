import { afterEach, describe, expect, it } from 'vitest';
import { hiddenFields, type TwoPeople, twoPeople, wordsOf } from '../../support/console/two-people.ts';

let launch: TwoPeople;
afterEach(async () => {
  await launch.console.stop();
  expect(launch.console.log.filter(({ level }) => level === 'ERROR')).toEqual([]);
  expect(launch.console.cloud.denials).toEqual([]);
  expect(launch.console.cloud.failures).toEqual([]);
});

describe('messages in the console, with two-person approval', () => {
  it('are written by a clerk, approved by another person, and sent to their group alone', async () => {
    launch = await twoPeople();
    const { clara, ada } = launch;
    const form = hiddenFields((await clara.get('/messages/new')).text);
    const written = {
      ...form,
      subject: 'The clerk’s office is closed',
      text: 'We are **closed** today.',
      by: 'filter',
      received: '',
      accounts: '',
    };
    const bad = await clara.post('/messages', { ...written, text: 'See [this](https://evil.example.com).' });
    expect(bad.statusCode).toBe(303);
    const saved = await clara.post('/messages', written);
    expect(saved.statusCode).toBe(303);
    const path = saved.location;
    expect(path).toMatch(/^\/messages\/one-off--[0-9a-f]{8}$/);
    const page = wordsOf((await clara.get(path)).text);
    expect(page).toContain('3 emails');
    expect(page).toContain('We are closed today.');
    const submit = await clara.post(`${path}/submit`, hiddenFields((await clara.get(path)).text));
    expect(submit.statusCode).toBe(303);
    expect(wordsOf((await ada.get('/')).text)).toContain('A message needs approval');
    const phase = path.replace('/messages/', '');
    expect((await launch.approve(clara, { phase })).statusCode).toBe(403);
    expect((await launch.approve(ada, { phase })).statusCode).toBe(303);
    const { cloud } = launch.console;
    await cloud.advanceTo(cloud.clock.now().add({ minutes: 15 }));
    expect(cloud.outbox.map(({ tags }) => tags.run?.startsWith(phase))).toEqual([true, true, true]);
    expect(wordsOf((await clara.get('/messages')).text)).toContain('Sent');
    const sent = wordsOf((await clara.get(path)).text);
    expect(sent).toMatch(/Approved By Ada [^:]+:\d\d a\.m\. EDT : right/);
    expect(sent).toContain('Result');
    expect(sent).toContain('3 filers: 3 sent, 0 waiting, 0 not sent.');
    expect(sent).not.toContain('Edit message');
    expect(wordsOf((await clara.get('/audit')).text)).toContain(
      'started the draft of the message “The clerk’s office is closed”',
    );
    const changes = wordsOf(await launch.uploadPlan({ 'court.helpDesk.hours': 'mornings' }));
    expect(changes).toContain(
      'Emails already sent may give different information about our help desk’s hours.',
    );
    expect(changes).toContain('will ask whether to send those filers a correction.');
  });

  it('are named in the audit log after they were discarded, without a link to a page', async () => {
    launch = await twoPeople();
    const { clara } = launch;
    const form = hiddenFields((await clara.get('/messages/new')).text);
    const written = {
      subject: 'Office hours',
      text: 'We open at 9.',
      by: 'filter',
      received: '',
      accounts: '',
    };
    const { location: path } = await clara.post('/messages', { ...form, ...written });
    await clara.post(`${path}/discard`, hiddenFields((await clara.get(path)).text));
    const { text } = await clara.get('/audit');
    expect(wordsOf(text)).toContain('discarded the draft of the message “Office hours”.');
    expect(text).not.toContain(path);
    expect((await clara.get(path)).statusCode).toBe(404);
  });
});
