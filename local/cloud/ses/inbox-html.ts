import { tableTime } from '../../lib/court-day.ts';
import { Html, html, NOTHING } from '../../lib/html.ts';
import type { Mailbox, ReadMail } from './inbox-mail.ts';
import { INBOX_STYLE } from './inbox-style.ts';

/** How an email can be looked at. */
export const VIEWS = ['html', 'text', 'headers', 'source'] as const;
export type View = (typeof VIEWS)[number];

export interface ListPage {
  readonly mails: readonly ReadMail[];
  /** How many match, and how many there are. */
  readonly found: number;
  readonly total: number;
  readonly query: string;
  /** From 1. */
  readonly page: number;
  readonly pages: number;
  /** Of the times shown. */
  readonly zone: string;
}

/** Shows mail as it comes in, while the newest is looked at. */
const WATCH = `
const shown = document.querySelector('main').dataset.total;
setInterval(async () => {
  const answer = await fetch('/inbox/count').catch(() => null);
  if (answer?.ok && (await answer.text()) !== shown) location.reload();
}, 2000);`;

export function listPage({ mails, zone, found, total, query, page, pages }: ListPage): string {
  const count =
    query === ''
      ? `${counted(total)}, newest first. Nothing left this machine.`
      : `${found.toLocaleString('en-US')} of ${counted(total)} with “${query}”.`;
  const turn = (to: number, words: string) =>
    html`<a href="?${new URLSearchParams({ q: query, page: String(to) }).toString()}">${words}</a>`;
  return document(
    'Inbox',
    html`<header><h1>Inbox</h1>
<form role="search"><input type="search" name="q" value="${query}" aria-label="Search by address, subject or run" placeholder="Address, subject or run"><button>Search</button></form></header>
<main data-total="${total}"><p class="note">${count}</p>
<div class="card">${mails.length > 0 ? html`<ol class="mails">${mails.map((mail) => row(mail, zone))}</ol>` : emptyNote(query)}</div>
<nav aria-label="Pages">${page > 1 ? turn(page - 1, '← Newer') : NOTHING}
${pages > 1 ? html`<a aria-current="page">Page ${page} of ${pages}</a>` : NOTHING}
${page < pages ? turn(page + 1, 'Older →') : NOTHING}</nav></main>
${page === 1 && query === '' ? html`<script>${new Html(WATCH)}</script>` : NOTHING}`,
  );
}

function row({ mail, subject, to }: ReadMail, zone: string): Html {
  return html`<li><a href="/inbox/${mail.messageId}"><span class="who" title="${to.address}">${to.name || to.address}</span>
<span class="what">${subject}</span>${timeOf(mail.at.toString(), zone)}</a></li>`;
}

export function mailPage(read: ReadMail, { view, zone }: { view: View; zone: string }): string {
  const { mail, subject, from, to } = read;
  const path = `/inbox/${mail.messageId}`;
  const views = VIEWS.filter((one) => one !== 'html' || read.html !== null).map((one) =>
    one === view
      ? html`<a href="${path}?view=${one}" aria-current="page">${VIEW_NAMES[one]}</a>`
      : html`<a href="${path}?view=${one}">${VIEW_NAMES[one]}</a>`,
  );
  const tags = Object.entries(mail.tags).map(([name, value]) => `${name}: ${value}`);
  return document(
    subject,
    html`<header><h1>${subject}</h1><a href="/inbox">All mail</a></header>
<main><div class="card"><dl><dt>From</dt><dd>${spelled(from)}</dd><dt>To</dt><dd>${spelled(to)}</dd>
<dt>Sent</dt><dd>${timeOf(mail.at.toString(), zone)}</dd><dt>Tags</dt><dd>${tags.join(' · ') || 'none'}</dd></dl></div>
<div class="views">${views}<a href="${path}/source.eml" download>Download</a></div>
<div class="card">${contentOf(read, view)}</div></main>`,
  );
}

const VIEW_NAMES: Readonly<Record<View, string>> = {
  html: 'HTML',
  text: 'Text',
  headers: 'Headers',
  source: 'Source',
};

function contentOf(read: ReadMail, view: View): Html {
  const text = (content: string) => html`<pre tabindex="0">${content}</pre>`;
  switch (view) {
    case 'html':
      // Neither scripts nor a way back to this page, whatever the email holds.
      return html`<iframe title="The email" sandbox="allow-popups allow-popups-to-escape-sandbox" src="/inbox/${read.mail.messageId}/body.html"></iframe>`;
    case 'text':
      return text(read.text);
    case 'headers':
      return text(read.headers.map(([name, value]) => `${name}: ${value}`).join('\n'));
    case 'source':
      return text(Buffer.from(read.mail.raw).toString());
  }
}

function document(title: string, body: Html): string {
  return html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · Crier</title><link rel="icon" href="data:,"><style>${new Html(INBOX_STYLE)}</style></head>
<body>${body}</body></html>`.source;
}

function spelled({ name, address }: Mailbox): string {
  return name ? `${name} <${address}>` : address;
}

function counted(count: number): string {
  return count === 1 ? '1 email' : `${count.toLocaleString('en-US')} emails`;
}

function emptyNote(query: string): Html {
  const note =
    query === ''
      ? 'No mail yet. Upload a launch plan and a roster; emails arrive at each phase’s hour.'
      : 'No email has this in its address, subject or run.';
  return html`<p class="empty">${note}</p>`;
}

function timeOf(instant: string, zone: string): Html {
  return html`<time class="when" datetime="${instant}">${tableTime(instant, zone)}</time>`;
}
