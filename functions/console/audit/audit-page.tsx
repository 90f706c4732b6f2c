import { auditActorLabel } from '../../domain/actor.ts';
import { type AuditEntry, shownCode } from '../../domain/audit-entry.ts';
import { count } from '../../lib/count.ts';
import { capital } from '../ui/capital.ts';
import { CourtTime } from '../ui/court-time.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import type { Page } from '../ui/layout.tsx';
import { linkTo } from '../ui/link-to.ts';
import { PageLinks } from '../ui/page-links.tsx';
import { type Column, Table } from '../ui/table.tsx';
import { commandLabel } from './command-label.ts';

/** What people did, newest first. */
interface AuditView {
  readonly zone: string;
  readonly records: readonly AuditEntry[];
  /** What people are called, by the ids of their accounts. */
  readonly people: ReadonlyMap<string, string>;
  /** Names of phases by their ids and by the ids of their runs. */
  readonly phases: ReadonlyMap<string, string>;
  readonly isFirst: boolean;
  /** Cursor of the next page. */
  readonly next: string | null;
}

/** The audit log, a page at a time. */
export function auditPage(view: AuditView): Page {
  const { records, isFirst, next } = view;
  return {
    title: 'Audit',
    current: '/audit',
    body: (
      <>
        <p>What people did, newest first. Nobody can change it.</p>
        {records.length > 0 ? (
          <Table
            caption="What people did, newest first"
            columns={columnsOf(view)}
            rows={records}
            onPhones="stacked"
          />
        ) : (
          <EmptyState title="Nobody has done anything yet">
            Every upload, release, hold, retry and export stands here for good, with who did it and why.
          </EmptyState>
        )}
        <PageLinks
          previous={isFirst ? null : '/audit'}
          next={next && linkTo('/audit', { cursor: next })}
          previousLabel="Newest"
          nextLabel="Older"
        />
      </>
    ),
  };
}

function columnsOf({ zone, people, phases }: AuditView): readonly Column<AuditEntry>[] {
  return [
    { head: 'When', cell: ({ at }) => <CourtTime at={at} zone={zone} /> },
    { head: 'Who', cell: (entry) => <Who entry={entry} people={people} /> },
    { head: 'What', isRowHead: true, cell: ({ act }) => <What {...commandLabel(act)} phases={phases} /> },
    { head: 'Why', cell: ({ act }) => act.why },
    { head: 'Before → after', cell: changeOf },
  ];
}

function Who({ entry, people }: { entry: AuditEntry } & Pick<AuditView, 'people'>) {
  const { by } = entry.act;
  const isNamed = by.kind === 'person' && people.has(by.id);
  const event = by.kind === 'outside' ? by.event : undefined;
  return (
    <>
      {capital(auditActorLabel(by, people))}
      {isNamed ? <span class="crier-quiet">{by.id}</span> : null}
      {event ? <span class="crier-quiet">CloudTrail event {event}</span> : null}
    </>
  );
}

function What({ title, what, href, phases }: ReturnType<typeof commandLabel> & Pick<AuditView, 'phases'>) {
  const name = what && (phases.get(what) ?? what);
  return (
    <>
      {title}
      {name ? <span class="crier-quiet">{href ? <a href={href}>{name}</a> : name}</span> : null}
    </>
  );
}

function changeOf({ before, after }: AuditEntry): string {
  if (before.length === 0) return after.length === 0 ? '–' : codes(after);
  return after.length === 0 ? `Before: ${codes(before)}` : `${codes(before)} → ${codes(after)}`;
}

/** How many codes are listed; of a command on a thousand sends the rest are counted. */
const MAX_LISTED = 5;

function codes(all: readonly string[]): string {
  const more = all.length > MAX_LISTED ? ` and ${count(all.length - MAX_LISTED)} more` : '';
  return `${all.slice(0, MAX_LISTED).map(shownCode).join(', ')}${more}`;
}
