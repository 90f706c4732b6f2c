import type { Person } from '../../domain/person.ts';
import { counted } from '../../lib/count.ts';
import { ActionForm, SubmitButton } from '../ui/action-form.tsx';
import { Field } from '../ui/field.tsx';
import type { Page } from '../ui/layout.tsx';

/** Work that failed again and again and was moved to the dead-letter queues. */
interface DeadLettersView {
  readonly person: Pick<Person, 'csrf' | 'role'>;
  /** About how many messages are in the dead-letter queues. */
  readonly deadLetters: number;
}

/** How much work was given up, and the form that brings it back. */
export function deadLettersPage(view: DeadLettersView): Page {
  return {
    title: 'Failed jobs',
    current: '/log',
    back: { label: 'Send log', href: '/log' },
    body: (
      <>
        <p>
          A job that fails five times is set aside so that it doesn’t hold up the others: part of a run, an
          upload, or a report about an email. Nothing is lost.
        </p>
        {view.deadLetters === 0 ? <p class="crier-note">There are no failed jobs.</p> : <Redrive {...view} />}
      </>
    ),
  };
}

function Redrive({ person, deadLetters }: DeadLettersView) {
  return (
    <>
      <p>
        <strong>{counted(deadLetters, 'failed job')}</strong> {deadLetters === 1 ? 'is' : 'are'} waiting to be
        retried.
      </p>
      <h2 id="back">Retry failed jobs</h2>
      <p>
        First make sure that the cause is fixed: the alarm’s message names it. No one will get an email twice.
      </p>
      <ActionForm action="/log/given-up" person={person} label="Retry failed jobs">
        <Field name="why" label="Why?" hint="Recorded with your name." />
        <SubmitButton>Retry failed jobs</SubmitButton>
      </ActionForm>
    </>
  );
}
