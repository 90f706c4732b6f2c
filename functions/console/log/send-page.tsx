import { STATE_WORDS } from '../../domain/filer/state.ts';
import type { Person } from '../../domain/person.ts';
import { FACTS, factMeaning } from '../../domain/send/status.ts';
import { adviceOf } from '../../domain/send/words.ts';
import type { SendLine } from '../../queries/send-line.ts';
import { ActionForm, SubmitButton } from '../ui/action-form.tsx';
import { CourtTime } from '../ui/court-time.tsx';
import { Field } from '../ui/field.tsx';
import type { Page } from '../ui/layout.tsx';
import { LiftedNote } from '../ui/lifted-note.tsx';
import { nameOf } from '../ui/send-table.tsx';
import { reasonSentence, SendTag } from '../ui/send-tag.tsx';
import { Timeline, TimelineItem } from '../ui/timeline.tsx';

/** One send: one filer in one run, with everything that happened. */
interface SendView {
  readonly zone: string;
  readonly person: Person;
  /** The phase's name. */
  readonly phase: string;
  readonly line: SendLine;
  /** Why it can't be retried, as a sentence; `null`: it can. */
  readonly whyNoRetry: string | null;
}

/** One send: its status, what to do, what happened, and the retry. */
export function sendPage({ zone, person, phase, line, whyNoRetry }: SendView): Page {
  const { filer, filerId, runId, status, state, meaning, reason, facts, liftedAt, subject } = line;
  const name = nameOf(filer) ?? filerId;
  return {
    title: `${phase} to ${name}`,
    current: '/log',
    back: { label: 'Send log', href: '/log' },
    body: (
      <>
        <p>
          <SendTag status={status} reason={reason} />
        </p>
        {subject ? (
          <p>
            <strong>Subject:</strong> {subject} ·{' '}
            <a href={`/filers/${filerId}/emails/${runId}`}>View email</a>
          </p>
        ) : null}
        <p>
          <strong>{meaning}</strong>
          {reasonSentence(status, reason)}
        </p>
        <p>
          <strong>What to do:</strong>{' '}
          {liftedAt ? (
            <>
              Nothing. <LiftedNote at={liftedAt} zone={zone} /> The next phase will email it.
            </>
          ) : (
            adviceOf(line)
          )}
        </p>
        <p>
          <a href={`/filers/${filerId}`}>View {name}</a> ·{' '}
          <a href={`/log?run=${runId}`}>All emails of this phase</a>
          {state ? ` · State: ${STATE_WORDS[state]}` : ''}
        </p>
        <h2>What happened</h2>
        {facts.length === 0 ? (
          <p>Nothing yet: it is waiting to be sent.</p>
        ) : (
          <Timeline>
            {facts.map((fact) => (
              <FactItem fact={fact} zone={zone} />
            ))}
          </Timeline>
        )}
        {whyNoRetry ? null : (
          <>
            <h2 id="retry">Retry</h2>
            <ActionForm action={`/log/${runId}/${filerId}/retry`} person={person} label="Retry">
              <Field name="why" label="Why?" hint="Recorded with your name." />
              <SubmitButton>Retry email</SubmitButton>
            </ActionForm>
          </>
        )}
      </>
    ),
  };
}

function FactItem({ fact, zone }: { fact: SendLine['facts'][number]; zone: string }) {
  const { kind, at, reason, attempt, messageId } = fact;
  const { status } = FACTS[kind];
  return (
    <TimelineItem
      name={<SendTag status={status} reason={reason} />}
      time={
        <>
          <CourtTime at={at} zone={zone} />
          {attempt > 1 ? ` · attempt ${attempt}` : ''}
        </>
      }
    >
      <p>
        {factMeaning(fact)}
        {reasonSentence(status, reason)}
      </p>
      {messageId ? <p class="crier-quiet">Message {messageId}</p> : null}
    </TimelineItem>
  );
}
