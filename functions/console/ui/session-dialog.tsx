import type { Person } from '../../domain/person.ts';
import { Hidden } from './action-form.tsx';

/** How long before the end of a session people are warned. WCAG 2.2 asks for at least 20 seconds. */
const WARN_SECONDS = 120;

interface SessionDialogProps {
  readonly person: Pick<Person, 'csrf'>;
  /** Until the session ends. */
  readonly seconds: number;
}

/** The warning that `assets/scripts/session.ts` shows before a session ends, and after. */
export function SessionDialog({ person: { csrf }, seconds }: SessionDialogProps) {
  return (
    <dialog
      class="crier-dialog"
      aria-labelledby="session-warning"
      data-session-seconds={seconds}
      data-session-warn={WARN_SECONDS}
    >
      <h2 id="session-warning" data-for="warning">
        Do you need more time?
      </h2>
      <p data-for="warning">
        You’ll be signed out in less than two minutes because you haven’t been active. You can stay signed in.
      </p>
      <h2 id="session-limit" data-for="limit" hidden>
        You’ll be signed out soon
      </h2>
      <p data-for="limit" hidden>
        You’ve reached the longest time that a session can last. Submit your work now, or sign in again: what
        you entered will be here afterward.
      </p>
      <h2 id="session-ended" data-for="ended" hidden>
        You’ve been signed out
      </h2>
      <p data-for="ended" hidden>
        What you entered on this page isn’t lost. Sign in again to continue where you left off.
      </p>
      <div class="crier-actions">
        <button class="usa-button" type="button" data-session-stay data-for="warning">
          Stay signed in
        </button>
        <button class="usa-button" type="button" data-session-again data-for="ended" hidden>
          Sign in again
        </button>
        <form method="dialog" data-for="limit" hidden>
          <button class="usa-button" type="submit">
            Return to page
          </button>
        </form>
        <form method="post" action="/sign-out" data-for="warning limit">
          <Hidden name="csrf" value={csrf} />
          <button class="usa-button usa-button--unstyled" type="submit">
            Sign out
          </button>
        </form>
      </div>
    </dialog>
  );
}
