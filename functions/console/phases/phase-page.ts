import { html } from 'hono/html';
import type { Temporal } from 'temporal-polyfill';
import type { Person } from '../../domain/person.ts';
import type { SendStatus } from '../../domain/send/status.ts';
import { timeOf } from '../ui/court-time.tsx';
import { fromNow } from '../ui/duration.ts';
import type { Html } from '../ui/html.ts';
import type { Page } from '../ui/layout.tsx';
import { linkTo } from '../ui/link-to.ts';
import { toneTag } from '../ui/tag.tsx';
import type { Fit, PhaseAudience } from './phase-audience.ts';
import { audienceBody } from './phase-audience-parts.ts';
import { approvalLabel, phaseMeaning, phaseStatusLabel } from './phase-labels.ts';
import { phaseName } from './phase-name.ts';
import { progress, results, runActs } from './phase-run-parts.ts';
import type { PhaseState } from './phase-state.ts';

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
    audience.kind === 'counting' ||
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

function summary({ phase, zone, now, releasedBy }: PhaseView): Html {
  const { name, tone } = phaseStatusLabel(phase.status);
  const meaning = phaseMeaning(phase);
  const isChange = phase.kind === 'date-change';
  return html`<div class="crier-stand crier-stand--${tone}">
  <p class="crier-stand__tag">${toneTag(tone, name)}</p>
  <p>${meaning ?? (phase.status.kind === 'planned' ? approvalLabel(phase) : '')}</p>
  ${whatToDo(phase)}
</div>
<dl class="crier-list">
  <div><dt>${isChange ? 'Dates in force since' : 'Starts'}</dt><dd>${timeOf(phase.at, zone)} <span class="crier-quiet">${fromNow(phase.at, now)}</span></dd></div>
  <div><dt>Not at all after</dt><dd>${timeOf(phase.expiresAt, zone)}</dd></div>
  <div><dt>How it starts</dt><dd>${isChange ? 'When a person releases it.' : approvalLabel(phase)}</dd></div>
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

function cancelledRuns({ standing: { after } }: PhaseState): Html {
  return html`<h2 id="before">Runs that were cancelled</h2><ul class="crier-plain-list">${after.map(
    (runId) => html`<li><a href="${linkTo('/log', { run: runId })}">${runId}</a></li>`,
  )}</ul>`;
}
