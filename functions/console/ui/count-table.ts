import { html } from 'hono/html';
import { count } from './count.ts';
import type { Html } from './html.ts';

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
