import type { Temporal } from 'temporal-polyfill';
import { campaign } from '#campaign';
import { kindOf, PHASE_KINDS } from '../../domain/plan/kinds.ts';
import type { VersionStatus } from '../../domain/roster/version-status.ts';
import { count } from '../../lib/count.ts';
import { capitalized } from '../../lib/letter-case.ts';
import { linkTo } from '../../lib/link-to.ts';
import { Alert } from '../ui/alert.tsx';
import { CourtTime } from '../ui/court-time.tsx';
import { fromNow } from '../ui/duration.ts';
import { Figure, Figures } from '../ui/figures.tsx';
import type { Page } from '../ui/layout.tsx';
import { PageLinks } from '../ui/page-links.tsx';
import { type Column, Table } from '../ui/table.tsx';
import { Tag } from '../ui/tag.tsx';
import { AsOf } from './as-of.tsx';
import { KIND_LABELS, STATUS_LABELS } from './roster-labels.ts';
import { ExampleLink, PlanFirst, RosterStart } from './roster-start.tsx';

/** One version in the list. Instants are ISO 8601 in UTC. */
export interface VersionLine {
  readonly version: string;
  readonly kind: 'roster' | 'update';
  readonly fileName: string;
  readonly uploadedAt: string;
  readonly uploader: string;
  readonly status: VersionStatus;
  /** `null` while it is being read. */
  readonly filers: number | null;
  readonly rejected: number;
  /** When and by whom it was last activated. */
  readonly activated: { readonly at: string; readonly by: string } | null;
  /** When it is deleted; `null` when it is kept. */
  readonly deletedAfter: string | null;
}

/** What the roster's page shows. */
export interface RosterView {
  readonly zone: string;
  readonly now: Temporal.Instant;
  readonly hasPlan: boolean;
  readonly isClerk: boolean;
  /** The active version. */
  readonly current: (VersionLine & { readonly progressAsOf: string | null }) | null;
  /** Newest upload first. */
  readonly versions: readonly VersionLine[];
  readonly isFirstPage: boolean;
  /** Cursor of the next page. */
  readonly next: string | null;
}

/** The active roster, and the list of versions; before the first upload, what a roster holds. */
export function rosterPage(view: RosterView): Page {
  const isEmpty = view.versions.length === 0 && view.isFirstPage;
  const body = isEmpty ? <RosterStart {...view} /> : <Versions {...view} />;
  return { title: 'Roster', current: '/roster', body };
}

function Versions(view: RosterView) {
  const { isClerk, hasPlan, isFirstPage, versions, zone, next } = view;
  return (
    <>
      {hasPlan ? null : <PlanFirst />}
      {isFirstPage ? (
        <>
          <ActiveVersion {...view} />
          <Actions mayUpload={isClerk && hasPlan} />
        </>
      ) : null}
      <h2 id="versions">All versions</h2>
      <p>Each upload creates a version. You can reactivate an earlier one.</p>
      <Table
        columns={versionColumns(zone)}
        rows={versions}
        onPhones="stacked"
        class="crier-table"
        scroll={{ labelledBy: 'versions' }}
      />
      <PageLinks
        previous={isFirstPage ? null : '/roster'}
        next={next ? linkTo('/roster', { before: next }) : null}
        previousLabel="Newest versions"
        nextLabel="Older versions"
      />
    </>
  );
}

function Actions({ mayUpload }: { mayUpload: boolean }) {
  return (
    <div class="crier-actions">
      {mayUpload ? (
        <>
          <a class="usa-button" href="/roster/upload">
            Upload a roster
          </a>
          <a class="usa-button usa-button--outline" href="/roster/upload?kind=update">
            Upload an update
          </a>
        </>
      ) : null}
      <ExampleLink look="unstyled" />
    </div>
  );
}

/** Kinds of phases that wait until the roster says how far filers have come. */
const NEED_PROGRESS = PHASE_KINDS.map(kindOf).flatMap(({ label, needsProgress }) =>
  needsProgress ? [label] : [],
);

function ActiveVersion({ current, zone, now }: RosterView) {
  if (!current) {
    return (
      <Alert
        kind="warning"
        title="No roster is active"
        text="No emails will be sent until a version is activated. Review the newest one below and decide."
      />
    );
  }
  const { version, filers, uploadedAt, uploader, progressAsOf } = current;
  return (
    <Figures>
      <Figure name="Filers in the active roster" main={count(filers ?? 0)}>
        <a href={`/roster/versions/${version}`}>View report</a>
      </Figure>
      <Figure name="Uploaded" main={fromNow(uploadedAt, now)}>
        <CourtTime at={uploadedAt} zone={zone} /> by {uploader}
      </Figure>
      {progressAsOf === null ? (
        <Figure name={capitalized(campaign.progress.label)} main="None yet">
          Needed for: {NEED_PROGRESS.join(', ')}.
        </Figure>
      ) : (
        <Figure name={capitalized(campaign.progress.label)} main={fromNow(progressAsOf, now)}>
          <AsOf at={progressAsOf} zone={zone} />
        </Figure>
      )}
    </Figures>
  );
}

function versionColumns(zone: string): readonly Column<VersionLine>[] {
  return [
    {
      head: 'Uploaded',
      isRowHead: true,
      cell: ({ version, uploadedAt, uploader }) => (
        <>
          <a href={`/roster/versions/${version}`}>
            <CourtTime at={uploadedAt} zone={zone} />
          </a>
          <span class="crier-subtext">by {uploader}</span>
        </>
      ),
    },
    {
      head: 'File',
      cell: ({ kind, fileName }) => (
        <>
          {KIND_LABELS[kind]}
          <span class="crier-subtext crier-break">{fileName}</span>
        </>
      ),
    },
    { head: 'Filers', number: true, cell: ({ filers }) => (filers === null ? '–' : count(filers)) },
    { head: 'Rows skipped', number: true, cell: ({ rejected }) => count(rejected) },
    { head: 'Status', cell: (line) => <StatusCell line={line} zone={zone} /> },
  ];
}

function StatusCell({ line, zone }: { line: VersionLine; zone: string }) {
  const { status, activated, deletedAfter } = line;
  const { name, tone } = STATUS_LABELS[status];
  return (
    <>
      <Tag tone={tone}>{name}</Tag>
      {activated ? (
        <span class="crier-subtext">
          activated <CourtTime at={activated.at} zone={zone} /> by {activated.by}
        </span>
      ) : null}
      {deletedAfter ? (
        <span class="crier-subtext">
          deleted after <CourtTime at={deletedAfter} zone={zone} />
        </span>
      ) : null}
    </>
  );
}
