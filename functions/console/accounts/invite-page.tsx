import { INVITATION_DAYS } from '../../domain/account.ts';
import type { Person } from '../../domain/person.ts';
import { ActionForm, SubmitButton } from '../ui/action-form.tsx';
import { Field } from '../ui/field.tsx';
import type { Page } from '../ui/layout.tsx';
import { Radios } from '../ui/radios.tsx';
import { ROLE_OPTIONS } from './account-labels.ts';

/** The form that invites a person. */
export function invitePage(person: Pick<Person, 'csrf' | 'role'>): Page {
  return {
    title: 'Invite a person',
    current: '/people',
    back: { label: 'People', href: '/people' },
    body: (
      <>
        <p>
          Cognito, the sign-in service, emails them their sign-in id and a temporary password, good for{' '}
          {INVITATION_DAYS} days. At their first sign-in, they choose a password and set up an authenticator
          app.
        </p>
        <ActionForm action="/people/invite" person={person} permission="people" label="Invite a person">
          <Field name="name" label="Name" hint="As colleagues know this person, such as Jane Doe." />
          <Field
            name="email"
            label="Email"
            hint="Their own work address. A shared mailbox doesn’t identify a person."
          />
          <Field
            name="account"
            label="Sign-in id"
            hint="Such as jdoe: lowercase letters, digits and _ . -, no address. The audit log keeps it permanently, and it can’t be changed."
          />
          <Radios name="role" label="Role" options={ROLE_OPTIONS} />
          <div class="crier-actions">
            <SubmitButton>Send invitation</SubmitButton>{' '}
            <a class="usa-button usa-button--unstyled" href="/people">
              Go back
            </a>
          </div>
        </ActionForm>
      </>
    ),
  };
}
