import { html } from 'hono/html';
import { STATE_WORDS, type State } from '../../domain/filer/state.ts';
import type { FormValues } from '../http/form.ts';
import { actForm, submitButton, textField } from '../ui/action-form.tsx';
import { timeOf } from '../ui/court-time.tsx';
import type { Html } from '../ui/html.ts';
import type { Page } from '../ui/layout.tsx';
import { audienceBody } from './phase-audience-parts.ts';
import { phaseName } from './phase-name.ts';
import { isFilingOpen, type PhaseView } from './phase-page.ts';

/** What somebody must know before they say that a phase goes out. */
export interface ReleaseView extends PhaseView {
  readonly subjects: readonly { readonly state: State; readonly subject: string }[];
  /** The first email, as text. */
  readonly first: { readonly subject: string; readonly text: string } | null;
  readonly uploads: readonly Upload[];
  /** What the form is about; when one of them has changed meanwhile, it counts no more. */
  readonly basis: ReleaseBasis;
  readonly startsAhead: boolean;
  readonly problems?: FormValues;
  readonly values?: FormValues;
}

export interface Upload {
  readonly what: string;
  readonly at: string;
  /** `null`: nobody known. */
  readonly by: string | null;
}

export interface ReleaseBasis {
  readonly plan: string;
  readonly roster: string;
  /** Of the phase at its time: one more for each run that was cancelled. */
  readonly turn: string;
}

export function releasePage(view: ReleaseView): Page {
  const { phase } = view;
  const name = phaseName(phase);
  const isOpening = isFilingOpen(phase);
  const title = isOpening ? 'Is filing open?' : `Release ${name}`;
  return {
    title,
    back: { href: `/phases/${phase.id}`, label: name },
    current: '/phases',
    body: html`<p>${startWords(view)} <strong>What has gone out can’t be called back.</strong></p>
${phase.standing.after.length > 0 ? html`<p>A run of it was cancelled before: whoever has had it, or may have, is skipped.</p>` : ''}
<div class="crier-columns">
<div>
  <h2 id="audience">Who gets it</h2>
  ${audienceBody(view)}
</div>
<div>
  <h2 id="says">What it says</h2>
  ${subjects(view)}
  ${view.first ? html`<h3>The first of them</h3><pre class="crier-text crier-text--short" tabindex="0" role="region" aria-label="The first email as text">${view.first.text}</pre>` : ''}
  <p><a href="/phases/${phase.id}/preview">All previews, and a test to me</a></p>
  <h2 id="from">Made from</h2>
  <dl class="crier-list">${view.uploads.map((upload) => uploadLine(upload, view.zone))}</dl>
</div>
</div>
${form(view, isOpening)}`,
  };
}

function startWords({ phase, startsAhead, zone }: ReleaseView): Html {
  if (startsAhead) return html`It goes out at its hour, ${timeOf(phase.at, zone)}.`;
  return html`It goes out at once.`;
}

function subjects({ subjects: lines }: ReleaseView): Html {
  const different = new Map<string, State[]>();
  for (const { state, subject } of lines) different.set(subject, [...(different.get(subject) ?? []), state]);
  if (different.size === 0) return html`<p>There is nobody to write to.</p>`;
  return html`<ul class="crier-plain-list">${[...different].map(
    ([subject, states]) =>
      html`<li><strong>${subject}</strong><span class="crier-quiet">${different.size === 1 ? 'For everybody' : states.map((state) => STATE_WORDS[state]).join(', ')}</span></li>`,
  )}</ul>`;
}

function uploadLine({ what, at, by }: Upload, zone: string): Html {
  return html`<div><dt>${what}</dt><dd>Uploaded ${timeOf(at, zone)} by ${by ?? 'nobody known: it came in past the console'}</dd></div>`;
}

function form(view: ReleaseView, isOpening: boolean): Html {
  const { phase, person, basis, problems = {}, values = {} } = view;
  const confirm = isOpening
    ? html`<div class="usa-form-group${problems.confirm ? ' usa-form-group--error' : ''}">
  ${problems.confirm ? html`<span class="usa-error-message" id="confirm-problem" role="alert">${problems.confirm}</span>` : ''}
  <div class="usa-checkbox"><input class="usa-checkbox__input" id="confirm" type="checkbox" name="confirm" value="${phase.id}"${problems.confirm ? html` aria-describedby="confirm-problem"` : ''}><label class="usa-checkbox__label" for="confirm">Filing is open: I have seen it work</label></div>
</div>`
    : textField({
        name: 'confirm',
        label: `Type ${phase.id} to confirm`,
        value: values.confirm ?? '',
        problem: problems.confirm,
      });
  return html`<section class="crier-act" aria-labelledby="confirming">
  <h2 id="confirming">Confirm</h2>
  ${actForm(`/phases/${phase.id}/release`, {
    person,
    label: 'Release',
    body: html`<input type="hidden" name="plan" value="${basis.plan}"><input type="hidden" name="roster" value="${basis.roster}"><input type="hidden" name="turn" value="${basis.turn}">
${textField({ name: 'why', label: 'Why?', hint: 'It is kept with your name.', value: values.why ?? (isOpening ? 'filing is open' : ''), problem: problems.why })}
${confirm}
${submitButton(isOpening ? 'Filing is open: let it go out' : 'Release this phase')}`,
  })}
</section>`;
}
