import { html } from 'hono/html';
import type { Temporal } from 'temporal-polyfill';
import { STATE_WORDS } from '../../domain/filer/state.ts';
import { SEND_STATUSES, type SendStatus } from '../../domain/send/status.ts';
import { STATUS_WORDS } from '../../domain/send/words.ts';
import { courtDay, courtHour } from '../../lib/court-time.ts';
import { phaseStatusLabel } from '../phases/phase-labels.ts';
import type { PhaseStatus } from '../phases/phase-status.ts';
import { count } from '../ui/count.ts';
import { timeOf } from '../ui/court-time.tsx';
import { formatDuration, fromNow } from '../ui/duration.ts';
import { emptyState } from '../ui/empty-state.tsx';
import type { Html } from '../ui/html.ts';
import type { Page } from '../ui/layout.tsx';
import { linkTo } from '../ui/link-to.ts';
import { CHART_STATES, type StatePoint, stateBar, stateKey, statePlot } from '../ui/state-chart.tsx';
import { toneTag } from '../ui/tag.tsx';

/** What the overview shows; `null` before the first plan. Instants are ISO 8601 in UTC. */
export interface OverviewView {
  readonly zone: string;
  readonly now: Temporal.Instant;
  readonly milestones: readonly Milestone[];
  /** Go-live is an estimate, or has no date. */
  readonly certainty: 'exact' | 'estimated' | 'to-be-announced';
  readonly phases: readonly PhaseLine[];
  readonly needs: readonly Need[];
  /** Filers of the roster in force; `null` without one. */
  readonly filers: number | null;
  readonly readiness: ReadinessView;
}

export interface Milestone {
  readonly name: string;
  readonly at: string;
}

export interface PhaseLine {
  readonly id: string;
  readonly name: string;
  readonly at: string;
  readonly status: PhaseStatus;
  /** Emails of its run; `null` before it ran. */
  readonly emails: number | null;
  /** What became of them; `null` before they are counted. */
  readonly result: PhaseResult | null;
  /** The one that comes next: how many emails, and how long they take if that can be reckoned. */
  readonly next: { readonly emails: number | null; readonly seconds: number | null } | null;
}

export interface PhaseResult {
  readonly runId: string;
  readonly byStatus: Readonly<Partial<Record<SendStatus, number>>>;
  /** Instant of counting. */
  readonly asOf: string;
}

/** Something that waits for a person: what, and where it is done. */
export interface Need {
  readonly title: string;
  readonly text: string;
  readonly href?: string;
}

/** Filers by state, upload by upload. */
export interface ReadinessView {
  /** Of uploads that came into force, oldest first; the last is the one in force, once it is counted. */
  readonly points: readonly ReadinessColumn[];
  /** The roster in force is among them. */
  readonly isCounted: boolean;
  /** Its count is for another day of go-live, counted anew within minutes: `2018-10-22`, or to be announced. */
  readonly otherDay: string | null;
}

export interface ReadinessColumn extends StatePoint {
  readonly version: string;
  readonly unreachable: number;
}

export function overviewPage(view: OverviewView | null): Page {
  return { title: 'Overview', current: '/', body: view ? overview(view) : nothingYet() };
}

function nothingYet(): Html {
  return emptyState({
    title: 'Start with the launch plan',
    text: 'The plan says when the court goes live, when filing is closed, and what is sent when. The roster of filers comes after it.',
    action: { href: '/plan', label: 'Go to the launch plan' },
  });
}

function overview(view: OverviewView): Html {
  return html`${countdowns(view)}
<div class="crier-columns crier-columns--even">
  <div class="crier-columns__first">
    <section aria-labelledby="needs"><h2 id="needs">Needs a person</h2>${needs(view.needs)}</section>
    ${readiness(view)}
  </div>
  <section aria-labelledby="phases"><h2 id="phases">Phases</h2>${timeline(view)}</section>
</div>`;
}

function countdowns({ milestones, now, zone, certainty, filers, phases }: OverviewView): Html {
  const next = phases.find((phase) => phase.next);
  return html`<dl class="crier-figures crier-figures--many">
  ${milestones.map(
    ({ name, at }) => html`<div class="crier-figure">
    <dt>${name}</dt>
    <dd><span class="crier-figure__main">${fromNow(at, now)}</span>${timeOf(at, zone)}</dd>
  </div>`,
  )}
  ${certainty === 'to-be-announced' ? html`<div class="crier-figure"><dt>Go-live</dt><dd><span class="crier-figure__main">To be announced</span>No phase has a time, and nothing is sent.</dd></div>` : ''}
  ${next ? html`<div class="crier-figure"><dt>Next phase</dt><dd><span class="crier-figure__main">${fromNow(next.at, now)}</span><a href="/phases/${next.id}">${next.name}</a></dd></div>` : ''}
  <div class="crier-figure"><dt>Filers in the roster</dt><dd><span class="crier-figure__main">${filers === null ? 'None yet' : html`<a href="/filers">${filers.toLocaleString('en-US')}</a>`}</span>${certainty === 'estimated' ? 'Go-live is an estimate: emails say so.' : ''}</dd></div>
  <div class="crier-figure"><dt>The court’s clock</dt><dd><span class="crier-figure__main">${courtHour(now, zone)}</span>${courtDay(now, zone)}</dd></div>
</dl>`;
}

function readiness({ readiness: { points, isCounted, otherDay }, filers, ...view }: OverviewView): Html {
  const { zone, milestones, now } = view;
  if (filers === null) return html``;
  const last = points.at(-1);
  const title = html`<h2 id="readiness">How ready filers are</h2>`;
  if (!last || !isCounted)
    return html`<section aria-labelledby="readiness">${title}<p>The roster is new: its filers are counted within minutes.</p></section>`;
  const goLive = milestones.find(({ name }) => name === 'Go-live') ?? null;
  return html`<section aria-labelledby="readiness">${title}
${otherDay ? html`<p>The day of go-live has changed. This is still counted for ${otherDay}; it is counted anew within minutes.</p>` : ''}
${stateBar(last.states)}${stateTable(last, points.at(-2) ?? null)}
${points.length > 1 ? html`<h3>With each upload</h3>${statePlot({ points, until: now.toString(), zone, mark: goLive })}${uploadTable(points, zone)}` : ''}</section>`;
}

function stateTable({ states, unreachable }: ReadinessColumn, before: ReadinessColumn | null): Html {
  const shown = CHART_STATES.filter((state) => (states[state] ?? 0) > 0 || (before?.states[state] ?? 0) > 0);
  return html`<table class="usa-table usa-table--borderless crier-states">
  <caption class="usa-sr-only">Filers by state, and how that differs from the upload before</caption>
  <thead><tr><th scope="col">State</th><th scope="col" class="crier-number">Filers</th>${before ? html`<th scope="col" class="crier-number">Change<span class="usa-sr-only"> since the upload before</span></th>` : ''}</tr></thead>
  <tbody>${shown.map(
    (state) =>
      html`<tr><th scope="row">${stateKey(state)}<a href="${linkTo('/filers', { state })}">${STATE_WORDS[state]}</a></th><td class="crier-number">${count(states[state] ?? 0)}</td>${before ? html`<td class="crier-number">${change((states[state] ?? 0) - (before.states[state] ?? 0))}</td>` : ''}</tr>`,
  )}</tbody>
</table>
<p class="crier-quiet">${unreachable > 0 ? html`<a href="/filers?reach=no-address">${count(unreachable)} without a usable address</a>. ` : ''}<a href="/filers/phone-list">Phone list</a></p>`;
}

function change(difference: number): string {
  if (difference === 0) return '–';
  return `${difference > 0 ? '+' : '−'}${count(Math.abs(difference))}`;
}

/** So many uploads stand in the table; the roster's page has them all. */
const NAMED_UPLOADS = 12;

function uploadTable(points: readonly ReadinessColumn[], zone: string): Html {
  const newest = points.slice(-NAMED_UPLOADS).toReversed();
  const shown = CHART_STATES.filter((state) => newest.some(({ states }) => (states[state] ?? 0) > 0));
  return html`<details class="crier-details"><summary>The same as a table</summary>
<div class="crier-scroll" tabindex="0" role="region" aria-label="Filers by state with each upload"><table class="usa-table usa-table--borderless crier-states">
  <caption class="usa-sr-only">Filers by state with each upload, newest first</caption>
  <thead><tr><th scope="col">Upload</th>${shown.map((state) => html`<th scope="col" class="crier-number">${STATE_WORDS[state]}</th>`)}</tr></thead>
  <tbody>${newest.map(
    ({ at, states, version }) =>
      html`<tr><th scope="row"><a href="/roster/versions/${version}">${timeOf(at, zone)}</a></th>${shown.map((state) => html`<td class="crier-number">${count(states[state] ?? 0)}</td>`)}</tr>`,
  )}</tbody>
</table></div></details>`;
}

function timeline({ phases, zone, now }: OverviewView): Html {
  if (phases.length === 0) return html`<p>No phase has a time yet.</p>`;
  return html`<ol class="crier-timeline">
  ${phases.map((phase) => phaseItem(phase, zone, now))}
</ol>`;
}

function phaseItem(
  { id, name, at, status, emails, result, next }: PhaseLine,
  zone: string,
  now: Temporal.Instant,
): Html {
  const { name: word, tone, meaning } = phaseStatusLabel(status);
  return html`<li class="crier-timeline__item crier-timeline__item--${tone}${next ? ' crier-timeline__item--next' : ''}">
    <h3 class="crier-timeline__name"><a href="/phases/${id}">${name}</a> ${toneTag(next ? 'busy' : tone, next ? 'Next' : word)}</h3>
    <p class="crier-timeline__time">${timeOf(at, zone)} · ${fromNow(at, now)}</p>
    ${meaning ? html`<p>${meaning}</p>` : ''}
    ${next ? nextWords(next) : result ? resultWords(result) : emails === null ? '' : html`<p>${count(emails)} emails</p>`}
  </li>`;
}

function nextWords({ emails, seconds }: NonNullable<PhaseLine['next']>): Html | '' {
  if (emails === null) return '';
  const time =
    seconds === null || emails === 0
      ? ''
      : `, sent in ${seconds < 60 ? 'less than a minute' : formatDuration(seconds * 1000)}`;
  return html`<p>${emails === 0 ? 'No emails' : `${count(emails)} ${emails === 1 ? 'email' : 'emails'}`} as the roster stands${time}.</p>`;
}

function resultWords({ runId, byStatus }: PhaseResult): Html {
  const shown = SEND_STATUSES.filter((status) => (byStatus[status] ?? 0) > 0);
  if (shown.length === 0) return html`<p>No emails.</p>`;
  return html`<ul class="crier-results">${shown.map(
    (status) =>
      html`<li><a href="${linkTo('/log', { run: runId, status })}">${count(byStatus[status] ?? 0)} ${STATUS_WORDS[status]}</a></li>`,
  )}</ul>`;
}

function needs(needs: readonly Need[]): Html {
  if (needs.length === 0) return html`<p class="crier-calm">Nothing waits for anybody.</p>`;
  return html`<ul class="crier-needs">
  ${needs.map(
    ({ title, text, href }) =>
      html`<li><h3>${href ? html`<a href="${href}">${title}</a>` : title}</h3>${text ? html`<p>${text}</p>` : ''}</li>`,
  )}
</ul>`;
}
