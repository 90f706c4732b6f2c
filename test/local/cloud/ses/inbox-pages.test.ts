import { request } from 'node:http';
import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { virtualClock } from '../../../../local/cloud/clock/clock.ts';
import type { OutboxMail } from '../../../../local/cloud/ses/outbox-mail.ts';
import { type Ses, startSes } from '../../../../local/cloud/ses/ses.ts';
import { newPageKey } from '../../../../local/lib/page-key.ts';

const HOSTILE = '<script>alert(1)</script>';
const raw = (subject: string, html = '<p>Hello</p>') =>
  Buffer.from(
    `From: "U.S. Court" <court@example.gov>\r\nTo: =?utf-8?q?Fran=C3=A7ois?= <f@example.com>\r\nSubject: ${subject}\r\nMIME-Version: 1.0\r\nContent-Type: multipart/alternative; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nHello\r\n--b\r\nContent-Type: text/html; charset=utf-8\r\n\r\n${html}\r\n--b--\r\n`,
  );
const mail = (number: number, content: Buffer): OutboxMail => ({
  messageId: `id-${number}`,
  at: Temporal.Instant.from('2018-07-24T13:00:00Z').add({ seconds: number }),
  from: 'court@example.gov',
  to: ['f@example.com'],
  configurationSet: null,
  tags: { run: `notice-${number}` },
  raw: content,
});

let ses: Ses;
const pageKey = newPageKey();
beforeAll(async () => {
  ses = await startSes({ clock: virtualClock('2018-07-24T13:00:00Z'), pageKey });
});
afterAll(() => ses.close());
const fill = (...mails: OutboxMail[]) =>
  (ses.outbox as OutboxMail[]).splice(0, Number.POSITIVE_INFINITY, ...mails);
const page = async (path: string) => {
  const answer = await fetch(`${ses.url}${path}`, { headers: { authorization: pageKey.authorization } });
  return {
    status: answer.status,
    type: answer.headers.get('content-type'),
    policy: answer.headers.get('content-security-policy') ?? '',
    body: await answer.text(),
  };
};

describe('the inbox', () => {
  it('says that there is no mail yet', async () => {
    fill();
    const { body, type } = await page('/');
    expect(type).toBe('text/html; charset=utf-8');
    expect(body).toContain('0 emails, newest first. Nothing left this machine.');
    expect(body).toContain('No emails yet.');
  });

  it('lists the newest first, in pages', async () => {
    fill(...Array.from({ length: 120 }, (_, number) => mail(number, raw(`Number ${number}.`))));
    const first = (await page('/inbox')).body;
    expect(first.indexOf('Number 119.')).toBeLessThan(first.indexOf('Number 118.'));
    expect(first).not.toContain('Number 69.');
    expect(first).toContain('Page 1 of 3');
    expect(first).toContain('François');
    const last = (await page('/inbox?page=3')).body;
    expect(last).toContain('Number 0.');
    expect(last).not.toContain('Older');
    expect((await page('/inbox/count')).body).toBe('120');
  });

  it.each([
    ['a subject', 'number 77.', '1 of 120 emails'],
    ['an address', 'F@EXAMPLE', '120 of 120 emails'],
    ['a run', 'notice-11', '11 of 120 emails'],
    ['nothing that is there', 'zebra', '0 of 120 emails'],
  ])('finds by %s', async (_, query, count) => {
    const { body } = await page(`/inbox?q=${encodeURIComponent(query)}`);
    expect(body).toContain(count);
  });

  it('shows an email as HTML, text, headers and source', async () => {
    fill(mail(1, raw('Hello', '<p>Hello <b>there</b></p>')));
    expect((await page('/inbox/id-1')).body).toContain('src="/inbox/id-1/body.html"');
    expect((await page('/inbox/id-1/body.html')).body).toContain('<p>Hello <b>there</b></p>');
    expect((await page('/inbox/id-1?view=text')).body).toMatch(
      /<pre class="crier-text" tabindex="0">Hello\s*<\/pre>/,
    );
    expect((await page('/inbox/id-1?view=headers')).body).toContain('Subject: Hello');
    const source = await page('/inbox/id-1/source.eml');
    expect(source.body).toBe(raw('Hello', '<p>Hello <b>there</b></p>').toString());
  });

  it('lets nothing that an email holds run, load or get at the page', async () => {
    fill(mail(1, raw(HOSTILE, `${HOSTILE}<img src="http://example.com/pixel">`)));
    const list = await page('/inbox');
    const shown = await page('/inbox/id-1');
    for (const { body } of [list, shown]) expect(body).not.toContain(HOSTILE);
    expect(shown.body).toContain('sandbox="allow-popups allow-popups-to-escape-sandbox"');
    const { policy } = await page('/inbox/id-1/body.html');
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain('sandbox');
    expect(policy).not.toContain('script');
    expect((await page(`/inbox?q=${encodeURIComponent(HOSTILE)}`)).body).not.toContain(HOSTILE);
  });

  it.each(['/inbox/none', '/inbox/id-1/none', '/other', '/inbox/id-1/body.html/x'])(
    'has no page %s',
    async (path) => {
      expect((await page(path)).status).toBe(404);
    },
  );

  it('shows nothing under another name: a strange website could lead here', async () => {
    const status = await new Promise((resolve) =>
      request(`${ses.url}/inbox`, { headers: { host: 'evil.example.com' } }, (answer) => {
        answer.resume();
        resolve(answer.statusCode);
      }).end(),
    );
    expect(status).toBe(403);
  });
});
