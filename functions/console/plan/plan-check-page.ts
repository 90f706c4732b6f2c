import { html } from 'hono/html';
import { Temporal } from 'temporal-polyfill';
import type { Person } from '../../domain/person.ts';
import type { Problem } from '../../domain/plan/problem.ts';
import { courtTime } from '../../lib/court-time.ts';
import type { CheckedChanges } from '../../queries/plan-check.ts';
import { actForm, submitButton, textField } from '../ui/action-form.tsx';
import { count, counted } from '../ui/count.ts';
import type { Html } from '../ui/html.ts';
import type { Page } from '../ui/layout.tsx';
import { toneTag } from '../ui/tag.tsx';
import { goLiveLabel, type PlanDifference } from './plan-labels.ts';
import { differenceTable } from './plan-page.ts';

/** What a plan would change, before anybody confirms it. */
export interface PlanCheckView {
  readonly zone: string;
  readonly person: Person;
  /** The plan as it would be uploaded. */
  readonly text: string;
  /** Version of the plan in force that it was compared with; empty for none. */
  readonly base: string;
  readonly changes: CheckedChanges;
  readonly differences: readonly PlanDifference[];
  /** With four eyes, its uploader releases nothing. */
  readonly fourEyes: boolean;
  readonly problem?: string | undefined;
  readonly why?: string;
}

export function planCheckPage(view: PlanCheckView): Page {
  const { differences } = view;
  const isSame = differences.length === 0 && view.base !== '';
  return {
    title: isSame ? 'This plan changes nothing' : 'What this plan changes',
    back: { href: '/plan', label: 'Launch plan' },
    current: '/plan',
    body: html`${isSame ? html`<p>It says what the plan in force says already.</p>` : html`${changes(view)}${confirm(view)}`}`,
  };
}

function changes({ changes: found, differences, zone }: PlanCheckView): Html {
  const { goLive, phases, cancelledRuns, blocked } = found;
  const moved = phases
    .filter(({ change }) => change !== 'same')
    .toSorted((one, other) => (one.to ?? one.from ?? '').localeCompare(other.to ?? other.from ?? ''));
  return html`<div class="crier-stand crier-stand--wait"><p>Nothing has changed yet. Read this, then confirm it at the end of the page.</p></div>
<h2 id="go-live">Go-live</h2>
<p>${
    goLive.from && goLiveLabel(goLive.from) !== goLiveLabel(goLive.to)
      ? html`<del>${goLiveLabel(goLive.from)}</del> becomes <strong>${goLiveLabel(goLive.to)}</strong>`
      : html`<strong>${goLiveLabel(goLive.to)}</strong>${goLive.from ? ', as before' : ''}`
  }</p>
<h2 id="schedules">When the phases start</h2>
${moved.length === 0 ? html`<p>Every phase stays where it is.</p>` : phaseTable(moved, zone)}
<h2 id="told">Who was told other dates</h2>
${told(found)}
${
  cancelledRuns.length > 0
    ? html`<h2 id="cancelled">Runs that are cancelled</h2>
<p>They are under way and do not fit the new plan: no further email of theirs goes out.</p>
<ul class="crier-plain-list">${cancelledRuns.map((runId) => html`<li><a href="/log?run=${runId}">${runId}</a></li>`)}</ul>`
    : ''
}
${
  blocked.length > 0
    ? html`<p><strong>Then waiting for a release:</strong> ${blocked.join(', ')}. The new plan has ${blocked.length === 1 ? 'it' : 'them'} at the same time; released, ${blocked.length === 1 ? 'it goes' : 'they go'} to whoever has not had ${blocked.length === 1 ? 'it' : 'them'}.</p>`
    : ''
}
<h2 id="differences">Everything that differs</h2>
${differenceTable(differences)}`;
}

const CHANGES = {
  added: ['good', 'New'],
  removed: ['bad', 'Gone'],
  moved: ['wait', 'Moves'],
  same: ['plain', 'Stays'],
} as const;

function phaseTable(phases: CheckedChanges['phases'], zone: string): Html {
  return html`<div class="crier-scroll" tabindex="0" role="region" aria-labelledby="schedules"><table class="usa-table usa-table--borderless usa-table--stacked crier-changes">
  <caption class="usa-sr-only">Phases that are new, gone or moved</caption>
  <thead><tr><th scope="col">Phase</th><th scope="col">Change</th><th scope="col">Before</th><th scope="col">After</th></tr></thead>
  <tbody>${phases.map(({ id, change, from, to, hasRun }) => {
    const [tone, word] = CHANGES[change];
    return html`<tr><th scope="row" data-label="Phase">${id}</th><td data-label="Change">${toneTag(tone, word)}${hasRun ? html`<span class="crier-quiet">It has run already: at its new time it waits for a person.</span>` : ''}</td><td data-label="Before">${timeWords(from, zone)}</td><td data-label="After">${timeWords(to, zone)}</td></tr>`;
  })}</tbody>
</table></div>`;
}

function timeWords(at: string | null, zone: string): string {
  return at === null ? 'at no time' : courtTime(Temporal.ZonedDateTime.from(at).toInstant(), zone);
}

function told({ dateChange, toldIsCounted, newDates }: CheckedChanges): Html {
  if (dateChange === 0)
    return html`<p>${newDates ? 'Nobody was told other dates so far.' : 'The dates that emails name stay as they are.'}</p>`;
  const who = dateChange === 1 ? '1 filer was' : `${count(dateChange)} filers were`;
  return html`<p><strong>${toldIsCounted ? who : `At most ${counted(dateChange, 'filer')} were`} told other dates.</strong> A message that these no longer hold is prepared for them. It waits among the phases until a person releases it.</p>`;
}

function confirm({ person, text, base, problem, why = '', fourEyes }: PlanCheckView): Html {
  return html`<section class="crier-act" aria-labelledby="confirm">
  <h2 id="confirm">Put it in force</h2>
  ${fourEyes ? html`<p>This plan asks for four eyes: whoever uploads it may not release its phases.</p>` : ''}
  ${actForm('/plan/confirm', {
    person,
    label: 'Put the plan in force',
    body: html`<input type="hidden" name="plan" value="${text}"><input type="hidden" name="base" value="${base}">
${textField({ name: 'why', label: 'Why?', hint: 'It is kept with your name.', value: why, problem })}
${submitButton('Put this plan in force')}`,
  })}
  <p><a href="/plan">Leave everything as it is</a></p>
</section>`;
}

/** A plan that can't be used: everything that is wrong with it. */
export function planProblemsPage(problems: readonly Problem[]): Page {
  return {
    title: 'This plan can’t be used',
    back: { href: '/plan/upload', label: 'Upload another file' },
    current: '/plan',
    body: html`<p role="alert"><strong>${counted(problems.length, 'problem')}.</strong> Nothing has changed. Correct the file, then upload it again.</p>
${problemTable(problems)}`,
  };
}

export function problemTable(problems: readonly Problem[]): Html {
  return html`<div class="crier-scroll" tabindex="0" role="region" aria-label="Problems"><table class="usa-table usa-table--borderless usa-table--stacked">
  <caption class="usa-sr-only">Problems, in the order of the file</caption>
  <thead><tr><th scope="col">Where</th><th scope="col">Found</th><th scope="col">Expected</th></tr></thead>
  <tbody>${problems.map(
    ({ path, line, found, message }) =>
      html`<tr><th scope="row" data-label="Where"><code>${path}</code>${path.startsWith('$') ? html`<span class="crier-quiet">line ${String(line)}</span>` : ''}</th><td data-label="Found"><code>${found}</code></td><td data-label="Expected">It ${message}.</td></tr>`,
  )}</tbody>
</table></div>`;
}
