import { html } from 'hono/html';
import type { Html } from '../ui/html.ts';
import type { Page } from '../ui/layout.tsx';
import { linkTo } from '../ui/link-to.ts';

export interface SignInView {
  /** Where to go after it. */
  readonly to: string | null;
  /** A sign-in ran out. */
  readonly hasEnded: boolean;
  readonly idleMinutes: number;
  readonly isRehearsal: boolean;
}

/** What this is, and the way in. */
export function signInPage({ to, hasEnded, idleMinutes, isRehearsal }: SignInView): Page {
  return {
    title: 'Sign in',
    ownHeading: true,
    body: html`<div class="crier-sign-in">
  ${hasEnded ? ended(idleMinutes) : ''}
  <h1>Sign in to Crier</h1>
  <p>Crier gets every e-filer of the court through the move to the new filing system: the right email to the right
    person, once.</p>
  <p><a class="usa-button usa-button--big" href="${linkTo('/sign-in/start', { to })}">Sign in</a></p>
  <p class="crier-sign-in__note">${
    isRehearsal
      ? 'On this machine two people are ready to sign in: a clerk, and somebody of operations. No password is asked for.'
      : 'You sign in with your own account. If you have none, ask the administrator of this system.'
  }</p>
</div>`,
  };
}

function ended(idleMinutes: number): Html {
  return html`<div class="usa-alert usa-alert--info usa-alert--slim" role="status"><div class="usa-alert__body">
    <p class="usa-alert__text">Your sign-in has ended. It does after ${idleMinutes} minutes without use.</p>
  </div></div>`;
}

/** After signing out: leads on to where the provider ends its own sign-in. */
export function signedOutPage(providerUrl: string | null): Page {
  return {
    title: 'You are signed out',
    ...(providerUrl && { leadsTo: providerUrl }),
    body: html`<p>${
      providerUrl
        ? html`One more step: your account is still signed in at the sign-in service. <a href="${providerUrl}">Sign out there too</a>.`
        : html`<a class="usa-button" href="/sign-in">Sign in again</a>`
    }</p>`,
  };
}
