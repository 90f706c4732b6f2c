import { html } from 'hono/html';
import type { Temporal } from 'temporal-polyfill';
import { STATES, type State } from '../../filers/filer-state.ts';
import { STATE_WORDS } from '../../filers/state-words.ts';
import type { DecisionReason } from '../../phases/audience.ts';
import { skipWords } from '../../send-log/send-words.ts';
import type { SendStatus } from '../../send-log/status.ts';
import { SEND_STATUSES } from '../../send-log/status.ts';
import { fromNow, lengthInWords, timeOf } from '../parts/court-time.ts';
import { actForm, submitButton, textField } from '../parts/form.ts';
import type { Html } from '../parts/html.ts';
import { linkTo } from '../parts/pages.ts';
import { statusName } from '../parts/send-tag.ts';
import { toneTag } from '../parts/tag.ts';
import type { Person } from '../people/person.ts';
import { phaseMeaning, phaseName, statusWords } from '../phase-status.ts';
import { count, counted, countTable } from '../phase-words.ts';
import type { Page } from './layout.ts';
import type { Fit, PhaseAudience } from './phase-audience.client.ts';
import type { PhaseState } from './phase-facts.client.ts';
import { holdName } from './phases-page.ts';

/** What a phase's page shows. Instants: ISO 8601 in UTC. */
export interface PhaseView {
  readonly zone: string;
  readonly now: Temporal.Instant;
  readonly person: Person;
  readonly phase: PhaseState;
  readonly audience: PhaseAudience;
  /** `null` where there is nothing to reckon, or the email service doesn't tell its limits. */
  readonly fit: Fit | null;
  readonly run: RunView | null;
  /** Who released it. */
  readonly releasedBy: { readonly name: string; readonly at: string; readonly why: string } | null;
  /** A person's word would make it go. */
  readonly canRelease: boolean;
  /** Why this very person may not give that word, though clerks may; `null`: nothing speaks against it. */
  readonly notByYou: string | null;
  /** What was wrong with the form of the hold or the cancelling. */
  readonly problem?: { readonly form: 'hold' | 'cancel'; readonly text: string } | undefined;
}

export interface RunView {
  readonly runId: string;
  readonly decidedAt: string;
  readonly startedBy: string;
  readonly completedAt: string | null;
  /** Handed to the email service or given up, of how many; `null` before that is known. */
  readonly progress: { readonly handled: number; readonly of: number; readonly isExact: boolean } | null;
  /** Emails a second, as seen between two looks, or since it began; `null`: not seen yet. */
  readonly rate: number | null;
  readonly secondsLeft: number | null;
  readonly counts: {
    readonly byStatus: Readonly<Partial<Record<SendStatus, number>>>;
    readonly asOf: string;
  } | null;
}

/** A run under way is looked at again after so many seconds. */
const REFRESH_SECONDS = 5;

export function phasePage(view: PhaseView): Page {
  const { phase, run, audience } = view;
  const isLive =
    (run !== null && run.completedAt === null && phase.status.kind !== 'cancelled') ||
    (audience.kind === 'forecast' && !audience.isComplete) ||
    (phase.status.kind === 'waiting' && phase.status.reason === 'due');
  return {
    title: phaseName(phase),
    back: { href: '/phases', label: 'All phases' },
    current: '/phases',
    scripts: ['live'],
    ...(isLive && { refreshSeconds: REFRESH_SECONDS * 2 }),
    body: html`<div id="phase"${isLive ? html` data-live="${String(REFRESH_SECONDS)}"` : ''}>
${summary(view)}
${run ? progress(view, run) : ''}
</div>
${releaseBox(view)}
<div class="crier-columns">
<div>
${audienceSection(view)}
</div>
<div>
<h2 id="emails">What they get</h2>
<p>The very email, for anybody on the roster or for each state.</p>
<p><a class="usa-button usa-button--outline" href="/phases/${phase.id}/preview">Preview and test the emails</a></p>
${run?.counts ? results(run, view.zone) : ''}
${run && run.completedAt === null ? runActs(view, run) : ''}
</div>
</div>
${phase.standing.after.length > 0 ? cancelledRuns(phase) : ''}`,
  };
}

/** How a phase begins, in a sentence. */
export function approvalWords({
  approval,
  hold,
  needsFilingOpen,
}: Pick<PhaseState, 'approval' | 'hold' | 'needsFilingOpen'>): string {
  if (hold) return 'The plan holds it: it waits for a person’s release.';
  if (approval === 'by-hand') return 'It waits for a person’s release.';
  if (needsFilingOpen) return 'At its hour it waits until somebody says that filing is open.';
  return 'It starts by itself.';
}

function summary({ phase, zone, now, releasedBy }: PhaseView): Html {
  const { name, tone } = statusWords(phase.status);
  const meaning = phaseMeaning(phase);
  const isChange = phase.kind === 'date-change';
  return html`<div class="crier-stand crier-stand--${tone}">
  <p class="crier-stand__tag">${toneTag(tone, name)}</p>
  <p>${meaning ?? (phase.status.kind === 'planned' ? approvalWords(phase) : '')}</p>
  ${whatToDo(phase)}
</div>
<dl class="crier-list">
  <div><dt>${isChange ? 'Dates in force since' : 'Starts'}</dt><dd>${timeOf(phase.at, zone)} <span class="crier-quiet">${fromNow(phase.at, now)}</span></dd></div>
  <div><dt>Not at all after</dt><dd>${timeOf(phase.expiresAt, zone)}</dd></div>
  <div><dt>How it starts</dt><dd>${isChange ? 'When a person releases it.' : approvalWords(phase)}</dd></div>
  ${releasedBy ? html`<div><dt>Released</dt><dd>By ${releasedBy.name}, ${timeOf(releasedBy.at, zone)}: ${releasedBy.why}</dd></div>` : ''}
</dl>`;
}

/** Where what helps is done, when it isn't on this page. */
function whatToDo({ status }: PhaseState): Html | '' {
  if (status.kind === 'waiting' && status.reason === 'no-roster')
    return html`<p><a href="/roster">Go to the roster</a></p>`;
  if (status.kind === 'waiting' && status.reason === 'link-status-stale')
    return html`<p>It starts by itself as soon as newer link status is in force. <a href="/roster">Go to the roster</a></p>`;
  if (status.kind === 'missed' && status.reason === 'expired')
    return html`<p>To send it all the same, move it in the launch plan. <a href="/plan">Go to the launch plan</a></p>`;
  if (status.kind === 'held' && status.reasons.some((reason) => reason.startsWith('all:')))
    return html`<p><a href="/phases#switch">Lift the hold of everything</a></p>`;
  return '';
}

function progress(view: PhaseView, run: RunView): Html {
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

/** `12 a second`, `0.8 a second`. */
export function perSecond(rate: number): string {
  return `${rate >= 10 ? count(Math.round(rate)) : String(Math.round(rate * 10) / 10)} a second`;
}

function leftWords({ secondsLeft }: RunView, { status }: PhaseState): string {
  if (status.kind === 'held') return 'held';
  return secondsLeft === null ? 'not known yet' : lengthInWords(secondsLeft * 1000);
}

function releaseBox({ phase, canRelease, person, notByYou }: PhaseView): Html | '' {
  if (!canRelease) return '';
  const isOpening = isFilingOpen(phase);
  const label = isOpening ? 'Filing is open …' : 'Release this phase …';
  const text = isOpening
    ? 'Try to file first. When it works, say so: then everybody hears that they can link and file.'
    : 'Before anything goes out you see a summary, and confirm it.';
  return html`<section class="crier-act" aria-labelledby="release">
  <h2 id="release">${isOpening ? 'Is filing open?' : 'Let it go out'}</h2>
  ${
    person.role !== 'clerk'
      ? html`<p>This is the clerk’s to do.</p>`
      : notByYou
        ? html`<p><strong>Not by you:</strong> ${notByYou}</p>`
        : html`<p>${text}</p><p><a class="usa-button usa-button--big" href="/phases/${phase.id}/release">${label}</a></p>`
  }
</section>`;
}

/** Whether its release says that filing is open. */
export function isFilingOpen({ status }: Pick<PhaseState, 'status'>): boolean {
  return status.kind === 'waiting' && status.reason === 'filing-open-unconfirmed';
}

function audienceSection(view: PhaseView): Html {
  return html`<h2 id="audience">Who gets it</h2>${audienceBody(view)}`;
}

export function audienceBody({
  audience,
  fit,
  zone,
  phase,
}: Pick<PhaseView, 'audience' | 'fit' | 'zone' | 'phase'>): Html {
  switch (audience.kind) {
    case 'no-roster':
      return html`<p>No roster is in force: nobody can be mailed. <a href="/roster">Go to the roster</a></p>`;
    case 'deciding':
      return html`<p>It is being decided at this moment.</p>`;
    case 'told':
      return audience.filers === null
        ? html`<p>Who was told other dates is being counted. Look again in five minutes.</p>`
        : html`<p><strong>${counted(audience.filers, 'filer')}</strong> ${audience.filers === 1 ? 'was' : 'were'} told other dates than the plan’s${audience.settled ? '' : ' so far; some emails with the old dates are still on their way'}.</p>
  ${audience.asOf ? html`<p class="crier-quiet">Counted ${timeOf(audience.asOf, zone)}. Exactly who they are is decided when it is released.</p>` : ''}${fitWords(fit, phase)}`;
    case 'frozen':
      return html`${total(audience.mailable, audience.skipped)}
  ${stateTable(audience.byState)}<p class="crier-quiet">Decided when the run started; it does not change any more. The states count who was skipped as well.</p>`;
    case 'forecast':
      return html`${audience.isComplete ? '' : html`<p role="status">Being counted: ${count(audience.counted)} of ${counted(audience.roster.filers, 'filer')} so far. This page goes on by itself.</p>`}
  ${total(audience.mailable, sum(audience.skipped))}
  ${stateTable(audience.byState)}
  ${skipList(audience.skipped)}
  ${outsideWords(audience.outside)}
  ${fitWords(fit, phase)}
  <p class="crier-quiet">As of the roster in force, uploaded ${timeOf(audience.roster.uploadedAt, zone)}; counted ${timeOf(audience.asOf, zone)}. It is decided anew when the phase starts, and whose address has bounced for good is left out when sending.</p>`;
  }
}

function total(mailable: number, skipped: number): Html {
  return html`<p class="crier-total"><strong>${counted(mailable, 'email')}</strong>${skipped > 0 ? html`, and ${counted(skipped, 'filer')} who can’t be mailed` : ''}.</p>`;
}

function stateTable(byState: Readonly<Partial<Record<State, number>>>): Html | '' {
  const rows = STATES.flatMap((state) => {
    const filers = byState[state];
    return filers ? [{ name: STATE_WORDS[state], count: filers }] : [];
  });
  if (rows.length === 0) return '';
  const of = rows.reduce((most, row) => most + row.count, 0);
  return countTable(rows, { caption: 'Audience by state', head: ['State', 'Filers'], of });
}

function skipList(skipped: Readonly<Partial<Record<DecisionReason, number>>>): Html | '' {
  const entries = Object.entries(skipped) as [DecisionReason, number][];
  if (entries.length === 0) return '';
  return html`<h3>In the audience, and not mailed</h3><ul class="crier-plain-list">${entries.map(
    ([reason, filers]) => html`<li>${counted(filers, 'filer')}: ${skipWords(reason)}</li>`,
  )}</ul>`;
}

function outsideWords(outside: Readonly<Partial<Record<State, number>>>): Html | '' {
  const entries = Object.entries(outside) as [State, number][];
  if (entries.length === 0) return '';
  const parts = entries.map(([state, filers]) => `${count(filers)} ${STATE_WORDS[state].toLowerCase()}`);
  return html`<p>It is not for: ${parts.join(', ')}.</p>`;
}

function fitWords(fit: Fit | null, { standing: { run } }: Pick<PhaseState, 'standing'>): Html | '' {
  if (run) return '';
  if (!fit)
    return html`<p>The email service does not tell its limits now, so the time it takes is not known.</p>`;
  const { preflight, rate, left } = fit;
  const takes = html`It takes ${lengthInWords(preflight.seconds * 1000)} at ${perSecond(rate)}.`;
  if (preflight.fits)
    return html`<p>${takes} That fits: ${Number.isFinite(left) ? html`${counted(left, 'email')} may still be sent today` : 'there is no daily limit'}, and it ends before it expires.</p>`;
  return html`<div class="usa-alert usa-alert--warning usa-alert--slim"><div class="usa-alert__body"><p class="usa-alert__text">${takes} <strong>${
    preflight.reason === 'daily-quota'
      ? `It does not fit: only ${counted(left, 'email')} may still be sent within a day.`
      : 'It does not fit: it would not end before it expires.'
  }</strong> As things stand it would be held whole when it starts. Ask operations staff for a higher limit of the email service.</p></div></div>`;
}

function results({ runId, counts }: RunView, zone: string): Html {
  const statuses = SEND_STATUSES;
  const rows = statuses.flatMap((status) => {
    const filers = counts!.byStatus[status];
    if (!filers) return [];
    const name = html`<a href="${linkTo('/log', { run: runId, status })}">${statusName(status)}</a>`;
    return [{ name, count: filers }];
  });
  const of = rows.reduce((all, row) => all + row.count, 0);
  return html`<h2 id="results">What became of them</h2>
${countTable(rows, { caption: 'Emails by status', head: ['Status', 'Filers'], of })}
<p class="crier-quiet">Counted ${timeOf(counts!.asOf, zone)}. <a href="${linkTo('/log', { run: runId })}">All sends of this run</a></p>`;
}

function runActs({ phase, person, problem }: PhaseView, { runId }: RunView): Html {
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

function cancelledRuns({ standing: { after } }: PhaseState): Html {
  return html`<h2 id="before">Runs that were cancelled</h2><ul class="crier-plain-list">${after.map(
    (runId) => html`<li><a href="${linkTo('/log', { run: runId })}">${runId}</a></li>`,
  )}</ul>`;
}

function sum(counts: Readonly<Record<string, number>>): number {
  return Object.values(counts).reduce((all, one) => all + one, 0);
}
