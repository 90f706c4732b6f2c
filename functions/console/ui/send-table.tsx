import { campaign } from '#campaign';
import { fullName, type NameParts } from '../../domain/filer/full-name.ts';
import { STATE_WORDS } from '../../domain/filer/state.ts';
import { isErased } from '../../domain/send/tombstone.ts';
import { adviceOf } from '../../domain/send/words.ts';
import type { SendLine } from '../../queries/send-line.ts';
import { userTypeLabel } from '../filers/filer-labels.ts';
import type { FilersOrder } from '../filers/filers-order.ts';
import { CourtTime } from './court-time.tsx';
import { LiftedNote } from './lifted-note.tsx';
import { SendTag, sendReason } from './send-tag.tsx';
import { type Column, Table } from './table.tsx';

interface SendTableProps {
  readonly lines: readonly SendLine[];
  readonly zone: string;
  readonly caption: string;
  /** Names of phases by run id: given where the lines are of several runs. @default none */
  readonly phases?: ReadonlyMap<string, string> | undefined;
  /** Lines of one filer don't name them. @default true */
  readonly showsFiler?: boolean;
  /** How the lines are sorted: what decides it is shown. @default by nothing */
  readonly order?: FilersOrder | null;
}

/** Sends, one a line: to whom, what happened, and what to do. */
export function SendTable({ lines, zone, caption, phases, showsFiler = true, order = null }: SendTableProps) {
  const columns: Column<SendLine>[] = [
    ...(showsFiler ? [order?.sort === 'name' ? { ...FILER, sorted: SORTED[order.order] } : FILER] : []),
    ...(order?.sort === 'firm' ? [{ ...FIRM, sorted: SORTED[order.order] }] : []),
    ...(order?.sort === 'type' ? [{ ...TYPE, sorted: SORTED[order.order] }] : []),
    ...(phases ? [phaseColumn(phases)] : []),
    { head: 'Subject', cell: (line) => <Subject {...line} /> },
    { head: 'Status', cell: (line) => <SendTag {...line} /> },
    {
      head: 'What happened, and what to do',
      label: 'What happened',
      cell: (line) => <Happened line={line} zone={zone} />,
    },
  ];
  return <Table caption={caption} columns={columns} rows={lines} onPhones="compact" class="crier-sends" />;
}

const FILER: Column<SendLine> = {
  head: 'Filer',
  isRowHead: true,
  cell: ({ filer, filerId, facts }) =>
    isErased(facts) ? (
      'Erased person'
    ) : (
      <>
        <a href={`/filers/${filerId}`}>{nameOf(filer) ?? filerId}</a>
        {filer?.email ? <span class="crier-quiet">{filer.email}</span> : null}
      </>
    ),
};

const SORTED = { 'a-z': 'ascending', 'z-a': 'descending' } as const;

const FIRM: Column<SendLine> = { head: 'Firm', cell: ({ filer }) => filer?.firm ?? '–' };

const TYPE: Column<SendLine> = {
  head: campaign.columns.user_type.label,
  cell: ({ filer }) => (filer ? userTypeLabel(filer.userType) : '–'),
};

function phaseColumn(phases: ReadonlyMap<string, string>): Column<SendLine> {
  return {
    head: 'Phase',
    cell: ({ runId, phaseId }) => <a href={`/log?run=${runId}`}>{phases.get(runId) ?? phaseId}</a>,
  };
}

/** The subject, which leads to the email, and the state that decided it. */
function Subject({ subject, state, filerId, runId }: SendLine) {
  return (
    <>
      {subject ? <a href={`/filers/${filerId}/emails/${runId}`}>{subject}</a> : '–'}
      {state ? <span class="crier-quiet">{STATE_WORDS[state]}</span> : null}
    </>
  );
}

function Happened({ line, zone }: { line: SendLine; zone: string }) {
  const { runId, filerId, status, at, meaning, reason, liftedAt } = line;
  const advice = adviceOf(line);
  const why = sendReason(status, reason);
  return (
    <>
      <a href={`/log/${runId}/${filerId}`}>{meaning}</a>
      {why ? (
        <>
          {' '}
          <span class="crier-quiet">{why}</span>
        </>
      ) : null}
      {at ? (
        <span class="crier-quiet">
          <CourtTime at={at} zone={zone} />
        </span>
      ) : null}
      {advice === 'Nothing.' ? null : (
        <span class="crier-advice">{liftedAt ? <LiftedNote at={liftedAt} zone={zone} /> : advice}</span>
      )}
    </>
  );
}

/** `Jane Smith`; `null` when the roster is gone. */
export function nameOf(filer: NameParts | null): string | null {
  return filer && fullName(filer);
}
