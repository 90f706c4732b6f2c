import type { Account } from '../../domain/account.ts';
import { may, type Person, ROLE_NAMES, ROLES, type Role } from '../../domain/person.ts';
import { isPlainPath } from '../http/paths.ts';
import { CourtTime } from '../ui/court-time.tsx';
import { Fact, Facts } from '../ui/facts.tsx';
import type { Page } from '../ui/layout.tsx';
import { type Column, Table } from '../ui/table.tsx';
import { Tag } from '../ui/tag.tsx';
import { roleLabel, STATUS_LABELS } from './account-labels.ts';
import { WhoManages } from './who-manages.tsx';

/** An account, and when its person last signed in. */
export interface ShownAccount extends Account {
  /** Instant, ISO 8601 in UTC; `null`: not in the time for which that is kept. */
  readonly signedInAt: string | null;
}

/** The accounts of the launch's own pool. */
interface PeopleView {
  readonly accounts: readonly ShownAccount[];
  readonly person: Pick<Person, 'id' | 'role'>;
  readonly zone: string;
}

/** Everyone who can use the console, and those who could. */
export function peoplePage({ accounts, person, zone }: PeopleView): Page {
  const mayManage = may(person, 'people');
  return {
    title: 'People',
    current: '/people',
    body: (
      <>
        <p>
          Everyone with an account for this launch. Invitations come by email and are good for three days;
          every change is in the <a href="/audit">audit log</a>.
        </p>
        {mayManage ? (
          <p>
            <a class="usa-button" href="/people/invite">
              Invite a person
            </a>
          </p>
        ) : (
          <WhoManages accounts={accounts} />
        )}
        <Table
          caption="People, by sign-in id"
          columns={columnsOf({ person, zone, mayManage })}
          rows={accounts}
          onPhones="stacked"
          class="crier-table"
        />
      </>
    ),
  };
}

function columnsOf({
  person,
  zone,
  mayManage,
}: Omit<PeopleView, 'accounts'> & { mayManage: boolean }): readonly Column<ShownAccount>[] {
  const email: Column<ShownAccount> = {
    head: 'Email',
    class: 'crier-break',
    cell: (account) => account.email ?? '–',
  };
  return [
    {
      head: 'Name',
      isRowHead: true,
      cell: (account) => <Name account={account} isSelf={account.id === person.id} />,
    },
    ...(mayManage ? [email] : []),
    { head: 'Role', cell: roleLabel },
    {
      head: 'Status',
      cell: ({ status }) => <Tag tone={STATUS_LABELS[status].tone}>{STATUS_LABELS[status].text}</Tag>,
    },
    { head: 'Two-factor sign-in', cell: ({ hasTwoFactor }) => (hasTwoFactor ? 'Set up' : 'Not set up') },
    {
      head: 'Last sign-in',
      cell: ({ signedInAt }) => (signedInAt ? <CourtTime at={signedInAt} zone={zone} /> : '–'),
    },
  ];
}

function Name({ account: { id, name }, isSelf }: { account: Account; isSelf: boolean }) {
  const path = `/people/${id}`;
  const shown = name ?? id;
  return (
    <>
      {isPlainPath(path) ? <a href={path}>{shown}</a> : shown}
      {isSelf ? ' (you)' : ''}
      {name === null ? null : <span class="crier-quiet crier-break">{id}</span>}
    </>
  );
}

/** Where a provider of the court has the accounts. @param groups The provider's group for each role. */
export function providerPage({
  issuer,
  groups,
}: {
  issuer: string;
  groups: Readonly<Record<Role, string>>;
}): Page {
  return {
    title: 'People',
    current: '/people',
    body: (
      <>
        <p>
          Your court’s own sign-in service, <strong>{new URL(issuer).host}</strong>, has the accounts for this
          launch. Its administrators invite people, give them a role and take it away again. Crier can’t do
          that.
        </p>
        <p>A person’s role comes from the group that their account is in:</p>
        <Facts>
          {ROLES.map((role) => (
            <Fact name={ROLE_NAMES[role]}>{groups[role]}</Fact>
          ))}
        </Facts>
        <p>A change takes effect the next time the person signs in to Crier.</p>
      </>
    ),
  };
}
