import { Temporal } from 'temporal-polyfill';
import type { Person } from '../../domain/person.ts';
import { PIVOT } from '../../domain/plan/dated.ts';
import { counted } from '../../lib/count.ts';
import { dateWords } from '../../lib/court-time.ts';
import { capitalized } from '../../lib/letter-case.ts';
import { Alert, AlertText } from '../ui/alert.tsx';
import { ConfirmForm } from '../ui/confirm-form.tsx';
import { CourtTime } from '../ui/court-time.tsx';
import type { Page } from '../ui/layout.tsx';

/** A launch that can be postponed. Instants: ISO 8601 in UTC. */
export interface PostponeView {
  readonly zone: string;
  readonly now: Temporal.Instant;
  readonly person: Person;
  /** When the launch is to be. */
  readonly pivot: string;
  /** How many phases are still to be sent, or are being sent. */
  readonly ahead: number;
  /** Dates that the court's wording names and the plan won't have any more, `2018-10-22`. */
  readonly wordingDates: readonly string[];
  /** All sending is paused. */
  readonly isPaused: boolean;
  readonly twoPersonApproval: boolean;
  /** The plan without the date is uploaded and not active yet. */
  readonly isAwaited: boolean;
}

/** A plan that was uploaded is looked for again after this many seconds. */
const AWAIT_SECONDS = 3;

/** What postponing the launch does, and the form that does it. */
export function postponePage(view: PostponeView): Page {
  return {
    title: view.isAwaited ? 'Postponing the launch' : 'Postpone the launch?',
    back: { href: '/phases', label: 'Phases' },
    current: '/phases',
    ...(view.isAwaited && { scripts: ['live'], refreshSeconds: AWAIT_SECONDS }),
    body: (
      <div id="postpone" data-live={view.isAwaited ? AWAIT_SECONDS : undefined}>
        {view.isAwaited ? <Awaited /> : <Postpone {...view} />}
      </div>
    ),
  };
}

function Awaited() {
  return (
    <Alert kind="info" title="The date is being taken out of the plan">
      <AlertText>
        All sending is paused already. The plan changes within a few seconds, and this page then says what to
        do next. If it doesn’t after a minute, <a href="/postpone">try again</a> or call operations staff.
      </AlertText>
    </Alert>
  );
}

function Postpone(view: PostponeView) {
  const { person, zone, pivot, now, ahead, isPaused, wordingDates } = view;
  return (
    <>
      {Temporal.Instant.compare(pivot, now) <= 0 ? <Passed {...view} /> : null}
      <p>
        Use this when the launch can’t happen as announced. One person can do it, and it takes effect at once:
      </p>
      <ul>
        <li>
          {isPaused ? 'All sending stays paused' : 'All sending is paused within a second'}, until someone
          resumes it.
        </li>
        <li>
          {capitalized(PIVOT.words)}, now <CourtTime at={pivot} zone={zone} />, becomes “to be announced.”
        </li>
        <li>
          {ahead === 0
            ? 'No phase is waiting to be sent.'
            : `${counted(ahead, 'phase')} won’t be sent until you set a new date. Emails already sent can’t be recalled.`}
        </li>
        <li>
          A message to the filers who were told the date is prepared. It isn’t sent until{' '}
          {view.twoPersonApproval ? 'an approver has approved it' : 'someone has reviewed and released it'}.
        </li>
      </ul>
      {wordingDates.length > 0 ? <Wording dates={wordingDates} /> : null}
      <ConfirmForm
        action="/postpone"
        person={person}
        label="Postpone the launch"
        why={{ hint: 'Recorded with your name.' }}
        confirm="postpone"
        button={{ text: 'Postpone the launch', isDanger: true }}
        back="/phases"
      />
    </>
  );
}

function Passed({ pivot, zone }: PostponeView) {
  return (
    <Alert kind="warning" live="off" title={`${capitalized(PIVOT.words)} has passed`}>
      <AlertText>
        It was <CourtTime at={pivot} zone={zone} />. Postpone only if it didn’t happen. To stop emails for
        now, <a href="/phases#switch">pause all sending</a> instead.
      </AlertText>
    </Alert>
  );
}

/** A date has digits alone; months and weekdays are words already. */
function wordsOf(date: string): string {
  return /^\d/.test(date) ? dateWords(date) : date;
}

function Wording({ dates }: { readonly dates: readonly string[] }) {
  return (
    <Alert kind="warning" live="off" title="The court’s wording mentions dates">
      <AlertText>
        It names {new Intl.ListFormat('en-US').format(dates.map(wordsOf))}. Postponing doesn’t change the
        wording: correct it in the launch plan before anyone releases the message.
      </AlertText>
    </Alert>
  );
}
