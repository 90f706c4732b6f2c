import type { Person } from '../../domain/person.ts';
import { counted } from '../../lib/count.ts';
import { Alert } from '../ui/alert.tsx';
import { Checkbox } from '../ui/checkbox.tsx';
import { ConfirmForm } from '../ui/confirm-form.tsx';
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
        <strong>This can’t be undone.</strong> It erases:
      </p>
      <ul class="crier-steps">
        <li>Their row in {counted(versions, 'roster version')}. The versions stay, without this person.</li>
        <li>What was sent to them in {counted(runs, 'run')}. Each run keeps its counts.</li>
        <li>
          All uploaded rosters and updates with their reports, all exports, and all saved searches, because
          any of them may name this person. You don’t need to upload anything again.
        </li>
        <li>
          Their addresses on the list of suppressed addresses. Those stay suppressed, as a code that doesn’t
          reveal the address.
        </li>
      </ul>
      <p>
        Emails in their mailbox and files that people downloaded can’t be erased. Backups expire after 35
        days. If one is restored, this person is erased again within the hour. If a later roster names this
        person, they come back as a new filer.
      </p>
    </>
  );
}

function EraseForm({ filerId, shown, person }: EraseView & { shown: string }) {
  return (
    <ConfirmForm
      action={`/filers/${filerId}/erase`}
      person={person}
      permission="erase"
      label={`Erase ${shown}`}
      why={{ hint: 'Recorded permanently with your name. Don’t write any names here.' }}
      confirm="erase"
      button={{ text: 'Erase this person', isDanger: true }}
      back={`/filers/${filerId}`}
    >
      <Checkbox
        name="neverMail"
        hint="Even if a later roster names them. A mailbox that they share with other filers still gets emails."
      >
        Never email this person again
      </Checkbox>
    </ConfirmForm>
  );
}
