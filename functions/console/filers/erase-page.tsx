import type { Person } from '../../domain/person.ts';
import type { FormValues } from '../http/form.ts';
import { ActionForm, SubmitButton } from '../ui/action-form.tsx';
import { Alert } from '../ui/alert.tsx';
import { counted } from '../ui/count.ts';
import { Field } from '../ui/field.tsx';
import type { Page } from '../ui/layout.tsx';

/** A person who is about to be erased. */
export interface EraseView {
  readonly filerId: string;
  /** `null`: only their id is known. */
  readonly name: string | null;
  /** In how many roster versions and runs they are. */
  readonly versions: number;
  readonly runs: number;
  /** Why they can't be erased now, as a sentence; `null`: they can. */
  readonly refused: string | null;
  readonly person: Pick<Person, 'csrf' | 'role'>;
  /** What was wrong, by field. @default nothing */
  readonly problems?: FormValues;
  /** What was typed, by field. @default nothing */
  readonly values?: FormValues;
}

/** What erasing a person does, and the form that does it. */
export function erasePage(view: EraseView): Page {
  const { filerId, name, refused } = view;
  const shown = name ?? `filer ${filerId}`;
  return {
    title: `Erase ${shown}?`,
    current: '/filers',
    back: { label: shown, href: `/filers/${filerId}` },
    body: (
      <>
        <Effect {...view} />
        {refused ? (
          <Alert kind="warning" title="This person can’t be erased now" text={refused} />
        ) : (
          <EraseForm {...view} shown={shown} />
        )}
      </>
    ),
  };
}

function Effect({ versions, runs }: EraseView) {
  return (
    <>
      <p>
        <strong>This can’t be undone.</strong> What will be erased:
      </p>
      <ul class="crier-steps">
        <li>Their row in {counted(versions, 'roster version')}. The versions stay, without this person.</li>
        <li>
          What was sent to them in {counted(runs, 'run')}. The runs keep their counts, by an entry without a
          name.
        </li>
        <li>
          Every uploaded roster and update, every report on one, every export and every saved search: each may
          name this person. Nothing has to be uploaded again.
        </li>
        <li>
          Their addresses on the list of those that are never mailed. A code keeps these from being mailed.
        </li>
      </ul>
      <p>
        Emails in their mailbox and files that people downloaded aren’t reached. What the tables held can be
        restored for 35 days, and is then erased again within the hour. If a later roster names this person,
        they are back as a new filer.
      </p>
    </>
  );
}

function EraseForm({ filerId, shown, person, problems = {}, values = {} }: EraseView & { shown: string }) {
  return (
    <ActionForm
      action={`/filers/${filerId}/erase`}
      person={person}
      permission="erase"
      label={`Erase ${shown}`}
    >
      <Field
        name="why"
        label="Why?"
        hint="It is kept for good, with your name. Write no names."
        value={values.why ?? ''}
        problem={problems.why}
      />
      <div class="usa-checkbox">
        <input
          class="usa-checkbox__input"
          type="checkbox"
          id="neverMail"
          name="neverMail"
          value="yes"
          checked={values.neverMail === 'yes'}
          aria-describedby="neverMail-hint"
        />
        <label class="usa-checkbox__label" for="neverMail">
          Never email this person again
          <span class="usa-checkbox__label-description" id="neverMail-hint">
            Also if a later roster names them. A mailbox that they share with other filers is still mailed.
          </span>
        </label>
      </div>
      <Field
        name="confirm"
        label={`Type ${filerId} to confirm`}
        value={values.confirm ?? ''}
        problem={problems.confirm}
      />
      <SubmitButton kind="danger">Erase this person for good</SubmitButton>
    </ActionForm>
  );
}
