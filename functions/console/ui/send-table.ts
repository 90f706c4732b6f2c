import { html } from 'hono/html';
import type { Filer } from '../../domain/filer/filer.ts';
import { STATE_WORDS } from '../../domain/filer/state.ts';
import { ADVICE } from '../../domain/send/words.ts';
import type { SendLine } from '../../queries/sends-page.ts';
import { timeOf } from './court-time.ts';
import type { Html } from './html.ts';
import { sendReason, statusTag } from './send-tag.ts';

export interface SendTable {
  readonly lines: readonly SendLine[];
  readonly zone: string;
  readonly caption: string;
  /** Names of phases by run: given where the lines are of several runs. */
  readonly phases?: ReadonlyMap<string, string> | undefined;
  /** Lines of one filer don't name them. @default true */
  readonly showsFiler?: boolean;
}

/** Sends, one a line: to whom, what happened, and what to do. */
export function sendTable({ lines, zone, caption, phases, showsFiler = true }: SendTable): Html {
  return html`<table class="usa-table usa-table--borderless usa-table--stacked crier-sends">
  <caption class="usa-sr-only">${caption}</caption>
  <thead><tr>${showsFiler ? html`<th scope="col">Filer</th>` : ''}${phases ? html`<th scope="col">Phase</th>` : ''}<th scope="col">State</th><th scope="col">Status</th><th scope="col">What happened, and what to do</th></tr></thead>
  <tbody>${lines.map((line) => sendRow(line, { zone, phases, showsFiler }))}</tbody>
</table>`;
}

function sendRow(
  line: SendLine,
  { zone, phases, showsFiler }: Pick<SendTable, 'zone' | 'phases' | 'showsFiler'>,
): Html {
  const { filer, filerId, runId, state, status, at, meaning, reason } = line;
  const phase = phases?.get(runId) ?? line.phaseId;
  return html`<tr>
  ${showsFiler ? html`<th scope="row" data-label="Filer"><a href="/filers/${filerId}">${nameOf(filer) ?? filerId}</a>${filer?.email ? html`<span class="crier-quiet">${filer.email}</span>` : ''}</th>` : ''}
  ${phases ? html`<td data-label="Phase"><a href="/log?run=${runId}">${phase}</a></td>` : ''}
  <td data-label="State">${state ? STATE_WORDS[state] : '–'}</td>
  <td data-label="Status">${statusTag(status)}</td>
  <td data-label="What happened"><a href="/log/${runId}/${filerId}">${meaning}</a>${reason ? html` <span class="crier-quiet">${sendReason(status, reason)}</span>` : ''}${at ? html`<span class="crier-quiet">${timeOf(at, zone)}</span>` : ''}${ADVICE[status] === 'Nothing.' ? '' : html`<span class="crier-todo">${ADVICE[status]}</span>`}</td>
</tr>`;
}

/** `Jane Smith`; `null` when the roster is gone. */
export function nameOf(filer: Pick<Filer, 'firstName' | 'lastName'> | null): string | null {
  return filer && [filer.firstName, filer.lastName].filter(Boolean).join(' ');
}
