import type { Temporal } from 'temporal-polyfill';
import type { Call, CallStatus } from '../../domain/call.ts';
import type { Filer } from '../../domain/filer/filer.ts';
import { stateRow } from '../../domain/filer/rules.ts';
import { STATE_WORDS } from '../../domain/filer/state.ts';
import { may, type Person } from '../../domain/person.ts';
import { phaseName } from '../../domain/plan/phase-name.ts';
import { inSentence } from '../../lib/letter-case.ts';
import type { FilerTimeline } from '../../queries/filer-timeline.ts';
import { phaseStatusLabel } from '../../queries/phases/phase-labels.ts';
import { ActionForm, SubmitButton } from '../ui/action-form.tsx';
import { CourtTime } from '../ui/court-time.tsx';
import { fromNow } from '../ui/duration.ts';
import { Fact, Facts } from '../ui/facts.tsx';
import type { Page } from '../ui/layout.tsx';
import { Section } from '../ui/section.tsx';
import { nameOf } from '../ui/send-table.tsx';
import { Tag } from '../ui/tag.tsx';
import { LastCall } from './calls/phone-rows.tsx';
import { Address, phoneLink } from './contact.tsx';
import { FACT_LABELS, factText, flagMessage, isFact } from './filer-labels.ts';
import type { NextEmail } from './filer-next.ts';
import { Lifted, Suppressed } from './filer-suppression.tsx';
import { TimelineSection } from './filer-timeline.tsx';

/** Everything that is known of one filer. */
export interface FilerView extends FilerTimeline {
  readonly filerId: string;
  readonly zone: string;
  readonly now: Temporal.Instant;
  readonly person: Pick<Person, 'csrf' | 'role'>;
  readonly next: NextEmail;
  /** Newest first. */
  readonly calls: readonly Call[];
  readonly callStatus: CallStatus | null;
  /** What colleagues are called, by their sign-in ids. */
  readonly names: ReadonlyMap<string, string>;
  /** Names of phases by the ids of their runs. */
  readonly phases: ReadonlyMap<string, string>;
  /** Ids of runs whose failed and unknown emails can be sent again. */
  readonly openRuns: ReadonlySet<string>;
}

/** One filer: state, next email, what the roster says, and what happened. */
export function filerPage(view: FilerView): Page {
  const { filer, filerId, sends } = view;
  // Who has left the roster is named as the latest phase knew them.
  const known = filer ?? sends.find((send) => send.filer)?.filer ?? null;
  return {
    title: nameOf(known) ?? `Filer ${filerId}`,
    current: '/filers',
    back: { label: 'Filers', href: '/filers' },
    body: (
      <>
        {filer ? null : (
          <p class="crier-note">They are not on the active roster. This is from earlier rosters.</p>
        )}
        <div class="crier-columns crier-filer">
          <div>
            <CurrentState {...view} />
            <Section id="next" title="Their next email">
              <Next {...view} />
            </Section>
            <Suppressed {...view} />
            <Lifted {...view} />
            <Calls {...view} />
          </div>
          <div>
            {known ? (
              <RosterFacts filer={known} correct={filer !== null && may(view.person, 'edit')} />
            ) : null}
          </div>
        </div>
        <TimelineSection {...view} />
        <TheirData {...view} />
      </>
    ),
  };
}

function CurrentState({ state }: FilerView) {
  if (!state) return null;
  const { account, flags } = state;
  const hasOwnAccount = account && account.rule !== state.rule;
  const { tone } = stateRow(state.state);
  const look = tone ? ` crier-status--${tone}` : '';
  return (
    <Section id="status" title={STATE_WORDS[state.state]} class={`crier-status${look}`}>
      <p>
        Rule {state.rule}: because {state.reason}.
      </p>
      {account?.inferred ? <p>Based on limited information: emails say how to check.</p> : null}
      {hasOwnAccount ? (
        <p>
          Their account: {inSentence(STATE_WORDS[account.state])} (rule {account.rule}), because{' '}
          {account.reason}.
        </p>
      ) : null}
      {flags.length > 0 ? (
        <ul class="crier-plain-list">
          {flags.map((flag) => (
            <li>{flagMessage(flag)}</li>
          ))}
        </ul>
      ) : null}
    </Section>
  );
}

function Next({ next, filerId, zone, now }: FilerView) {
  if (!next.comes) return <p>None. {next.why}</p>;
  const { phase } = next;
  const { name, tone, meaning } = phaseStatusLabel(phase);
  return (
    <>
      <p>
        <a href={`/phases/${phase.id}`}>{phaseName(phase)}</a> <Tag tone={tone}>{name}</Tag>
        <span class="crier-quiet">
          <CourtTime at={phase.at} zone={zone} /> · {fromNow(phase.at, now)}
        </span>
      </p>
      {meaning ? <p>{meaning}</p> : null}
      <p>
        <a href={`/filers/${filerId}/emails/next`}>See this email</a> based on the current roster.{' '}
        <a href={`/phases/${phase.id}/preview?filer=${filerId}`}>Preview</a> it with the other emails of its
        phase to send a test.
      </p>
    </>
  );
}

/** How far the calls to them are; each call is in the timeline. */
function Calls({ filer, filerId, callStatus, names, zone, person }: FilerView) {
  if (!filer) return null;
  return (
    <Section id="calls" title="Calls">
      <p>
        <LastCall callStatus={callStatus} names={names} zone={zone} />
      </p>
      {may(person, 'operate') ? (
        <p>
          <a href={`/filers/${filerId}/call`}>Record a call…</a>
        </p>
      ) : null}
    </Section>
  );
}

/** @param correct Whether the user may correct the row. */
function RosterFacts({ filer, correct }: { filer: Filer; correct: boolean }) {
  const keys = (Object.keys(FACT_LABELS) as (keyof Filer)[]).filter(isFact);
  return (
    <Section id="facts" title="What the roster says">
      {correct ? (
        <p>
          <a href={`/filers/${filer.filerId}/correct`}>Correct this filer…</a>
        </p>
      ) : null}
      <Facts look="columns">
        {keys.map((key) => (
          <Fact name={FACT_LABELS[key]}>
            {key === 'phone' ? (
              phoneLink(filer.phone)
            ) : key === 'email' ? (
              <Address>{filer.email}</Address>
            ) : (
              factText(key, filer)
            )}
          </Fact>
        ))}
      </Facts>
    </Section>
  );
}

/** What a person may ask the court for: what is kept of them, and that it be erased. */
function TheirData({ filerId, person }: FilerView) {
  if (!may(person, 'operate')) return null;
  return (
    <Section id="data" title="Personal data">
      <ActionForm action={`/filers/${filerId}/export`} person={person} label="Export everything about them">
        <p>
          Every roster version that names them, every email and what happened to it, and every command about
          them. The download is recorded in the audit log; Crier keeps no copy.
        </p>
        <SubmitButton kind="outline">Export everything about this person</SubmitButton>
      </ActionForm>
      {may(person, 'erase') ? (
        <p>
          <a href={`/filers/${filerId}/erase`}>Erase this person…</a>
        </p>
      ) : null}
    </Section>
  );
}
