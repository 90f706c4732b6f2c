import { html } from 'hono/html';
import type { Person } from '../../domain/person.ts';
import { submitButton } from '../ui/action-form.tsx';
import { counted } from '../ui/count.ts';
import { timeOf } from '../ui/court-time.tsx';
import { emptyState } from '../ui/empty-state.tsx';
import type { Html } from '../ui/html.ts';
import type { Page } from '../ui/layout.tsx';
import { pageLinks } from '../ui/page-links.tsx';
import { toneTag } from '../ui/tag.tsx';
import type { PlanDifference, PlanSection } from './plan-labels.ts';

/** A plan of the history. */
export interface PlanVersion {
  readonly version: string;
  /** Instant, ISO 8601 in UTC. */
  readonly uploadedAt: string;
  /** `null`: it came in past the console. */
  readonly by: string | null;
  readonly isInForce: boolean;
  readonly goLive: string;
  /** In how many points it differs from the one before it; `null` for the first. */
  readonly differences: number | null;
}

export interface PlanView {
  readonly zone: string;
  readonly person: Person;
  readonly current: PlanVersion;
  readonly sections: readonly PlanSection[];
  /** When each phase is, by id, as the plan's dates give it: an instant. */
  readonly times: ReadonlyMap<string, string>;
  readonly history: readonly PlanVersion[];
  /** Where older ones are. */
  readonly older: string | null;
  readonly isFirstPage: boolean;
  /** A plan was uploaded a moment ago and isn't in force yet. */
  readonly isAwaited: boolean;
}

const AWAIT_SECONDS = 3;

export function planPage(view: PlanView): Page {
  return {
    title: 'Launch plan',
    current: '/plan',
    scripts: ['live'],
    ...(view.isAwaited && { refreshSeconds: AWAIT_SECONDS }),
    body: html`<div id="awaited"${view.isAwaited ? html` data-live="${String(AWAIT_SECONDS)}"` : ''}>${view.isAwaited ? awaited() : ''}</div>
<div id="plan"${view.isAwaited ? html` data-live="${String(AWAIT_SECONDS)}"` : ''}>
<p>In force since ${timeOf(view.current.uploadedAt, view.zone)}, uploaded by ${view.current.by ?? 'nobody known: it came in past the console'}. All times are of the court’s clock, ${view.zone}.</p>
<ul class="usa-button-group">
  ${view.person.role === 'clerk' ? html`<li class="usa-button-group__item"><a class="usa-button" href="/plan/dates">Change the dates …</a></li><li class="usa-button-group__item"><a class="usa-button usa-button--outline" href="/plan/upload">Upload another plan …</a></li>` : ''}
  <li class="usa-button-group__item"><a class="usa-button usa-button--outline" href="/plan/file">Download it (JSON)</a></li>
</ul>
${planWords(view)}
</div>
<h2 id="history">Plans there were</h2>
${history(view)}`,
  };
}

function awaited(): Html {
  return html`<div class="usa-alert usa-alert--info" role="status"><div class="usa-alert__body">
  <h2 class="usa-alert__heading">The new plan is being taken in</h2>
  <p class="usa-alert__text">It is in force within a few seconds, and this page shows it then. If it does not after a minute, tell your operations staff.</p>
</div></div>`;
}

/** The plan in words: its parts, the phases among them as a table with the times that follow. */
function planWords({ sections, times, zone }: Pick<PlanView, 'sections' | 'times' | 'zone'>): Html {
  return html`${sections
    .filter(({ rows }) => rows.length > 0)
    .map((section, index) =>
      section.title === 'Phases' ? phaseTable(section, { times, zone }) : words(section, index),
    )}`;
}

function words({ title, rows }: PlanSection, index: number): Html {
  return html`<h2 id="part-${String(index)}">${title}</h2>
<dl class="crier-list">${rows.map(({ label, value }) => html`<div><dt>${label}</dt><dd>${value}</dd></div>`)}</dl>`;
}

function phaseTable({ rows }: PlanSection, { times, zone }: Pick<PlanView, 'times' | 'zone'>): Html {
  return html`<h2 id="phases">What is sent when</h2>
<div class="crier-scroll" tabindex="0" role="region" aria-labelledby="phases"><table class="usa-table usa-table--borderless usa-table--stacked crier-phases">
  <caption class="usa-sr-only">The phases, in the order of the plan</caption>
  <thead><tr><th scope="col">Phase</th><th scope="col">As the plan says</th><th scope="col">That is</th></tr></thead>
  <tbody>${rows.map(({ label, value }) => {
    const at = times.get(label);
    return html`<tr><th scope="row" data-label="Phase">${at ? html`<a href="/phases/${label}">${label}</a>` : label}</th><td data-label="As the plan says">${value}</td><td data-label="That is">${at ? timeOf(at, zone) : 'not while go-live is to be announced'}</td></tr>`;
  })}</tbody>
</table></div>`;
}

function history({ history: plans, zone, older, isFirstPage }: PlanView): Html {
  return html`<div class="crier-scroll" tabindex="0" role="region" aria-labelledby="history"><table class="usa-table usa-table--borderless usa-table--stacked crier-phases">
  <caption class="usa-sr-only">Plans, newest first</caption>
  <thead><tr><th scope="col">Uploaded</th><th scope="col">By</th><th scope="col">Go-live</th><th scope="col">Difference to the one before</th></tr></thead>
  <tbody>${plans.map(
    ({ version, uploadedAt, by, isInForce, goLive, differences }) => html`<tr>
    <th scope="row" data-label="Uploaded"><a href="/plan/versions/${version}">${timeOf(uploadedAt, zone)}</a> ${isInForce ? toneTag('good', 'In force') : ''}</th>
    <td data-label="By">${by ?? 'not known'}</td><td data-label="Go-live">${goLive}</td><td data-label="Difference">${differences === null ? 'the first plan' : differences === 0 ? 'none' : counted(differences, 'point')}</td>
  </tr>`,
  )}</tbody>
</table></div>
${pageLinks({ previous: isFirstPage ? null : '/plan', next: older, nextLabel: 'Older plans', previousLabel: 'Newest plans' })}`;
}

/** Before the first plan. */
export function noPlanPage(person: Person): Page {
  return {
    title: 'Launch plan',
    current: '/plan',
    body: emptyState({
      title: 'There is no plan yet',
      text: 'The plan says when the court goes live, when filing is closed, and what is sent when. Everything else follows from it.',
      ...(person.role === 'clerk' && { action: { href: '/plan/upload', label: 'Upload the plan' } }),
    }),
  };
}

/** The first plan is uploaded and not in force yet: the page shows it once it is. */
export function firstPlanPage(): Page {
  return {
    title: 'Launch plan',
    current: '/plan',
    scripts: ['live'],
    refreshSeconds: AWAIT_SECONDS,
    body: html`<div id="plan" data-live="${String(AWAIT_SECONDS)}">${awaited()}</div>`,
  };
}

export interface VersionView {
  readonly zone: string;
  readonly version: PlanVersion;
  readonly sections: readonly PlanSection[];
  readonly times: ReadonlyMap<string, string>;
  readonly differences: readonly PlanDifference[];
}

/** One plan of the history: what it says, and what the one before it said otherwise. */
export function planVersionPage(view: VersionView): Page {
  const { version, differences, zone } = view;
  return {
    title: version.isInForce ? 'The plan in force' : 'An earlier plan',
    back: { href: '/plan', label: 'Launch plan' },
    current: '/plan',
    body: html`<p>Uploaded ${timeOf(version.uploadedAt, zone)} by ${version.by ?? 'nobody known: it came in past the console'}. <a href="/plan/file?version=${version.version}">Download it (JSON)</a></p>
<h2 id="differences">What it changed</h2>
${differenceTable(differences)}
${planWords(view)}`,
  };
}

/** What differs, line by line. */
export function differenceTable(differences: readonly PlanDifference[]): Html {
  if (differences.length === 0) return html`<p>Nothing.</p>`;
  return html`<div class="crier-scroll" tabindex="0" role="region" aria-label="Differences"><table class="usa-table usa-table--borderless usa-table--stacked crier-changes">
  <caption class="usa-sr-only">Differences to the plan before</caption>
  <thead><tr><th scope="col">What</th><th scope="col">Before</th><th scope="col">After</th></tr></thead>
  <tbody>${differences.map(
    ({ label, before, after }) =>
      html`<tr><th scope="row" data-label="What">${label}</th><td data-label="Before">${before === null ? 'nothing' : html`<del>${before}</del>`}</td><td data-label="After">${after === null ? 'nothing' : html`<ins>${after}</ins>`}</td></tr>`,
  )}</tbody>
</table></div>`;
}

/** The form that uploads a plan. */
export function planUploadPage(view: { readonly person: Person; readonly problem?: string }): Page {
  const { person, problem } = view;
  return {
    title: 'Upload a launch plan',
    back: { href: '/plan', label: 'Launch plan' },
    current: '/plan',
    body: html`<p>First you see what it would change. Nothing happens before you confirm that.</p>
<form class="usa-form crier-form" method="post" action="/plan/check" enctype="multipart/form-data">
  <input type="hidden" name="csrf" value="${person.csrf}">
  <div class="usa-form-group${problem ? ' usa-form-group--error' : ''}">
    <label class="usa-label" for="file">The plan’s file</label>
    <span class="usa-hint" id="file-hint">A .json file of at most 200 KB</span>
    ${problem ? html`<span class="usa-error-message" id="file-problem" role="alert">${problem}</span>` : ''}
    <input class="usa-file-input" id="file" type="file" name="file" accept=".json,application/json" aria-describedby="file-hint${problem ? ' file-problem' : ''}">
  </div>
  ${submitButton('Look at what it changes')}
</form>`,
  };
}
