import { STATE_WORDS, type State } from '../../domain/filer/state.ts';
import type { Person } from '../../domain/person.ts';
import type { SendStatus } from '../../domain/send/status.ts';
import { STATUS_WORDS } from '../../domain/send/words.ts';
import type { LastEmail, PhoneEntry } from '../../queries/phone-entries.ts';
import { phaseName } from '../phases/phase-name.ts';
import { ActionForm, SubmitButton } from '../ui/action-form.tsx';
import { CourtTime } from '../ui/court-time.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import type { Page } from '../ui/layout.tsx';
import { linkTo } from '../ui/link-to.ts';
import { PageLinks } from '../ui/page-links.tsx';
import { SendTag } from '../ui/send-tag.tsx';
import { type Column, Table } from '../ui/table.tsx';
import { Address, phoneLink } from './contact.tsx';

/** Filers who must be reached by other means than email. */
interface PhoneListView {
  readonly zone: string;
  readonly person: Pick<Person, 'csrf' | 'role'>;
  /** `null` without an active roster. */
  readonly list: {
    readonly entries: readonly PhoneEntry[];
    /** Cursor of the next page. */
    readonly next: string | null;
    readonly lookFurther: boolean;
  } | null;
  readonly isFirst: boolean;
}

const PATH = '/filers/phone-list';

/** The filers whom emails do not reach or do not help, a page at a time. */
export function phoneListPage({ zone, person, list, isFirst }: PhoneListView): Page {
  return {
    title: 'Phone list',
    current: '/filers',
    back: { label: 'Filers', href: '/filers' },
    body: list ? (
      <>
        {list.entries.length === 0 ? (
          <p class="crier-calm" role="status">
            {list.lookFurther
              ? 'None so far. There are more filers to search.'
              : 'Emails reach everybody who needs them.'}
          </p>
        ) : (
          <Entries entries={list.entries} zone={zone} person={person} />
        )}
        <PageLinks
          previous={isFirst ? null : PATH}
          next={list.next && linkTo(PATH, { cursor: list.next })}
          {...(list.lookFurther && { nextLabel: 'Look further' })}
        />
      </>
    ) : (
      <EmptyState title="No roster is active" action={{ href: '/roster', label: 'Go to the roster' }}>
        Whom emails do not reach follows from the roster. Upload one and activate it first.
      </EmptyState>
    ),
  };
}

interface EntriesProps extends Pick<PhoneListView, 'zone' | 'person'> {
  readonly entries: readonly PhoneEntry[];
}

function Entries({ entries, zone, person }: EntriesProps) {
  return (
    <>
      <p>Whom emails do not reach, or do not help. Call them, or write by post.</p>
      <ActionForm action={`${PATH}/file`} person={person} label="Download">
        <SubmitButton kind="outline">Download the whole list as a table</SubmitButton>
      </ActionForm>
      <p class="crier-quiet">
        For a spreadsheet, with names and numbers: keep it where the roster is kept. That it was taken stands
        in the audit.
      </p>
      <Table
        caption="Filers to phone"
        columns={columns(zone)}
        rows={entries}
        onPhones="stacked"
        class="crier-sends"
      />
    </>
  );
}

function columns(zone: string): readonly Column<PhoneEntry>[] {
  return [
    {
      head: 'Filer',
      isRowHead: true,
      cell: ({ row: { filerId, firstName, lastName, firm } }) => (
        <>
          <a href={`/filers/${filerId}`}>{[firstName, lastName].filter(Boolean).join(' ')}</a>
          {firm ? <span class="crier-quiet">{firm}</span> : null}
        </>
      ),
    },
    { head: 'Why', cell: ({ row }) => <Why {...row} /> },
    { head: 'Phone', cell: ({ row }) => phoneLink(row.phone) },
    {
      head: 'Address',
      class: 'crier-break',
      cell: ({ row: { email } }) => (email ? <Address>{email}</Address> : '–'),
    },
    {
      head: 'Last email',
      cell: ({ row, last }) => (last ? <Last {...last} filerId={row.filerId} zone={zone} /> : 'None'),
    },
  ];
}

function Why({ why, secondary, state }: PhoneEntry['row']) {
  return (
    <>
      {why}
      {secondary && secondary !== 'none'
        ? ` To their other address: ${STATUS_WORDS[secondary as SendStatus]}.`
        : ''}
      <span class="crier-quiet">{STATE_WORDS[state as State]}</span>
    </>
  );
}

function Last({ run, status, at, filerId, zone }: LastEmail & { filerId: string; zone: string }) {
  return (
    <>
      <a href={`/log/${run.runId}/${filerId}`}>{phaseName(run)}</a> <SendTag status={status} />
      {at ? (
        <span class="crier-quiet">
          <CourtTime at={at} zone={zone} />
        </span>
      ) : null}
    </>
  );
}
