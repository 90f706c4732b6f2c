import { html } from 'hono/html';
import { STATE_WORDS, STATES } from '../../domain/filer/state.ts';
import type { Person } from '../../domain/person.ts';
import { SEND_STATUSES } from '../../domain/send/status.ts';
import type { LogSearchPage } from '../../queries/search-log.ts';
import type { SendFilter } from '../../queries/send-line.ts';
import { actForm, submitButton } from '../ui/action-form.tsx';
import { noticeBox } from '../ui/alert.tsx';
import { emptyState } from '../ui/empty-state.tsx';
import type { Html } from '../ui/html.ts';
import type { Page } from '../ui/layout.tsx';
import { linkTo } from '../ui/link-to.ts';
import { pageLinks } from '../ui/page-links.tsx';
import { nameOf, sendTable } from '../ui/send-table.tsx';
import { statusLabel } from '../ui/send-tag.tsx';
import { searchForm } from './log-page.ts';

/** Whom the log knows by the beginnings of words. */
export interface LogSearchView {
  readonly zone: string;
  readonly person: Pick<Person, 'csrf'>;
  readonly typed: string;
  readonly filter: SendFilter;
  /** `null` without a roster in force. */
  readonly answer: LogSearchPage | null;
  readonly phases: ReadonlyMap<string, string>;
  readonly isFirst: boolean;
}

export function logSearchPage(view: LogSearchView): Page {
  return {
    title: 'Search the send log',
    current: '/log',
    back: { label: 'Send log', href: '/log' },
    body: html`${searchForm(view.typed, filters(view))}${answer(view)}`,
  };
}

/** By phase, status and state: of those who are found, only such emails. */
function filters({ filter: { runId, status, state }, phases }: LogSearchView): Html {
  return html`<div class="crier-filters">
  ${choice({ name: 'run', label: 'Phase', all: 'Every phase', options: [...phases], chosen: runId })}
  ${choice({ name: 'status', label: 'Status', all: 'Every status', options: SEND_STATUSES.map((one) => [one, statusLabel(one)]), chosen: status })}
  ${choice({ name: 'state', label: 'State of the filer', all: 'Every state', options: STATES.map((one) => [one, STATE_WORDS[one]]), chosen: state })}
</div>`;
}

function choice({ name, label, all, options, chosen }: Choice): Html {
  return html`<div><label class="usa-label" for="${name}">${label}</label>
  <select class="usa-select" id="${name}" name="${name}"><option value="">${all}</option>${options.map(([value, words]) => html`<option value="${value}"${value === chosen ? html` selected` : ''}>${words}</option>`)}</select></div>`;
}

interface Choice {
  readonly name: string;
  readonly label: string;
  /** The choice of all of them. */
  readonly all: string;
  readonly options: readonly (readonly [value: string, words: string])[];
  readonly chosen: string | undefined;
}

/** A table of what is found, over all pages. */
function exportForm({ person, typed, filter: { runId, status, state } }: LogSearchView): Html {
  const hidden = Object.entries({ q: typed, run: runId, status, state }).filter(([, value]) => value);
  return html`<section aria-labelledby="export"><h2 id="export">Export</h2>
<p>A table of exactly these emails, of every page, with names and addresses. That it was made stands in the audit.</p>
${actForm('/log/exports', {
  person,
  label: 'Export',
  body: html`${hidden.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}${submitButton('Export these emails', 'outline')}`,
})}</section>`;
}

function answer(view: LogSearchView): Html {
  const { answer, typed, filter, zone, phases, isFirst } = view;
  const { runId: run, status, state } = filter;
  const here = { q: typed, run, status, state };
  if (!answer) {
    return emptyState({
      title: 'No roster is in force',
      text: 'Filers are found by what the roster says of them. Upload one first.',
      action: { href: '/roster', label: 'Go to the roster' },
    });
  }
  if (!answer.ok)
    return noticeBox({ kind: 'warning', title: 'Nothing was searched', text: `${answer.refused}.` });
  const { found, next, lookFurther, notIndexed } = answer;
  const note = notIndexed
    ? noticeBox({
        kind: 'info',
        title: 'This roster is new',
        text: 'For some minutes filers are looked for one by one: a page may be slower, and hold fewer.',
      })
    : '';
  const links = pageLinks({
    previous: isFirst ? null : linkTo('/log/search', here),
    next: next && linkTo('/log/search', { ...here, cursor: next }),
    ...(lookFurther && { nextLabel: 'Look further' }),
  });
  if (found.length === 0) {
    const words = lookFurther
      ? 'Nobody so far: there are more to look through.'
      : run || status || state
        ? 'Nobody who is found by these words has such an email.'
        : 'Nobody in the roster in force has words that begin like that.';
    return html`${note}<p class="crier-calm">${words}</p>${links}`;
  }
  return html`${note}${found.map(
    ({ filer, sends }) => html`<section class="crier-found" aria-label="${nameOf(filer) ?? filer.filerId}">
  <h2><a href="/filers/${filer.filerId}">${nameOf(filer)}</a></h2>
  <p class="crier-quiet">${[filer.firm, filer.email ?? 'no usable address', filer.userId].filter(Boolean).join(' · ')}</p>
  ${
    sends.length > 0
      ? sendTable({ lines: sends, zone, caption: `Emails to ${nameOf(filer)}`, phases, showsFiler: false })
      : html`<p>No email so far.</p>`
  }
</section>`,
  )}${links}${found.some(({ sends }) => sends.length > 0) ? exportForm(view) : ''}`;
}
