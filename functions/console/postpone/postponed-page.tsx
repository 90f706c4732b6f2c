import type { Child } from 'hono/jsx';
import { may, type Person } from '../../domain/person.ts';
import { PIVOT } from '../../domain/plan/dated.ts';
import { counted } from '../../lib/count.ts';
import { capitalized } from '../../lib/letter-case.ts';
import { phaseStatusLabel } from '../../queries/phases/phase-labels.ts';
import { emailsOf, type PhaseState } from '../../queries/phases/phase-state.ts';
import { whoMay } from '../people/who-may.ts';
import { CourtTime } from '../ui/court-time.tsx';
import { Fact, Facts } from '../ui/facts.tsx';
import type { Page } from '../ui/layout.tsx';
import { Section } from '../ui/section.tsx';
import { Tag } from '../ui/tag.tsx';

/** A launch whose date is to be announced. */
export interface PostponedView {
  readonly zone: string;
  readonly person: Person;
  /** All sending is paused. */
  readonly isPaused: boolean;
  /** The message to filers who were told a date; `null`: no one was. */
  readonly change: PhaseState | null;
}

/** What holds once the launch is postponed, and what to do next. */
export function postponedPage(view: PostponedView): Page {
  return {
    title: 'The launch is postponed',
    back: { href: '/phases', label: 'Phases' },
    current: '/phases',
    body: <Postponed {...view} />,
  };
}

function Postponed(view: PostponedView) {
  return (
    <>
      <Section id="now" title="Status">
        <Facts>
          <Fact name={capitalized(PIVOT.words)}>To be announced</Fact>
          <Fact name="Phases">None is scheduled, and none starts until you set a new date.</Fact>
          <Fact name="Sending">
            {view.isPaused ? 'All sending is paused.' : 'Not paused, but there is nothing scheduled to send.'}
          </Fact>
          <Fact name="Message to filers">
            <Message {...view} />
          </Fact>
        </Facts>
      </Section>
      <Section id="next" title="What to do next">
        <ol>
          {steps(view).map((step) => (
            <li>{step}</li>
          ))}
        </ol>
      </Section>
    </>
  );
}

function Message({ change, zone }: PostponedView) {
  if (!change) return <>No one was told a date, so no message is needed.</>;
  const { name, tone, meaning } = phaseStatusLabel(change);
  const filers = emailsOf(change);
  return (
    <>
      <Tag tone={tone}>{name}</Tag>{' '}
      {filers === null
        ? 'Crier is counting who was told the date.'
        : `It is for ${counted(filers, 'filer')}.`}{' '}
      {meaning} It won’t start after <CourtTime at={change.expiresAt} zone={zone} />.
    </>
  );
}

/** In the order in which people take them; what is done is left out. */
function steps(view: PostponedView): Child[] {
  const { person, change, isPaused } = view;
  return [
    ...(change && !RELEASED.has(change.status.kind) ? messageSteps(change, person) : []),
    ...(isPaused ? [<Resume {...view} />] : []),
    <>
      Once there is a new date, <a href="/plan/dates">set it in the launch plan</a>. The phases move with it.{' '}
      {may(person, 'edit') ? '' : whoMay('edit')}
    </>,
  ];
}

const RELEASED: ReadonlySet<string> = new Set(['complete', 'sending', 'held', 'released']);

function Resume({ person, change }: PostponedView) {
  const isUnsent = change !== null && change.status.kind !== 'complete';
  return (
    <>
      <a href="/phases#switch">Resume sending</a>
      {isUnsent
        ? `, so that the message is sent once it is ${change.twoPersonApproval ? 'approved' : 'released'}.`
        : '. No phase starts until a new date is set.'}{' '}
      {may(person, 'operate') ? '' : whoMay('operate')}
    </>
  );
}

function messageSteps({ id, twoPersonApproval }: PhaseState, person: Person): Child[] {
  const permission = twoPersonApproval ? 'approve' : 'release';
  const verb = twoPersonApproval ? 'approve' : 'release';
  return [
    <>
      <a href={`/phases/${id}/preview`}>Read the message</a> that tells filers that the date is off, and check
      that the court’s wording in it is still right.
    </>,
    <>
      <a href={`/phases/${id}`}>Review and {verb} the message</a>.{' '}
      {may(person, permission) ? '' : whoMay(permission)}
    </>,
  ];
}
