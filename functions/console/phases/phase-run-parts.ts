import { html } from 'hono/html';
import { SEND_STATUSES } from '../../domain/send/status.ts';
import { actForm, submitButton, textField } from '../ui/action-form.tsx';
import { count } from '../ui/count.ts';
import { CountTable } from '../ui/count-table.tsx';
import { timeOf } from '../ui/court-time.tsx';
import { formatDuration } from '../ui/duration.ts';
import type { Html } from '../ui/html.ts';
import { linkTo } from '../ui/link-to.ts';
import { statusLabel } from '../ui/send-tag.tsx';
import type { Fit } from './phase-audience.ts';
import type { PhaseView, RunView } from './phase-page.ts';
import type { PhaseState } from './phase-state.ts';
import { holdName } from './phases-page.ts';

/** How far a run is: handed over, waiting, rate and time left. */
export function progress(view: PhaseView, run: RunView): Html {
  const { progress: seen } = run;
  const isOver = run.completedAt !== null || view.phase.status.kind === 'cancelled';
  return html`<section aria-labelledby="progress">
  <h2 id="progress">${isOver ? 'How it went' : 'How far it is'}</h2>
  ${
    seen
      ? html`<progress class="crier-progress" max="${String(Math.max(1, seen.of))}" value="${String(seen.handled)}" aria-labelledby="progress">${count(seen.handled)} of ${count(seen.of)}</progress>`
      : html`<p>The audience is being decided.</p>`
  }
  <dl class="crier-figures">
    ${seen ? html`${figure('Handed to the email service', `${seen.isExact ? '' : 'about '}${count(seen.handled)}`)}${figure('Waiting', `${seen.isExact ? '' : 'about '}${count(Math.max(0, seen.of - seen.handled))}`)}` : ''}
    ${isOver ? '' : html`${figure('Rate now', rateWords(run, view.fit))}${figure('Time left', leftWords(run, view.phase))}`}
    ${time('Started', run.decidedAt, view.zone)}
    ${run.completedAt ? time('Complete', run.completedAt, view.zone) : ''}
  </dl>
</section>`;
}

function figure(name: string, value: Html | string): Html {
  return html`<div class="crier-figure"><dt>${name}</dt><dd><span class="crier-figure__main">${value}</span></dd></div>`;
}

function time(name: string, ...[at, zone]: [at: string, zone: string]): Html {
  return html`<div class="crier-figure"><dt>${name}</dt><dd>${timeOf(at, zone)}</dd></div>`;
}

function rateWords({ rate }: RunView, fit: Fit | null): string {
  if (rate === null) return fit ? `up to ${perSecond(fit.rate)}` : 'not known yet';
  return perSecond(rate);
}

function leftWords({ secondsLeft }: RunView, { status }: PhaseState): string {
  if (status.kind === 'held') return 'held';
  return secondsLeft === null ? 'not known yet' : formatDuration(secondsLeft * 1000);
}

/** `12 a second`, `0.8 a second`. */
export function perSecond(rate: number): string {
  return `${rate >= 10 ? count(Math.round(rate)) : String(Math.round(rate * 10) / 10)} a second`;
}

/** What became of a run's emails, as last counted. */
export function results({ runId, counts }: RunView, zone: string): Html {
  const statuses = SEND_STATUSES;
  const rows = statuses.flatMap((status) => {
    const filers = counts!.byStatus[status];
    if (!filers) return [];
    const name = html`<a href="${linkTo('/log', { run: runId, status })}">${statusLabel(status)}</a>`;
    return [{ name, count: filers }];
  });
  const of = rows.reduce((all, row) => all + row.count, 0);
  return html`<h2 id="results">What became of them</h2>
${CountTable({ rows, caption: 'Emails by status', heads: ['Status', 'Filers'], of })}
<p class="crier-quiet">Counted ${timeOf(counts!.asOf, zone)}. <a href="${linkTo('/log', { run: runId })}">All sends of this run</a></p>`;
}

/** Holding a run, lifting that, and the way to cancel it. */
export function runActs({ phase, person, problem }: PhaseView, { runId }: RunView): Html {
  const reasons = phase.holds.filter((reason) => !reason.startsWith('all:'));
  const hidden = html`<input type="hidden" name="run" value="${runId}">`;
  const why = (id: string, label: string) =>
    html`<label class="usa-label" for="${id}">${label}</label><input class="usa-input" id="${id}" name="why" type="text" autocomplete="off" required>`;
  return html`<h2 id="stop">Stop and go on</h2>
${reasons.map(
  (reason) =>
    html`<p>${runHoldName(reason)}</p>${actForm(`/phases/${phase.id}/lift`, {
      person,
      label: `Lift the hold: ${reason}`,
      body: html`${hidden}<input type="hidden" name="reason" value="${reason}">${why(`why-${reason}`, 'Why does it go on?')}${submitButton('Go on')}`,
    })}`,
)}
${
  reasons.includes('person')
    ? ''
    : actForm(`/phases/${phase.id}/hold`, {
        person,
        label: 'Hold this run',
        body: html`${hidden}${textField({ name: 'why', label: 'Why does it stop?', hint: 'Within a second no further email of this phase goes out, until somebody lifts it.', problem: problem?.form === 'hold' ? problem.text : undefined })}${submitButton('Hold this run', 'outline')}`,
      })
}
${person.role === 'clerk' ? html`<p><a href="/phases/${phase.id}/cancel">Cancel this run for good …</a></p>` : ''}`;
}

function runHoldName(reason: string): string {
  if (reason === 'daily-quota')
    return 'It does not fit into today’s quota of the email service. It goes on by itself once it does.';
  if (reason === 'too-slow')
    return 'At the present rate it would not end before it expires. It goes on by itself once it does.';
  if (reason.startsWith('breaker-'))
    return `Crier stopped it, as too much went wrong (${reason.slice(8)}). Find the cause before it goes on.`;
  return holdName(reason);
}
