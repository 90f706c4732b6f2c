import type { Hono } from 'hono';
import type { NodeEnv } from '../../lib/serve.ts';
import { listPage } from './inbox-list-page.tsx';
import { mailReader, type ReadMail } from './inbox-mail.ts';
import { mailPage, VIEWS, type View } from './inbox-mail-page.tsx';
import type { OutboxMail } from './outbox-mail.ts';

const PAGE_SIZE = 50;
const PAGE_POLICY = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  "script-src 'unsafe-inline'",
  "connect-src 'self'",
  "frame-src 'self'",
  'img-src data:',
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');
/** The email itself loads nothing and runs nothing: it shows what it holds, without help. */
const MAIL_POLICY = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  'img-src data:',
  'sandbox allow-popups allow-popups-to-escape-sandbox',
].join('; ');
const HEADERS = {
  'content-security-policy': PAGE_POLICY,
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-store',
};
const HTML = { ...HEADERS, 'content-type': 'text/html; charset=utf-8' };

/** Adds pages that show the mail: a list to search, and each email as HTML, text, headers and source. */
export function addInboxPages(
  app: Hono<NodeEnv>,
  { outbox, zone = 'UTC' }: { outbox: readonly OutboxMail[]; zone?: string },
): void {
  const shown = { outbox, zone, read: mailReader() };
  app.get('/', (c) => c.redirect('/inbox'));
  addList(app, shown);
  addMail(app, shown);
  app.notFound((c) => c.body('There is no such page', 404, { 'content-type': 'text/plain' }));
}

/** What the pages show. */
interface Shown {
  readonly outbox: readonly OutboxMail[];
  readonly zone: string;
  readonly read: (mail: OutboxMail) => Promise<ReadMail>;
}

function addList(app: Hono<NodeEnv>, { outbox, zone, read }: Shown): void {
  async function search(mails: readonly OutboxMail[], query: string): Promise<OutboxMail[]> {
    const wanted = query.toLowerCase();
    const all = await Promise.all(mails.map(read));
    return all.filter((one) => searchable(one).includes(wanted)).map(({ mail }) => mail);
  }

  app.get('/inbox', async (c) => {
    const query = c.req.query('q')?.trim() ?? '';
    const newest = outbox.toReversed();
    const found = query ? await search(newest, query) : newest;
    const pages = Math.max(1, Math.ceil(found.length / PAGE_SIZE));
    const page = Math.min(Math.max(1, Number(c.req.query('page')) || 1), pages);
    const mails = await Promise.all(found.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE).map(read));
    const total = outbox.length;
    return c.body(listPage({ mails, zone, found: found.length, total, query, page, pages }), 200, HTML);
  });
  app.get('/inbox/count', (c) =>
    c.body(String(outbox.length), 200, { ...HEADERS, 'content-type': 'text/plain; charset=utf-8' }),
  );
}

function addMail(app: Hono<NodeEnv>, { outbox, zone, read }: Shown): void {
  const mailOf = (id: string) => outbox.find(({ messageId }) => messageId === id);

  app.get('/inbox/:id', async (c) => {
    const mail = mailOf(c.req.param('id'));
    if (!mail) return c.notFound();
    const content = await read(mail);
    const wished = VIEWS.find((one) => one === c.req.query('view')) ?? 'html';
    const view: View = wished === 'html' && content.html === null ? 'text' : wished;
    return c.body(mailPage(content, { view, zone }), 200, HTML);
  });
  app.get('/inbox/:id/source.eml', (c) => {
    const mail = mailOf(c.req.param('id'));
    if (!mail) return c.notFound();
    return c.body(new Uint8Array(mail.raw), 200, {
      ...HEADERS,
      'content-type': 'message/rfc822; charset=utf-8',
    });
  });
  app.get('/inbox/:id/body.html', async (c) => {
    const mail = mailOf(c.req.param('id'));
    const content = mail && (await read(mail)).html;
    if (!content) return c.notFound();
    return c.body(content, 200, { ...HTML, 'content-security-policy': MAIL_POLICY });
  });
}

function searchable({ mail, subject, to }: ReadMail): string {
  return [to.name, to.address, subject, ...mail.to, ...Object.values(mail.tags)].join('\n').toLowerCase();
}
