import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from '../../../support/console/browser.ts';
import { aConsole, type TestConsole } from '../../../support/console/console.ts';

let console: TestConsole;
let clara: Browser;
let csrf: string;
beforeAll(async () => {
  console = await aConsole();
});
afterAll(() => console.stop());

const MINUTES = 60_000;

/** Signs in again, for a test that lets time pass. */
async function begin(): Promise<void> {
  clara = await console.signedIn('clara');
  csrf = await clara.csrf();
}

/** Sends the form that pauses everything, as the page at a path would. */
function pause(why: string, from = '/phases'): ReturnType<Browser['post']> {
  const referer = `${console.cloud.console}${from}`;
  return clara.post('/sending/hold', { csrf, why }, { headers: { referer } });
}

describe('a form with problems', () => {
  it('leads back to its page, with a summary, the problem at the field, and what was typed', async () => {
    await begin();
    const answer = await pause('told by ann@example.com');
    expect(answer.statusCode).toBe(303);
    expect(answer.location).toMatch(/^\/phases\?form=[\w-]{24}$/);
    const { statusCode, text } = await clara.get(answer.location);
    expect(statusCode).toBe(200);
    expect(text).toContain('<title>Error: ');
    expect(text).toMatch(/role="alert" tabindex="-1" autofocus/);
    expect(text).toMatch(/<a href="#fix-why">Remove the email address/);
    expect(text).toMatch(/id="fix-why"[^>]* value="told by ann@example.com"/);
    expect(text).toMatch(/aria-describedby="[^"]*fix-why-problem"/);
  });

  it('is shown on the page that it was on, which keeps its other choices', async () => {
    await begin();
    const { location } = await pause('', '/filers?state=linked&form=old');
    expect(location).toMatch(/^\/filers\?state=linked&form=[\w-]{24}$/);
  });

  it.each(['https://evil.example/phases', 'not an address', ''])(
    'attack: leads to its own page when it claims to come from %j',
    async (referer) => {
      await begin();
      const { location } = await clara.post('/sending/hold', { csrf, why: '' }, { headers: { referer } });
      expect(location).toMatch(/^\/phases\?form=/);
    },
  );

  it('attack: another person who opens its address sees none of it', async () => {
    await begin();
    const { location } = await pause('a secret ann@example.com');
    const otto = await console.signedIn('otto');
    const { text } = await otto.get(location);
    expect(text).toContain('What you entered is no longer available');
    expect(text).not.toContain('a secret');
  });
});

describe('a form that comes after its session has ended', () => {
  it('is shown again after signing in, filled in, and has done nothing', async () => {
    await begin();
    clara.now += 31 * MINUTES;
    const turnedAway = await pause('Servers are slow');
    expect(turnedAway.statusCode).toBe(303);
    const to = new URLSearchParams(turnedAway.location.split('?')[1]).get('to')!;
    expect(turnedAway.location).not.toContain('Servers');
    const { location } = await clara.signIn('clara', to);
    expect(location).toBe(to);
    const { text } = await clara.get(location);
    expect(text).toContain('Your form was not submitted');
    expect(text).toMatch(/name="why"[^>]* value="Servers are slow"/);
    expect(text).not.toContain('<title>Error: ');
  });

  it('is shown again although a part of the page was refreshed after the end', async () => {
    await begin();
    clara.now += 31 * MINUTES;
    await clara.get('/phases', { headers: { 'x-crier-live': 'yes' } });
    expect(clara.cookies.has(clara.names.session)).toBe(true);
    expect((await pause('Servers are slow')).statusCode).toBe(303);
  });

  it('is offered again when its person has signed in again meanwhile', async () => {
    await begin();
    await clara.signIn('clara');
    const answer = await pause('Servers are slow');
    expect(answer.statusCode).toBe(403);
    const [, path] = /href="(\/phases\?form=[\w-]{24})"/.exec(answer.text)!;
    expect((await clara.get(path!)).text).toMatch(/name="why"[^>]* value="Servers are slow"/);
  });

  it('is only kept, and never acted on, when its page asks for that', async () => {
    await begin();
    const referer = `${console.cloud.console}/phases`;
    const fields = { csrf, why: 'Servers are slow', keep: 'yes' };
    const { location } = await clara.post('/sending/hold', fields, { headers: { referer } });
    const { text } = await clara.get(location);
    expect(text).toMatch(/name="why"[^>]* value="Servers are slow"/);
    expect(text).not.toContain('All sending is paused');
  });

  it('attack: is refused without the secret of that session', async () => {
    await begin();
    csrf = 'guess';
    clara.now += 31 * MINUTES;
    expect((await pause('x')).statusCode).toBe(403);
  });
});
