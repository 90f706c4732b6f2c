import type { IncomingMessage, ServerResponse } from 'node:http';
import { listPage, mailPage, VIEWS, type View } from './inbox-html.ts';
import { mailReader, type ReadMail } from './inbox-mail.ts';
import type { OutboxMail } from './ses.ts';

const PAGE_SIZE = 50;
const PAGE_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; connect-src 'self'; frame-src 'self'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
/** The email itself loads nothing and runs nothing, so that it shows what it holds by itself. */
const MAIL_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox allow-popups allow-popups-to-escape-sandbox";
/** Another name that a strange website lets lead here would let it read the mail. */
const OWN_HOST = /^(127\.0\.0\.1|localhost)(:\d+)?$/;

/** Shows the mail: a list to search, and each email as HTML, text, headers and source. */
export function inboxPages(
  outbox: readonly OutboxMail[],
  zone = 'UTC',
): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  const read = mailReader();

  async function list(query: string, wished: number): Promise<string> {
    const newest = outbox.toReversed();
    const found = query ? await search(newest, query) : newest;
    const pages = Math.max(1, Math.ceil(found.length / PAGE_SIZE));
    const page = Math.min(Math.max(1, wished || 1), pages);
    const shown = found.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE);
    const mails = await Promise.all(shown.map(read));
    return listPage({ mails, zone, found: found.length, total: outbox.length, query, page, pages });
  }

  async function search(mails: readonly OutboxMail[], query: string): Promise<OutboxMail[]> {
    const wanted = query.toLowerCase();
    const all = await Promise.all(mails.map(read));
    return all.filter((one) => searchable(one).includes(wanted)).map(({ mail }) => mail);
  }

  async function mail(
    id: string,
    { part, view }: { part: string; view: string | null },
  ): Promise<Page | null> {
    const found = outbox.find(({ messageId }) => messageId === id);
    if (!found) return null;
    if (part === 'source.eml') return { type: 'message/rfc822', body: Buffer.from(found.raw) };
    const content = await read(found);
    if (part === 'body.html')
      return content.html === null ? null : { body: content.html, policy: MAIL_POLICY };
    if (part !== '') return null;
    const wished = VIEWS.find((one) => one === view) ?? 'html';
    const shown: View = wished === 'html' && content.html === null ? 'text' : wished;
    return { body: mailPage(content, { view: shown, zone }) };
  }

  async function pageAt(url: URL): Promise<Page | null> {
    const [, root, id, part = '', ...more] = url.pathname.split('/');
    if (root !== 'inbox' || more.length > 0) return null;
    if (id === undefined) {
      return {
        body: await list(url.searchParams.get('q')?.trim() ?? '', Number(url.searchParams.get('page'))),
      };
    }
    if (id === 'count') return { type: 'text/plain', body: String(outbox.length) };
    return mail(id, { part, view: url.searchParams.get('view') });
  }

  return async (request, response) => {
    if (!OWN_HOST.test(request.headers.host ?? '')) return void response.writeHead(403).end();
    if (request.url === '/') return void response.writeHead(302, { location: '/inbox' }).end();
    const page = await pageAt(new URL(request.url ?? '/', 'http://localhost'));
    if (!page)
      return void response.writeHead(404, { 'content-type': 'text/plain' }).end('There is no such page');
    response.writeHead(200, {
      'content-type': `${page.type ?? 'text/html'}; charset=utf-8`,
      'content-security-policy': page.policy ?? PAGE_POLICY,
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    });
    response.end(page.body);
  };
}

interface Page {
  /** @default HTML */
  readonly type?: string;
  readonly body: string | Buffer;
  /** @default that of our own pages */
  readonly policy?: string;
}

function searchable({ mail, subject, to }: ReadMail): string {
  return [to.name, to.address, subject, ...mail.to, ...Object.values(mail.tags)].join('\n').toLowerCase();
}
