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
    title: 'Work that was given up',
    current: '/log',
    back: { label: 'Send log', href: '/log' },
    body: (
      <>
        <p>
          What fails five times is put aside, so that it holds up nothing else: a part of a run, an upload,
          news of an email. Nothing of it is lost.
        </p>
        {view.deadLetters === 0 ? <p class="crier-calm">Nothing was given up.</p> : <Redrive {...view} />}
      </>
    ),
  };
}

function Redrive({ person, deadLetters }: DeadLettersView) {
  return (
    <>
      <p>
        <strong>{counted(deadLetters, 'piece')} of work</strong> {deadLetters === 1 ? 'waits' : 'wait'} to be
        brought back.
      </p>
      <h2 id="back">Bring it back</h2>
      <p>
        See first that the cause is mended: the alarm’s message names it. Nobody gets an email twice by this.
      </p>
      <ActionForm action="/log/given-up" person={person} label="Bring back what was given up">
        <Field name="why" label="Why" hint="It is kept in the audit" />
        <SubmitButton>Bring it back</SubmitButton>
      </ActionForm>
    </>
  );
}
