import { html } from 'hono/html';
import type { ExportStatus } from '../../domain/send/export-request.ts';
import { timeOf } from '../ui/court-time.tsx';
import type { Html } from '../ui/html.ts';
import type { Page } from '../ui/layout.tsx';
import { type Tone, toneTag } from '../ui/tag.tsx';

/** How far an export is, and its file once there is one. */
export function exportPage({ status, zone }: { status: ExportStatus; zone: string }): Page {
  const isUnderWay = status.state === 'waiting' || status.state === 'running';
  return {
    title: 'Export of the send log',
    current: '/log',
    back: { label: 'Send log', href: '/log' },
    scripts: isUnderWay ? ['live'] : [],
    body: html`<div id="export"${isUnderWay ? html` data-live="2"` : ''} aria-live="polite">${standing(status)}</div>
<p class="crier-quiet">Asked for ${timeOf(status.askedAt, zone)}.</p>`,
  };
}

const STATES: Readonly<Record<ExportStatus['state'], readonly [Tone, string]>> = {
  waiting: ['plain', 'Waits to begin'],
  running: ['busy', 'Under way'],
  done: ['good', 'Ready'],
  failed: ['bad', 'Failed'],
  'too-long': ['bad', 'Too long'],
};

function standing({ state, rows, exportId }: ExportStatus): Html {
  const [tone, words] = STATES[state];
  const lines = `${rows.toLocaleString('en-US')} ${rows === 1 ? 'line' : 'lines'}`;
  const text: Record<ExportStatus['state'], Html> = {
    waiting: html`<p>It begins in a moment. <a href="/log/exports/${exportId}">Look again</a></p>`,
    running: html`<p>${lines} so far. <a href="/log/exports/${exportId}">Look again</a></p>`,
    done: html`<p>${lines}. The table holds names and addresses: keep it where the roster is kept.</p>
<p><a class="usa-button" href="/log/exports/${exportId}/file">Download the table</a></p>`,
    failed: html`<p>It stopped at ${lines} and is tried again by itself. If it stays so for some minutes, ask for it anew.</p>`,
    'too-long': html`<p>It stopped at ${lines}, for it would take too long. Ask for less: one phase, or one status.</p>`,
  };
  return html`<p>${toneTag(tone, words)}</p>${text[state]}`;
}
