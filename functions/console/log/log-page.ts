import { html } from 'hono/html';
import { ATTENTION_STATUSES, type SendStatus } from '../../domain/send/status.ts';
import type { RunLine } from '../../queries/runs-list.ts';
import type { SendLine } from '../../queries/send-line.ts';
import { phaseName } from '../phases/phase-name.ts';
import { timeOf } from '../ui/court-time.tsx';
import { emptyState } from '../ui/empty-state.tsx';
import type { Html } from '../ui/html.ts';
import type { Page } from '../ui/layout.tsx';
import { linkTo } from '../ui/link-to.ts';
import { pageLinks } from '../ui/page-links.tsx';
import { sendTable } from '../ui/send-table.tsx';
import { statusLabel } from '../ui/send-tag.tsx';
import { type Tone, toneTag } from '../ui/tag.tsx';

/** The send log's first page: what needs a person, and every run. */
export interface LogView {
  readonly zone: string;
  readonly runs: readonly RunLine[];
  readonly attention: readonly SendLine[];
  readonly hasMore: boolean;
}

export function logPage(view: LogView): Page {
  return { title: 'Send log', current: '/log', body: html`${searchForm()}${body(view)}` };
}

/** Looks for filers in the log by the beginnings of words. @param filters further fields @default none */
export function searchForm(typed = '', filters?: Html): Html {
  return html`<form class="crier-search" role="search" method="get" action="/log/search">
  <label class="usa-label" for="q">Find a filer’s emails</label>
  <span class="usa-hint" id="q-hint">The beginning of a name, firm, address, CM/ECF user id or phone</span>
  <div class="crier-search__line"><input class="usa-input" id="q" name="q" type="search" autocomplete="off" aria-describedby="q-hint" value="${typed}"><button class="usa-button" type="submit">Search</button></div>
  ${filters ?? ''}
</form>`;
}

function body({ runs, attention, zone, hasMore }: LogView): Html {
  if (runs.length === 0) {
    return emptyState({
      title: 'No phase has run yet',
      text: 'Once a phase starts, every email of it stands here: to whom, when, and what became of it.',
      action: { href: '/phases', label: 'See the phases' },
    });
  }
  const phases = phasesByRun(runs);
  return html`<section aria-labelledby="attention"><h2 id="attention">Needs attention</h2>
${
  attention.length === 0
    ? html`<p class="crier-calm">No email waits for a person.</p>`
    : html`${sendTable({ lines: attention, zone, caption: 'Emails that need attention', phases })}
<p><a href="/log/attention">${hasMore ? 'All that needs attention' : 'Look at one status'}</a></p>`
}</section>
<section aria-labelledby="runs"><h2 id="runs">Phases that have run</h2>${runTable(runs, zone)}</section>`;
}

/** The names of phases by the ids of their runs. */
export function phasesByRun(runs: readonly RunLine[]): ReadonlyMap<string, string> {
  return new Map(runs.map(({ run }) => [run.runId, phaseName(run)]));
}

const STATES: Readonly<Record<RunLine['state'], readonly [Tone, string]>> = {
  running: ['busy', 'Sending'],
  held: ['wait', 'Held'],
  cancelled: ['bad', 'Cancelled'],
  complete: ['good', 'Complete'],
};

function runTable(runs: readonly RunLine[], zone: string): Html {
  return html`<table class="usa-table usa-table--borderless usa-table--stacked crier-runs">
  <caption class="usa-sr-only">Phases that have run, newest first</caption>
  <thead><tr><th scope="col">Phase</th><th scope="col">Stands</th><th scope="col" class="crier-number">Audience</th><th scope="col" class="crier-number">Delivered</th><th scope="col" class="crier-number">On the way</th><th scope="col" class="crier-number">Went wrong</th><th scope="col" class="crier-number">Not mailed</th></tr></thead>
  <tbody>${runs.map((line) => runRow(line, zone))}</tbody>
</table>`;
}

function runRow({ run, state, counts }: RunLine, zone: string): Html {
  const [tone, words] = STATES[state];
  const sum = (...statuses: (keyof NonNullable<RunLine['counts']>['byStatus'])[]) =>
    counts
      ? statuses.reduce((total, status) => total + (counts.byStatus[status] ?? 0), 0).toLocaleString('en-US')
      : '–';
  return html`<tr>
  <th scope="row" data-label="Phase"><a href="/log?run=${run.runId}">${phaseName(run)}</a><span class="crier-quiet">${timeOf(run.scheduledFor, zone)}</span></th>
  <td data-label="Stands">${toneTag(tone, words)}${counts ? html`<span class="crier-quiet">counted ${timeOf(counts.asOf, zone)}</span>` : html`<span class="crier-quiet">counted within minutes</span>`}</td>
  <td data-label="Audience" class="crier-number">${counts?.audience?.toLocaleString('en-US') ?? '–'}</td>
  <td data-label="Delivered" class="crier-number">${sum('delivered')}</td>
  <td data-label="On the way" class="crier-number">${sum('waiting', 'sent', 'delayed')}</td>
  <td data-label="Went wrong" class="crier-number">${sum('bounced', 'complained', 'failed', 'unknown')}</td>
  <td data-label="Not mailed" class="crier-number">${sum('skipped')}</td>
</tr>`;
}

/** A page of what needs a person, over all runs. */
export interface AttentionView {
  readonly zone: string;
  readonly runs: readonly RunLine[];
  /** Those that stand so alone. */
  readonly status: SendStatus | undefined;
  readonly lines: readonly SendLine[];
  readonly isFirst: boolean;
  readonly next: string | null;
}

export function attentionListPage({ lines, zone, runs, status, isFirst, next }: AttentionView): Page {
  const here = { status };
  const list =
    lines.length > 0
      ? sendTable({
          lines,
          zone,
          caption: 'Emails that need attention, newest first',
          phases: phasesByRun(runs),
        })
      : html`<p class="crier-calm">${next ? 'Nothing here is like that any more. Look further.' : status ? 'No email that needs a person is like that.' : 'No email waits for a person.'}</p>`;
  return {
    title: 'Needs attention',
    current: '/log',
    back: { label: 'Send log', href: '/log' },
    body: html`${statusChips(status)}${list}${pageLinks({ previous: isFirst ? null : linkTo('/log/attention', here), next: next && linkTo('/log/attention', { ...here, cursor: next }) })}`,
  };
}

function statusChips(chosen: SendStatus | undefined): Html {
  const chip = (words: string, status?: SendStatus) =>
    html`<li><a class="crier-chip" href="${linkTo('/log/attention', { status })}"${status === chosen ? html` aria-current="true"` : ''}>${words}</a></li>`;
  return html`<nav aria-label="Statuses"><ul class="crier-chips">
  ${chip('All')}${ATTENTION_STATUSES.map((status) => chip(statusLabel(status), status))}
</ul></nav>`;
}
