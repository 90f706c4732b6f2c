import { tracesOf } from '../../domain/actor.ts';
import type { AuditEntry } from '../../domain/audit-entry.ts';
import type { AuditNames } from '../../domain/audit-facts.ts';
import { auditSentence } from '../../domain/audit-sentence.ts';
import type { RecordedChange } from '../../domain/recorded-command.ts';
import { count } from '../../lib/count.ts';
import type { PreviousPage } from '../../lib/cursor.ts';
import { capitalized } from '../../lib/letter-case.ts';
import { CourtTime } from '../ui/court-time.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import type { Page } from '../ui/layout.tsx';
import { CursorLinks } from '../ui/page-links.tsx';
import { type Column, Table } from '../ui/table.tsx';
import { commandLink } from './command-link.ts';

/** What people did, newest first. */
interface AuditView extends Required<AuditNames> {
  readonly records: readonly AuditEntry[];
  /** Ids of messages that were discarded, and so have no page. */
  readonly discarded: ReadonlySet<string>;
  readonly previous: PreviousPage | null;
  /** Cursor of the next page. */
  readonly next: string | null;
}

/** The audit log, a page at a time. */
export function auditPage(view: AuditView): Page {
  const { records, previous, next } = view;
  return {
    title: 'Audit log',
    current: '/audit',
    body: (
      <>
        <p>Everything that was done in this launch, newest first. Entries can’t be changed or deleted.</p>
        {records.length > 0 ? (
          <Table
            caption="Audit log, newest first"
            columns={columnsOf(view)}
            rows={records}
            onPhones="stacked"
          />
        ) : (
          <EmptyState title="Nothing has been done yet">
            Every upload, release, pause, retry and export will be listed here, with who did it and why.
          </EmptyState>
        )}
        <CursorLinks path="/audit" previous={previous} next={next} />
      </>
    ),
  };
}

function columnsOf(view: AuditView): readonly Column<AuditEntry>[] {
  return [
    { head: 'When', cell: ({ at }) => <CourtTime at={at} zone={view.zone} /> },
    { head: 'What happened', isRowHead: true, cell: (entry) => <Happened entry={entry} view={view} /> },
  ];
}

function Happened({ entry, view }: { entry: AuditEntry; view: AuditView }) {
  const { text, changes } = auditSentence(entry, view);
  const { by } = entry.act;
  const link = commandLink(entry.act, view);
  const account = by.kind === 'person' && view.people.has(by.id) ? `Account ${by.id}` : null;
  const ids = [...(account ? [account] : []), ...tracesOf(by)];
  return (
    <>
      {text}
      {changes.slice(0, MAX_LISTED).map((change) => (
        <span class="crier-quiet">{changeWords(change)}</span>
      ))}
      {changes.length > MAX_LISTED ? (
        <span class="crier-quiet">and {count(changes.length - MAX_LISTED)} more</span>
      ) : null}
      <span class="crier-quiet">
        {ids.join(' · ')}
        {ids.length > 0 && link ? ' · ' : ''}
        {link ? <a href={link.href}>{link.label}</a> : null}
      </span>
    </>
  );
}

/** How many changes are listed; the rest are counted. */
const MAX_LISTED = 8;

function changeWords({ what, before, after }: RecordedChange): string {
  if (before === undefined && after === undefined) return `Changed: ${what}`;
  return `${capitalized(what)}: ${[before, after].filter((one) => one !== undefined).join(' → ')}`;
}
