import { html } from 'hono/html';
import type { State } from '../filers/filer-state.ts';
import type { DecisionReason } from '../phases/audience.ts';
import type { SendStatus } from '../send-log/status.ts';
import type { Html } from './parts/html.ts';

/** States as people call them. */
export const STATE_NAMES: Readonly<Record<State, string>> = {
  inactive: 'Inactive',
  'not-required': 'Need not link',
  linked: 'Linked',
  conflict: 'Conflict: the court must check',
  'awaiting-court': 'Link waits for the court',
  'link-failed': 'Linking failed',
  'verify-account': 'Must check their account',
  'needs-individual-account': 'Need an individual account',
  'ready-to-link': 'Ready to link',
  'needs-upgrade': 'Must upgrade',
};

/** Why somebody in an audience gets no email. */
export const SKIP_NAMES: Readonly<Record<DecisionReason, string>> = {
  unreachable: 'no usable address: they are on the phone list',
  conflict: 'their link status contradicts the dates: the court must check first',
  'awaiting-court': 'their link waits for the court',
  inactive: 'inactive',
  'not-required': 'need not link',
  linked: 'linked',
};

export const STATUS_NAMES: Readonly<Record<SendStatus, string>> = {
  waiting: 'Waiting',
  sent: 'Sent',
  delayed: 'Delayed',
  delivered: 'Delivered',
  bounced: 'Bounced',
  complained: 'Marked as spam',
  failed: 'Failed',
  skipped: 'Skipped',
  unknown: 'Fate unknown',
};

export function count(number: number): string {
  return number.toLocaleString('en-US');
}

/** `1 email`, `1,200 emails`. */
export function counted(number: number, one: string, many = `${one}s`): string {
  return `${count(number)} ${number === 1 ? one : many}`;
}

/** A table of names and numbers, with a bar for each part of the whole. */
export function countTable(
  rows: readonly { readonly name: Html | string; readonly count: number }[],
  { caption, head, of }: { caption: string; head: readonly [string, string]; of: number },
): Html {
  return html`<table class="usa-table usa-table--borderless crier-counts">
  <caption class="usa-sr-only">${caption}</caption>
  <thead><tr><th scope="col">${head[0]}</th><th scope="col" class="crier-number">${head[1]}</th></tr></thead>
  <tbody>${rows.map(
    (row) => html`<tr><th scope="row">${row.name}
    <meter class="crier-bar" min="0" max="${String(Math.max(1, of))}" value="${String(row.count)}" aria-hidden="true"></meter></th>
    <td class="crier-number">${count(row.count)}</td></tr>`,
  )}</tbody>
</table>`;
}
