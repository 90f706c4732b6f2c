import { campaign } from '#campaign';
import { linkTo } from '../../lib/link-to.ts';
import { Alert } from '../ui/alert.tsx';
import type { Page } from '../ui/layout.tsx';

/** What the sign-in page shows. */
interface SignInView {
  /** The notice to read before signing in, by paragraph. */
  readonly terms: readonly string[];
  /** Path to go to after signing in. */
  readonly to: string | null;
  /** A sign-in ran out. */
  readonly hasEnded: boolean;
  /** After how many minutes without use a sign-in ends. */
  readonly idleMinutes: number;
  readonly isRehearsal: boolean;
}

/** Says what Crier is, shows the notice that a government system needs, and links to the start of sign-in. */
export function signInPage({ terms, to, hasEnded, idleMinutes, isRehearsal }: SignInView): Page {
  return {
    title: 'Sign in',
    ownHeading: true,
    body: (
      <div class="crier-sign-in">
        {hasEnded ? (
          <Alert
            kind="info"
            slim
            text={`You’ve been signed out after ${idleMinutes} minutes of inactivity. Sign in to continue where you left off.`}
          />
        ) : null}
        <h1>Sign in to Crier</h1>
        <p>
          Crier gets every e-filer of the court through the change to {campaign.title}: the right email to the
          right person, once.
        </p>
        <section class="crier-sign-in__terms" aria-labelledby="terms">
          <h2 id="terms">Before you sign in</h2>
          {terms.map((paragraph) => (
            <p>{paragraph}</p>
          ))}
        </section>
        <p>
          <a class="usa-button usa-button--big" href={linkTo('/sign-in/start', { to })}>
            Continue to sign in
          </a>
        </p>
        <p class="crier-sign-in__note">
          {isRehearsal
            ? 'This local copy has four sample users, one for each role. No password is needed.'
            : 'You sign in with your own account. If you have none, ask the administrator of this system.'}
        </p>
      </div>
    ),
  };
}

/** After signing out: redirects to where the provider ends its own sign-in, if it has such a place. */
export function signedOutPage(providerUrl: string | null): Page {
  return {
    title: 'You are signed out',
    ...(providerUrl && { leadsTo: providerUrl }),
    body: (
      <p>
        {providerUrl ? (
          <>
            One more step: your account is still signed in at the sign-in service.{' '}
            <a href={providerUrl}>Sign out there too</a>.
          </>
        ) : (
          <a class="usa-button" href="/sign-in">
            Sign in again
          </a>
        )}
      </p>
    ),
  };
}
