import { html } from 'hono/html';
import type { Temporal } from 'temporal-polyfill';
import { courtDay, courtHour, fromNow, timeOf } from '../parts/court-time.ts';
import { emptyState } from '../parts/empty.ts';
import type { Html } from '../parts/html.ts';
import { toneTag } from '../parts/tag.ts';
import { type PhaseStatus, statusWords } from '../phase-status.ts';
import type { Page } from './layout.ts';

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
  /** The one that comes next. */
  readonly isNext: boolean;
}

/** Something that waits for a person: what, and where it is done. */
export interface Need {
  readonly title: string;
  readonly text: string;
  readonly href?: string;
}

export function overviewPage(view: OverviewView | null): Page {
  return { title: 'Overview', current: '/', body: view ? overview(view) : nothingYet() };
}

function nothingYet(): Html {
  return emptyState({
    title: 'Start with the launch plan',
    text: 'The plan says when the court goes live, when filing is closed, and what is sent when. The roster of filers comes after it.',
  });
}

function overview(view: OverviewView): Html {
  return html`${countdowns(view)}
<div class="crier-columns">
  <section class="crier-columns__first" aria-labelledby="needs"><h2 id="needs">Needs a person</h2>${needs(view.needs)}</section>
  <section aria-labelledby="phases"><h2 id="phases">Phases</h2>${timeline(view)}</section>
</div>`;
}

function countdowns({ milestones, now, zone, certainty, filers }: OverviewView): Html {
  return html`<dl class="crier-figures">
  ${milestones.map(
    ({ name, at }) => html`<div class="crier-figure">
    <dt>${name}</dt>
    <dd><span class="crier-figure__main">${fromNow(at, now)}</span>${timeOf(at, zone)}</dd>
  </div>`,
  )}
  ${certainty === 'to-be-announced' ? html`<div class="crier-figure"><dt>Go-live</dt><dd><span class="crier-figure__main">To be announced</span>No phase has a time, and nothing is sent.</dd></div>` : ''}
  <div class="crier-figure"><dt>Filers in the roster</dt><dd><span class="crier-figure__main">${filers === null ? 'None yet' : filers.toLocaleString('en-US')}</span>${certainty === 'estimated' ? 'Go-live is an estimate: emails say so.' : ''}</dd></div>
  <div class="crier-figure"><dt>The court’s clock</dt><dd><span class="crier-figure__main">${courtHour(now, zone)}</span>${courtDay(now, zone)}</dd></div>
</dl>`;
}

function timeline({ phases, zone, now }: OverviewView): Html {
  return html`<ol class="crier-timeline">
  ${phases.map((phase) => phaseItem(phase, zone, now))}
</ol>`;
}

function phaseItem(
  { name, at, status, emails, isNext }: PhaseLine,
  zone: string,
  now: Temporal.Instant,
): Html {
  const { name: word, tone, meaning } = statusWords(status);
  return html`<li class="crier-timeline__item crier-timeline__item--${tone}${isNext ? ' crier-timeline__item--next' : ''}">
    <h3 class="crier-timeline__name">${name} ${toneTag(isNext ? 'busy' : tone, isNext ? 'Next' : word)}</h3>
    <p class="crier-timeline__time">${timeOf(at, zone)} · ${fromNow(at, now)}</p>
    ${emails === null ? '' : html`<p>${emails.toLocaleString('en-US')} emails</p>`}
    ${meaning ? html`<p>${meaning}</p>` : ''}
  </li>`;
}

function needs(needs: readonly Need[]): Html {
  if (needs.length === 0) return html`<p class="crier-calm">Nothing waits for anybody.</p>`;
  return html`<ul class="crier-needs">
  ${needs.map(
    ({ title, text, href }) =>
      html`<li><h3>${href ? html`<a href="${href}">${title}</a>` : title}</h3><p>${text}</p></li>`,
  )}
</ul>`;
}
