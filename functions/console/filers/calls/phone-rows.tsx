import { CALL_RESULTS, type CallStatus } from '../../../domain/call.ts';
import { STATE_WORDS, type State } from '../../../domain/filer/state.ts';
import { may, type Person } from '../../../domain/person.ts';
import { phaseName } from '../../../domain/plan/phase-name.ts';
import type { SendStatus } from '../../../domain/send/status.ts';
import { STATUS_WORDS } from '../../../domain/send/words.ts';
import type { ToCall } from '../../../queries/call-list.ts';
import type { LastEmail, PhoneEntry } from '../../../queries/phone-entries.ts';
import { CourtTime } from '../../ui/court-time.tsx';
import { SendTag } from '../../ui/send-tag.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { Address, phoneLink } from '../contact.tsx';
import { AssignBox, type Colleague } from './assign-form.tsx';

/** The id of the form whose boxes are in the table. */
export const ASSIGN_FORM = 'assign';

/** A filer to be called, with their last email and the calls so far. */
export interface CallEntry extends PhoneEntry {
  readonly toCall: ToCall;
}

interface PhoneTableProps {
  readonly zone: string;
  readonly person: Pick<Person, 'role'>;
  readonly people: readonly Colleague[];
  readonly entries: readonly CallEntry[];
}

/** Filers to be called: why, by which number, and how far it is. */
export function PhoneTable({ entries, ...props }: PhoneTableProps) {
  return (
    <Table
      caption="Filers to call"
      columns={columns(props)}
      rows={entries}
      onPhones="stacked"
      class="crier-sends"
    />
  );
}

function columns({ zone, person, people }: Omit<PhoneTableProps, 'entries'>): Column<CallEntry>[] {
  const mayCall = may(person, 'operate');
  const names = new Map(people.map(({ id, name }) => [id, name]));
  const nameOf = ({ row: { firstName, lastName } }: CallEntry) =>
    [firstName, lastName].filter(Boolean).join(' ');
  const boxes: Column<CallEntry> = {
    head: <span class="usa-sr-only">Choose</span>,
    class: 'crier-no-print',
    cell: (entry) => <AssignBox filerId={entry.row.filerId} name={nameOf(entry)} form={ASSIGN_FORM} />,
  };
  return [
    ...(mayCall ? [boxes] : []),
    {
      head: 'Filer',
      isRowHead: true,
      cell: (entry) => (
        <>
          <a href={`/filers/${entry.row.filerId}`}>{nameOf(entry)}</a>
          {entry.row.firm ? <span class="crier-quiet">{entry.row.firm}</span> : null}
        </>
      ),
    },
    { head: 'Why', cell: (entry) => <Why {...entry} zone={zone} /> },
    {
      head: 'Contact',
      class: 'crier-break',
      cell: ({ row: { phone, email } }) => (
        <>
          {phone ? phoneLink(phone) : 'No phone number'}
          <span class="crier-quiet">{email ? <Address>{email}</Address> : 'No usable address'}</span>
        </>
      ),
    },
    {
      head: 'Last email',
      cell: ({ row, last }) => (last ? <Last {...last} filerId={row.filerId} zone={zone} /> : 'None'),
    },
    {
      head: 'Calls',
      cell: ({ toCall, row }) => (
        <>
          <LastCall callStatus={toCall.callStatus} names={names} zone={zone} />
          {mayCall ? (
            <a class="crier-no-print crier-nowrap" href={`/filers/${row.filerId}/call`}>
              Record a call<span class="usa-sr-only"> to {row.lastName}</span>
            </a>
          ) : null}
        </>
      ),
    },
  ];
}

function Why({ row: { why, secondary, state }, toCall, zone }: CallEntry & { zone: string }) {
  return (
    <>
      {why}
      {secondary && secondary !== 'none'
        ? ` Status of the email to their other address: ${STATUS_WORDS[secondary as SendStatus]}.`
        : ''}
      <span class="crier-quiet">
        {STATE_WORDS[state as State]} · since <CourtTime at={toCall.since} zone={zone} />
      </span>
    </>
  );
}

function Last({ run, status, reason, at, filerId, zone }: LastEmail & { filerId: string; zone: string }) {
  return (
    <>
      <a href={`/log/${run.runId}/${filerId}`}>{phaseName(run)}</a>{' '}
      <SendTag status={status} reason={reason} />
      {at ? (
        <span class="crier-quiet">
          <CourtTime at={at} zone={zone} />
        </span>
      ) : null}
    </>
  );
}

interface LastCallProps {
  readonly callStatus: CallStatus | null;
  /** What colleagues are called, by their sign-in ids. */
  readonly names: ReadonlyMap<string, string>;
  readonly zone: string;
}

/** The latest call to a filer, and who is to call. */
export function LastCall({ callStatus, names, zone }: LastCallProps) {
  const { last = null, assignee = null } = callStatus ?? {};
  return (
    <>
      {last ? (
        <>
          {CALL_RESULTS[last.result].label}
          <span class="crier-quiet">
            {names.get(last.by) ?? last.by}, <CourtTime at={last.at} zone={zone} />
          </span>
        </>
      ) : (
        <span class="crier-quiet crier-nowrap">Not called yet</span>
      )}
      {assignee ? <span class="crier-quiet">Assigned to {names.get(assignee) ?? assignee}</span> : null}
    </>
  );
}
