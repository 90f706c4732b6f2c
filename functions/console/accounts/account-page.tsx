import { roleOf } from '../../domain/account.ts';
import { may, type Person } from '../../domain/person.ts';
import { ActionForm, SubmitButton } from '../ui/action-form.tsx';
import { CourtTime } from '../ui/court-time.tsx';
import { Fact, Facts } from '../ui/facts.tsx';
import { Field } from '../ui/field.tsx';
import type { Page } from '../ui/layout.tsx';
import { Radios } from '../ui/radios.tsx';
import { Section } from '../ui/section.tsx';
import { Tag } from '../ui/tag.tsx';
import { ROLE_OPTIONS, roleLabel, STATUS_LABELS } from './account-labels.ts';
import type { ShownAccount } from './people-page.tsx';
import { WhoManages } from './who-manages.tsx';

/** One account. */
export interface AccountView {
  readonly account: ShownAccount;
  /** Every account. */
  readonly accounts: readonly ShownAccount[];
  readonly person: Pick<Person, 'csrf' | 'id' | 'role'>;
  readonly zone: string;
}

/** An account, and what can be done with it. */
export function accountPage(view: AccountView): Page {
  const { account, person } = view;
  return {
    title: account.name ?? account.id,
    current: '/people',
    back: { label: 'People', href: '/people' },
    body: (
      <>
        <AccountFacts {...view} />
        {may(person, 'people') ? <Changes {...view} /> : <WhoManages accounts={view.accounts} />}
      </>
    ),
  };
}

function AccountFacts({ account, person, zone }: AccountView) {
  const { text, tone } = STATUS_LABELS[account.status];
  return (
    <Facts>
      <Fact name="Sign-in id" class="crier-break">
        {account.id}
      </Fact>
      {may(person, 'people') ? (
        <Fact name="Email" class="crier-break">
          {account.email ?? 'No address'}
        </Fact>
      ) : null}
      <Fact name="Role">{roleLabel(account)}</Fact>
      <Fact name="Status">
        <Tag tone={tone}>{text}</Tag>
      </Fact>
      <Fact name="Two-factor sign-in">{account.hasTwoFactor ? 'Set up' : 'Not set up'}</Fact>
      <Fact name="Last sign-in">
        {account.signedInAt ? <CourtTime at={account.signedInAt} zone={zone} /> : 'None known'}
      </Fact>
    </Facts>
  );
}

function Changes(view: AccountView) {
  const { account, person } = view;
  if (account.id === person.id) {
    return (
      <p>
        This is your own account. Only a colleague in operations can change it, so that no one gives
        themselves a role or locks themselves out.
      </p>
    );
  }
  if (account.status === 'disabled') return <Enable {...view} />;
  const isInvited = account.status === 'invited' || account.status === 'expired';
  return (
    <>
      {isInvited ? <Resend {...view} /> : null}
      <ChangeRole {...view} />
      {account.status === 'active' && account.hasTwoFactor ? <Reset {...view} /> : null}
      <Disable {...view} />
    </>
  );
}

const WHY = { label: 'Why?', hint: 'Recorded permanently with your name. Don’t write any addresses here.' };

function Resend({ account, person }: AccountView) {
  return (
    <Section id="resend" title="Resend the invitation" class="crier-action-panel">
      <p>
        {account.status === 'expired' ? 'The invitation has expired. ' : ''}
        This sends a new temporary password, which replaces the first one.
      </p>
      <ActionForm
        action={`/people/${account.id}/resend`}
        person={person}
        permission="people"
        label="Resend the invitation"
      >
        <SubmitButton kind="outline">Resend invitation</SubmitButton>
      </ActionForm>
    </Section>
  );
}

function ChangeRole({ account, person }: AccountView) {
  return (
    <Section id="change-role" title="Change the role" class="crier-action-panel">
      <p>This signs them out at once. The new role is theirs when they sign in again.</p>
      <ActionForm
        action={`/people/${account.id}/role`}
        person={person}
        permission="people"
        label="Change the role"
      >
        <Radios name="role" label="Role" options={ROLE_OPTIONS} chosen={roleOf(account.roles) ?? undefined} />
        <Field name="why" id="role-why" {...WHY} />
        <SubmitButton kind="outline">Change role</SubmitButton>
      </ActionForm>
    </Section>
  );
}

function Reset({ account, person }: AccountView) {
  return (
    <Section id="reset" title="Reset two-factor sign-in" class="crier-action-panel">
      <p>
        For a lost or replaced phone. First make sure that it’s really this person who asks. They are signed
        out and get a new invitation at {account.email ?? 'their address'}, to choose a password and set up an
        authenticator app again.
      </p>
      <ActionForm
        action={`/people/${account.id}/reset`}
        person={person}
        permission="people"
        label="Reset two-factor sign-in"
      >
        <Field name="why" id="reset-why" {...WHY} />
        <SubmitButton kind="outline">Reset two-factor sign-in</SubmitButton>
      </ActionForm>
    </Section>
  );
}

function Disable({ account, person }: AccountView) {
  return (
    <Section id="disable" title="Disable the account" class="crier-action-panel">
      <p>
        For someone who leaves. They are signed out at once and can’t sign in again. What they did stays on
        record.
      </p>
      <ActionForm
        action={`/people/${account.id}/disable`}
        person={person}
        permission="people"
        label="Disable the account"
      >
        <Field name="why" id="disable-why" {...WHY} />
        <SubmitButton kind="danger">Disable account</SubmitButton>
      </ActionForm>
    </Section>
  );
}

function Enable({ account, person }: AccountView) {
  return (
    <Section id="enable" title="Enable the account" class="crier-action-panel">
      <p>This person can sign in again, in the role shown above.</p>
      <ActionForm
        action={`/people/${account.id}/enable`}
        person={person}
        permission="people"
        label="Enable the account"
      >
        <SubmitButton>Enable account</SubmitButton>
      </ActionForm>
    </Section>
  );
}
