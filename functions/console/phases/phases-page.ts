import { html } from 'hono/html';
import type { Temporal } from 'temporal-polyfill';
import type { Person } from '../../domain/person.ts';
import { actForm, submitButton, textField } from '../ui/action-form.tsx';
import { count, counted } from '../ui/count.ts';
import { timeOf } from '../ui/court-time.tsx';
import { fromNow } from '../ui/duration.ts';
import { emptyState } from '../ui/empty-state.tsx';
import type { Html } from '../ui/html.ts';
import type { Page } from '../ui/layout.tsx';
import { linkTo } from '../ui/link-to.ts';
import { toneTag } from '../ui/tag.tsx';
import { phaseMeaning, phaseStatusLabel } from './phase-labels.ts';
import { type PhaseNaming, phaseName } from './phase-name.ts';
import type { PhaseStatus } from './phase-status.ts';

export interface PhasesView {
  readonly zone: string;
  readonly now: Temporal.Instant;
  readonly person: Person;
  /** By time; the change of dates first. */
  readonly phases: readonly PhaseRow[];
  /** Runs of phases that are not in the plan any more. */
  readonly others: readonly OtherRun[];
  /** Reasons that hold everything. */
  readonly heldAll: readonly string[];
  /** What was wrong with the form of the switch, and what was typed. */
  readonly problem?: string | undefined;
}

export interface PhaseRow extends PhaseNaming {
  readonly id: string;
  readonly at: string;
  readonly expiresAt: string;
  readonly status: PhaseStatus;
  readonly approval: string;
  /** Emails of its run, or filers who wait to be told; `null` before it ran. */
  readonly emails: number | null;
}

export interface OtherRun extends PhaseNaming {
  readonly runId: string;
  readonly scheduledFor: string;
  readonly state: string;
  readonly emails: number | null;
}

export function phasesPage(view: PhasesView | null): Page {
  return { title: 'Phases', current: '/phases', body: view ? body(view) : nothingYet() };
}

function nothingYet(): Html {
  return emptyState({
    title: 'No phases yet',
    text: 'The launch plan says what is sent when. Upload it first.',
    action: { href: '/plan', label: 'Go to the launch plan' },
  });
}

function body(view: PhasesView): Html {
  const { phases, others, zone } = view;
  return html`${view.heldAll.length > 0 ? heldBanner(view.heldAll) : ''}
${phases.length === 0 ? html`<p class="crier-calm">Go-live is to be announced: no phase has a time, and nothing is sent.</p>` : table(view)}
${others.length > 0 ? html`<h2 id="others">Runs that the plan has no more</h2>${otherRuns(others, zone)}` : ''}
${killSwitch(view)}`;
}

function heldBanner(reasons: readonly string[]): Html {
  return html`<div class="usa-alert usa-alert--error" role="status"><div class="usa-alert__body">
  <h2 class="usa-alert__heading">Everything is held</h2>
  <p class="usa-alert__text">No email of this launch goes out. ${reasons.map((reason) => holdName(reason)).join(' ')} <a href="#switch">Lift the hold</a></p>
</div></div>`;
}

function table({ phases, zone, now }: PhasesView): Html {
  return html`<div class="crier-scroll" tabindex="0" role="region" aria-label="Phases"><table class="usa-table usa-table--borderless usa-table--stacked crier-phases">
  <caption class="usa-sr-only">The phases of the launch plan, by time</caption>
  <thead><tr><th scope="col">Phase</th><th scope="col">When</th><th scope="col">Where it stands</th><th scope="col" class="crier-number">Emails</th></tr></thead>
  <tbody>${phases.map((phase) => row(phase, { zone, now }))}</tbody>
</table></div>`;
}

function row(phase: PhaseRow, { zone, now }: Pick<PhasesView, 'zone' | 'now'>): Html {
  const { status } = phase;
  const { name, tone } = phaseStatusLabel(status);
  const meaning = phaseMeaning(phase);
  const isChange = phase.kind === 'date-change';
  return html`<tr>
    <th scope="row" data-label="Phase"><a href="/phases/${phase.id}">${phaseName(phase)}</a><span class="crier-quiet">${phase.id}</span></th>
    <td data-label="When">${isChange ? html`Dates in force since ${timeOf(phase.at, zone)}` : html`${timeOf(phase.at, zone)}<span class="crier-quiet">${fromNow(phase.at, now)}</span>`}</td>
    <td data-label="Where it stands">${toneTag(tone, name)}<span class="crier-quiet">${meaning ?? (status.kind === 'planned' ? phase.approval : '')}</span></td>
    <td class="crier-number" data-label="Emails">${phase.emails === null ? '' : count(phase.emails)}</td>
  </tr>`;
}

function otherRuns(runs: readonly OtherRun[], zone: string): Html {
  return html`<p>They ran, or were cancelled, at a time that the plan in force no longer names. What they sent stays in the send log.</p>
<ul class="crier-plain-list">
  ${runs.map(
    (run) =>
      html`<li><a href="${linkTo('/log', { run: run.runId })}">${phaseName(run)}</a>, ${timeOf(run.scheduledFor, zone)}: ${run.state}${run.emails === null ? '' : html`, ${counted(run.emails, 'email')}`}</li>`,
  )}
</ul>`;
}

function killSwitch({ heldAll, person, problem }: PhasesView): Html {
  const why = textField({
    name: 'why',
    label: 'Why?',
    hint: 'It is kept with your name.',
    problem,
  });
  return html`<section class="crier-switch" aria-labelledby="switch">
  <h2 id="switch">Stop everything</h2>
  ${
    heldAll.includes('person')
      ? html`<p>A person holds everything. Lifting that lets what waits go on at once.</p>
  ${actForm('/sending/lift', { person, label: 'Lift the hold of everything', body: html`${why}<input type="hidden" name="reason" value="person">${submitButton('Let emails go out again')}` })}`
      : html`<p>Within a second no further email of any phase goes out. Nothing is lost: whatever waits goes on when the hold is lifted.</p>
  ${actForm('/sending/hold', { person, label: 'Hold everything', body: html`${why}${submitButton('Hold everything', 'danger')}` })}`
  }
  ${heldAll
    .filter((reason) => reason !== 'person')
    .map(
      (reason) => html`<p>${holdName(reason)}</p>
  ${actForm('/sending/lift', { person, label: `Lift ${reason}`, body: html`<input type="hidden" name="reason" value="${reason}">${textFieldFor(reason)}${submitButton('Lift this hold', 'outline')}` })}`,
    )}
</section>`;
}

/** Ids of fields must differ where a page has several forms. */
function textFieldFor(reason: string): Html {
  return html`<label class="usa-label" for="why-${reason}">Why is “${reason}” over?</label><input class="usa-input" id="why-${reason}" name="why" type="text" autocomplete="off" required>`;
}

/** A reason of a hold of everything, in a sentence. */
export function holdName(reason: string): string {
  if (reason === 'person') return 'A person holds it.';
  if (reason === 'ses-daily-quota')
    return 'The email service’s daily quota is used up; it goes on by itself once there is room.';
  if (reason.startsWith('ses-'))
    return `The email service refuses every email (${reason}). Operations staff must see to that first.`;
  return `It is held: ${reason}.`;
}
