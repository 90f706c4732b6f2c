import { html } from 'hono/html';
import { STATE_WORDS, STATES, type State } from '../../domain/filer/state.ts';
import type { Person } from '../../domain/person.ts';
import type { Run } from '../../domain/run/run.ts';
import type { RunCounts } from '../../domain/run/run-counts.ts';
import { SEND_STATUSES, type SendStatus } from '../../domain/send/status.ts';
import { courtTime } from '../../lib/court-time.ts';
import type { SendLine } from '../../queries/send-line.ts';
import { phaseName } from '../phases/phase-name.ts';
import { actForm, submitButton, textField } from '../ui/action-form.tsx';
import { timeOf } from '../ui/court-time.tsx';
import type { Html } from '../ui/html.ts';
import type { Page } from '../ui/layout.tsx';
import { linkTo } from '../ui/link-to.ts';
import { pageLinks } from '../ui/page-links.tsx';
import { sendTable } from '../ui/send-table.tsx';
import { statusLabel } from '../ui/send-tag.tsx';

/** The sends of one run, filtered. */
export interface RunSendsView {
  readonly zone: string;
  readonly person: Person;
  readonly run: Run;
  readonly counts: RunCounts | null;
  readonly status: SendStatus | undefined;
  readonly state: State | undefined;
  readonly lines: readonly SendLine[];
  readonly isFirst: boolean;
  readonly next: string | null;
  readonly lookFurther: boolean;
  /** Why nothing may be tried again, in words; `null`: it may. */
  readonly whyNoRetry: string | null;
}

export function runSendsPage(view: RunSendsView): Page {
  const { run, zone, counts } = view;
  return {
    title: `${phaseName(run)}: emails`,
    current: '/log',
    back: { label: 'Send log', href: '/log' },
    body: html`<p>${courtTime(run.scheduledFor, zone)}${run.cancelled ? ' · cancelled' : ''}. <a href="/phases/${run.phaseId}">See the phase</a></p>
${filters(view)}
${list(view)}
${after(view)}
${counts ? html`<p class="crier-quiet">Numbers as counted ${timeOf(counts.asOf, zone)}; the lines are as they stand now.</p>` : ''}`,
  };
}

function filters({ run, counts, status, state }: RunSendsView): Html {
  const { runId } = run;
  const chip = (name: string, value: SendStatus | undefined, count: number | undefined) =>
    html`<li><a class="crier-chip" href="${linkTo('/log', { run: runId, status: value, state })}"${value === status ? html` aria-current="true"` : ''}>${name}${count === undefined ? '' : html` <span class="crier-chip__count">${count.toLocaleString('en-US')}</span>`}</a></li>`;
  const shown = SEND_STATUSES.filter((one) => one === status || !counts || (counts.byStatus[one] ?? 0) > 0);
  return html`<nav aria-label="Statuses"><ul class="crier-chips">
  ${chip('All', undefined, counts?.audience ?? undefined)}
  ${shown.map((one) => chip(statusLabel(one), one, counts ? (counts.byStatus[one] ?? 0) : undefined))}
</ul></nav>
<form class="crier-filter" method="get" action="/log">
  <input type="hidden" name="run" value="${runId}">
  ${status ? html`<input type="hidden" name="status" value="${status}">` : ''}
  <label class="usa-label" for="state">State of the filer</label>
  <select class="usa-select" id="state" name="state">
    <option value="">Every state</option>
    ${STATES.map((one) => html`<option value="${one}"${one === state ? html` selected` : ''}>${STATE_WORDS[one]}</option>`)}
  </select>
  <button class="usa-button usa-button--outline" type="submit">Show</button>
</form>`;
}

function list({ lines, zone, run, status, state, isFirst, next, lookFurther }: RunSendsView): Html {
  const here = { run: run.runId, status, state };
  const links = pageLinks({
    previous: isFirst ? null : linkTo('/log', here),
    next: next && linkTo('/log', { ...here, cursor: next }),
    ...(lookFurther && { nextLabel: 'Look further' }),
  });
  const found =
    lines.length > 0
      ? sendTable({ lines, zone, caption: 'Emails of this phase' })
      : html`<p class="crier-calm">${lookFurther ? 'None so far: there are more to look through.' : 'No email is like that.'}</p>`;
  return html`${found}${links}`;
}

function after({ run, person, status, state, whyNoRetry, counts }: RunSendsView): Html {
  const wrong = counts ? (counts.byStatus.failed ?? 0) + (counts.byStatus.unknown ?? 0) : null;
  return html`<section aria-labelledby="export"><h2 id="export">Export</h2>
<p>A table of exactly these emails, with names and addresses, for a spreadsheet. That it was made stands in the audit.</p>
${actForm('/log/exports', {
  person,
  label: 'Export',
  body: html`<input type="hidden" name="run" value="${run.runId}">${status ? html`<input type="hidden" name="status" value="${status}">` : ''}${state ? html`<input type="hidden" name="state" value="${state}">` : ''}${submitButton('Export these emails', 'outline')}`,
})}</section>
${
  wrong === 0
    ? ''
    : html`<section aria-labelledby="retry"><h2 id="retry">Try again</h2>
${
  whyNoRetry
    ? html`<p>${whyNoRetry}</p>`
    : actForm(`/log/${run.runId}/retry`, {
        person,
        label: 'Try again',
        body: html`<p>Every email of this phase that failed or whose fate is unknown goes out once more. Who has it by then gets no second one, as far as anybody knows.</p>
${textField({ name: 'why', label: 'Why', hint: 'It is kept in the audit' })}
${submitButton('Try them all again')}`,
      })
}</section>`
}`;
}
