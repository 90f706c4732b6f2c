import { html } from 'hono/html';
import { STATE_WORDS, type State } from '../../domain/filer/state.ts';
import type { Person } from '../../domain/person.ts';
import { skipWords } from '../../domain/send/words.ts';
import { actForm, submitButton } from '../ui/action-form.tsx';
import type { Html } from '../ui/html.ts';
import type { Page } from '../ui/layout.tsx';
import { linkTo } from '../ui/link-to.ts';
import { phaseName } from './phase-name.ts';
import type { PhaseState } from './phase-state.ts';
import type { Recipient } from './preview-email.ts';

export interface PreviewView {
  readonly phase: PhaseState;
  readonly person: Person;
  /** The states that it mails, those of the roster first. */
  readonly states: readonly { readonly state: State; readonly occurs: boolean }[];
  /** What the page was asked for, to ask for the same again. */
  readonly asked: { readonly filer?: string; readonly state?: string };
  readonly recipient: Recipient | null;
  readonly email: { readonly subject: string; readonly text: string } | null;
}

/** The very email that somebody gets: as HTML in a frame that can do nothing, and as text. */
export function previewPage(view: PreviewView): Page {
  const { phase, recipient, email } = view;
  const name = phaseName(phase);
  return {
    title: `Emails of ${name}`,
    back: { href: `/phases/${phase.id}`, label: name },
    current: '/phases',
    body: html`<div class="crier-preview">
<div class="crier-preview__choice">${picker(view)}${recipient && email ? test(view) : ''}</div>
<div class="crier-preview__email">
${recipient && email ? shown(view, recipient, email) : html`<p>Nobody can be shown: the roster in force has no filer with this id.</p>`}
</div>
</div>`,
  };
}

function picker({ phase, states, asked }: PreviewView): Html {
  return html`<form class="usa-form crier-form" method="get" action="/phases/${phase.id}/preview">
  <label class="usa-label" for="state">Somebody in the state</label>
  <select class="usa-select" id="state" name="state">
    ${states.map(
      ({ state, occurs }) =>
        html`<option value="${state}"${state === asked.state ? html` selected` : ''}>${STATE_WORDS[state]}${occurs ? '' : ' (made up)'}</option>`,
    )}
  </select>
  <button class="usa-button usa-button--outline" type="submit">Show</button>
</form>
<p class="crier-quiet">For one filer, look them up among the filers and follow “Preview”.</p>`;
}

function shown(
  { phase, asked }: PreviewView,
  recipient: Recipient,
  email: NonNullable<PreviewView['email']>,
): Html {
  const { filer, state } = recipient;
  const source = linkTo(`/phases/${phase.id}/preview/html`, asked);
  return html`${getsNone(recipient)}
<dl class="crier-list">
  <div><dt>For</dt><dd>${[filer.firstName, filer.lastName].filter(Boolean).join(' ')}${filer.firm ? `, ${filer.firm}` : ''}${recipient.isSample ? ' (made up)' : ''}</dd></div>
  <div><dt>State</dt><dd>${STATE_WORDS[state.state]}, because ${state.reason}</dd></div>
  <div><dt>Subject</dt><dd><strong>${email.subject}</strong></dd></div>
</dl>
<h2 id="html">As most people see it</h2>
<iframe class="crier-frame" src="${source}" title="The email as HTML" sandbox=""></iframe>
<p><a href="${source}">Show it alone</a></p>
<h2 id="text">As text</h2>
<pre class="crier-text" tabindex="0" role="region" aria-label="The email as text">${email.text}</pre>`;
}

function getsNone({ decision }: Recipient): Html | '' {
  if (decision.send) return '';
  return html`<div class="usa-alert usa-alert--warning usa-alert--slim"><div class="usa-alert__body"><p class="usa-alert__text">This filer gets no email of this phase: ${skipWords(decision.reason)}. This is what it would say.</p></div></div>`;
}

function test({ phase, person, asked }: PreviewView): Html {
  return html`<section class="crier-act" aria-labelledby="test">
  <h2 id="test">Send a test to me</h2>
  ${
    person.email === null
      ? html`<p>Your account has no address that the sign-in service has verified, so there is nowhere to send it.</p>`
      : html`<p>This email goes to <strong>${person.email}</strong>, marked as a test. It counts in no phase.</p>
  ${actForm(`/phases/${phase.id}/test`, {
    person,
    label: 'Send a test to me',
    body: html`${asked.filer ? html`<input type="hidden" name="filer" value="${asked.filer}">` : ''}${asked.state ? html`<input type="hidden" name="state" value="${asked.state}">` : ''}${submitButton('Send a test to me', 'outline')}`,
  })}`
  }
</section>`;
}
