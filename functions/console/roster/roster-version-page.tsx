import type { Temporal } from 'temporal-polyfill';
import type { ActivationDecision } from '../../domain/roster/activation.ts';
import { mayKeepKnown } from '../../domain/roster/hold.ts';
import { filersIn, type RosterVersion } from '../../domain/roster/roster-version.ts';
import type { ProblemPage } from '../../domain/roster/stored-problems.ts';
import type { VersionStatus } from '../../domain/roster/version-status.ts';
import { count, counted } from '../../lib/count.ts';
import { Alert } from '../ui/alert.tsx';
import { CourtTime } from '../ui/court-time.tsx';
import { Figure, Figures } from '../ui/figures.tsx';
import type { Page } from '../ui/layout.tsx';
import { Tag } from '../ui/tag.tsx';
import { Changes } from './roster-changes.tsx';
import { KIND_LABELS, type Names, STATUS_LABELS } from './roster-labels.ts';
import { Problems } from './roster-problems.tsx';
import { VersionRecord } from './roster-record.tsx';
import { ROSTER } from './roster-start.tsx';

/** What the report of a version shows. */
export interface VersionView {
  readonly zone: string;
  readonly now: Temporal.Instant;
  readonly isClerk: boolean;
  readonly version: RosterVersion;
  readonly status: VersionStatus;
  /** Whether any roster is active. */
  readonly hasActive: boolean;
  /** Whether another roster than its base is active. */
  readonly baseIsPast: boolean;
  /** Decisions on this version, newest first. */
  readonly decisions: readonly ActivationDecision[];
  readonly deletedAfter: string | null;
  readonly names: Names;
  /** A page of its problems; `null` when the report has been deleted. */
  readonly problems: ProblemPage | null;
  /** When a person was erased, and the report with them; `null`: it is there, or was deleted because of its age. */
  readonly erasedAt: string | null;
  readonly isFirstPage: boolean;
}

/** The report of one version: what it holds, what changed, what is wrong, and what can be done with it. */
export function versionPage(view: VersionView): Page {
  const { version, status, zone, isFirstPage } = view;
  const { name, tone } = STATUS_LABELS[status];
  return {
    title: 'Roster report',
    ownHeading: true,
    back: ROSTER,
    current: '/roster',
    body: (
      <>
        <h1>
          {KIND_LABELS[version.kind]} of <CourtTime at={version.uploadedAt} zone={zone} />{' '}
          <Tag tone={tone}>{name}</Tag>
        </h1>
        {isFirstPage ? <FirstPage {...view} /> : null}
        {status === 'incomplete' ? null : <Problems {...view} />}
        {isFirstPage ? <VersionRecord {...view} /> : null}
      </>
    ),
  };
}

function FirstPage(view: VersionView) {
  const { version, status, isClerk } = view;
  if (status === 'incomplete') {
    return (
      <p>
        This file is still being read. <a href={`/roster/versions/${version.version}`}>Refresh</a>
      </p>
    );
  }
  return (
    <>
      {status === 'held' && version.held.length > 0 ? <Held {...view} /> : <p>{meaningOf(view)}</p>}
      {isClerk ? <Buttons {...view} /> : null}
      <RowFigures {...version} />
      <Changes {...view} />
    </>
  );
}

const MEANINGS: Readonly<Record<Exclude<VersionStatus, 'held' | 'waiting'>, string>> = {
  active: 'Every email uses this roster.',
  rejected: 'It was rejected, so it is not active.',
  replaced: 'It was active until another one replaced it.',
  superseded: 'A later upload took its place before anyone decided on this one. There is nothing to do.',
  expired: 'It is being deleted.',
  incomplete: 'It is still being read.',
};

function meaningOf({ status, hasActive }: VersionView): string {
  if (status === 'held' || status === 'waiting') return `It needs a decision. ${untilDecided(hasActive)}`;
  return MEANINGS[status];
}

function untilDecided(hasActive: boolean): string {
  return hasActive
    ? 'Until then, emails use the roster that is active now.'
    : 'Until then, no roster is active, and no emails are sent.';
}

function Held({ version, isClerk, hasActive }: VersionView) {
  const title = isClerk ? 'Your decision is needed' : 'Waiting for a clerk’s decision';
  return (
    <Alert kind="warning" title={title} live="off">
      <ul class="usa-alert__text">
        {version.held.map(({ reason }) => (
          <li>{reason}.</li>
        ))}
      </ul>
      <p class="usa-alert__text">{untilDecided(hasActive)}</p>
    </Alert>
  );
}

function Buttons({ version: of, status, problems }: Pick<VersionView, 'version' | 'status' | 'problems'>) {
  if (status === 'active' || status === 'expired' || status === 'superseded') return null;
  const { version, activatedAt } = of;
  const path = `/roster/versions/${version}`;
  return (
    <div class="crier-actions">
      <a class="usa-button" href={`${path}/activate`}>
        {activatedAt === null ? 'Activate roster' : 'Reactivate roster'}
      </a>
      {status === 'held' && problems && mayKeepKnown(of) ? (
        <a class="usa-button usa-button--outline" href={`${path}/keep`}>
          Keep known values
        </a>
      ) : null}
      {status === 'rejected' ? null : (
        <a class="usa-button usa-button--outline" href={`${path}/reject`}>
          Reject roster
        </a>
      )}
    </div>
  );
}

function RowFigures(version: RosterVersion) {
  const { rows, erased = 0 } = version;
  return (
    <Figures>
      <Figure name="Filers" main={count(filersIn(version))}>
        in this version{erased > 0 ? `; ${count(erased)} erased` : ''}
      </Figure>
      <Figure name="Rows accepted" main={count(rows.accepted)}>
        {counted(rows.warned, 'row')} to review
      </Figure>
      <Figure name="Rows skipped" main={count(rows.rejected)}>
        {rows.rejected > 0 ? 'fix them and upload again' : null}
      </Figure>
      <Figure name="Without an email address" main={count(rows.unreachable)}>
        {rows.unreachable > 0 ? 'on the phone list' : null}
      </Figure>
    </Figures>
  );
}
