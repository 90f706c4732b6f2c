import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { startBrowser } from '../../../templates/tools/browser.ts';
import { violationsIn, withAxe } from '../../support/e2e/axe.ts';
import { overflowOf } from '../../support/e2e/court.ts';
import { REGISTER } from '../../support/local/register.ts';

const dir = mkdtempSync(join(tmpdir(), 'crier-example-'));
const env = { ...process.env, CRIER_RUNNING_DIR: join(dir, 'running'), AWS_PROFILE: 'nobody' };
let running: ChildProcess;
let output = '';
beforeAll(async () => {
  running = spawn(process.execPath, [...REGISTER, 'local/start/start.ts', '--data', join(dir, 'data')], {
    env,
  });
  for (const stream of [running.stdout, running.stderr]) stream?.on('data', (text) => (output += text));
  await vi
    .waitFor(() => expect(output).toContain('Press Ctrl-C to stop.'), { timeout: 60_000, interval: 100 })
    .catch((error) => {
      throw new Error(output, { cause: error });
    });
});
afterAll(async () => {
  running.kill('SIGKILL');
  if (running.exitCode === null && running.signalCode === null) await once(running, 'exit');
  rmSync(dir, { recursive: true, force: true });
});

/** The link that opens all pages. */
function linkOf(): string {
  return /http:\/\/\S+[?&]key=\S+/.exec(output)?.[0] ?? '';
}

/** Asks with the key. */
function ask(url: string, { headers = {}, ...init }: RequestInit = {}): Promise<Response> {
  const key = new URL(linkOf()).searchParams.get('key');
  return fetch(url, { ...init, headers: { ...headers, authorization: `Bearer ${key}` } });
}

function addressOf(name: 'Console' | 'Inbox page' | 'The clock'): string {
  const [, address = ''] = new RegExp(`${name}\\s+(\\S+)`).exec(output) ?? [];
  return address;
}

interface State {
  readonly now: string;
  readonly zone: string;
  readonly live: boolean;
  readonly next: { at: string; what: string } | null;
  readonly message?: string;
}

async function clock(path: string, options: { at?: string; origin?: string } = {}) {
  const { origin } = new URL(addressOf('The clock'));
  const response = await ask(`${origin}/clock${path}`, {
    method: 'POST',
    headers: {
      accept: 'application/json',
      'content-type': 'application/json',
      origin: options.origin ?? origin,
    },
    body: JSON.stringify({ at: options.at }),
  });
  // A request that isn't of its own page is refused in text, before the clock sees it.
  const isJson = response.headers.get('content-type')?.startsWith('application/json');
  const body = isJson ? await response.json() : { message: await response.text() };
  return { status: response.status, body: body as State };
}

async function count(): Promise<number> {
  return Number(await (await ask(`${addressOf('Inbox page')}/count`)).text());
}

describe('npm start, as a newcomer starts it', () => {
  it('begins shortly before the first notice, with an active plan and roster', async () => {
    expect(output).toContain(', clock at Tue, Jul 24, 2018, 8:5');
    expect(output).toContain('Plan and roster of the example are active.');
    const state = (await (
      await ask(addressOf('The clock'), { headers: { accept: 'application/json' } })
    ).json()) as State;
    expect(state).toMatchObject({
      zone: 'America/New_York',
      live: true,
      next: { at: '2018-07-24T13:00:00Z', what: 'Notice 1 of 4' },
    });
    expect(await count()).toBe(0);
  });

  it.each([
    ['from another website', '/next', { origin: 'http://court.example' }, 403],
    ['from nowhere that is said', '/next', { origin: 'null' }, 403],
    ['into the past', '/to', { at: '2018-07-24T12:00:00Z' }, 409],
    ['to no time', '/to', { at: 'tomorrow' }, 400],
    ['to nothing that is known', '/back', {}, 404],
  ])('is not moved %s', async (_, path, options, status) => {
    const answer = await clock(path, options);
    expect([answer.status, typeof answer.body.message]).toEqual([status, 'string']);
    expect(await count()).toBe(0);
  });

  it('shows a page without scripts, with buttons', async () => {
    const response = await ask(addressOf('The clock'));
    const page = await response.text();
    expect(page).toContain('Tue, Jul 24, 2018, 8:5');
    expect(page).toContain('<button class="usa-button" type="submit">Go to the next event</button>');
    expect(page).toContain('2018-10-24T0700-link-status.csv');
    expect(page).not.toContain('<script');
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  it('sends the first notice at the first "next event", and continues live', async () => {
    const { status, body } = await clock('/next');
    expect(status).toBe(200);
    expect(body).toMatchObject({ live: true, next: { what: 'Notice 2 of 4' } });
    expect(body.now > '2018-07-24T13:00:00Z' && body.now < '2018-07-24T13:05:00Z').toBe(true);
    expect(await count()).toBe(291);
    const inbox = await (await ask(addressOf('Inbox page'))).text();
    expect(inbox).toContain('Tue, Jul 24, 2018, 9:00 a.m. EDT');
  }, 60_000);

  it('stops at the next upload, and takes it by its button', async () => {
    expect((await clock('/to', { at: '2018-09-17T10:00' })).status).toBe(200);
    expect(await (await ask(addressOf('The clock'))).text()).toMatch(/\d+ emails sent\.</);
    const { origin } = new URL(addressOf('The clock'));
    const response = await ask(`${origin}/clock/upload`, {
      method: 'POST',
      headers: { accept: 'application/json', origin },
      body: new URLSearchParams({ file: '2018-09-17T1000-pacer-accounts.csv' }),
    });
    expect(response.status).toBe(200);
    expect(await (await ask(addressOf('The clock'))).text()).toContain(
      '2018-09-17T1000-pacer-accounts.csv is active.',
    );
  }, 60_000);

  it('leads a newcomer in a browser from the console by its strip to the clock and to every email', async () => {
    const browser = await startBrowser();
    try {
      const page = await (await withAxe(await browser.newContext())).newPage();
      await page.goto(linkOf());
      await page.getByRole('link', { name: 'Sign in' }).click();
      await page.getByRole('link', { name: 'Clara' }).click();
      const strip = page.getByRole('complementary', { name: 'Rehearsal' });
      expect(await strip.innerText()).toContain('no real email is sent');
      await strip.getByRole('link', { name: /The clock|next event/ }).click();
      for (const width of [1024, 360]) {
        await page.setViewportSize({ width, height: 900 });
        expect(await violationsIn(page)).toEqual([]);
        expect(await overflowOf(page)).toBeLessThanOrEqual(0);
      }
      await page.getByRole('button', { name: 'Go to the next event' }).click();
      await page.getByText(/emails sent/).waitFor({ timeout: 50_000 });
      await page.getByRole('link', { name: 'Every email' }).click();
      await page.getByText('Thu, Sep 20, 2018, 9:00 a.m. EDT').first().waitFor();
      expect(await violationsIn(page)).toEqual([]);
    } finally {
      await browser.close();
    }
  }, 90_000);
});
